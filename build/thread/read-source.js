// A thread begins with JavaScript. This one learns to read TypeScript, then is the thread that it was asked to be.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.source)
