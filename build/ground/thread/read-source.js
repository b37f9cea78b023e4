// Registers tsx, then runs the TypeScript of the thread: a thread must begin with JavaScript.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.source)
