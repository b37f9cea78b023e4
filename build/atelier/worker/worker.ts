import { oneByOne } from '../shelf/one-by-one.ts'
import { type Asked, type Reply, tellError } from './remote.ts'
import { openWorkbench } from './workbench.ts'

// The Worker of the app: it answers what it is asked, in order.
const workbench = openWorkbench()
const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
const inTurn = oneByOne()

scope.addEventListener('message', ({ data: { id, method, args } }: MessageEvent<Asked>) => {
  void inTurn(async () => {
    let reply: Reply
    try {
      // The client's types hold method and arguments together.
      const call = workbench[method] as (...given: unknown[]) => Promise<unknown>
      reply = { id, answer: await call(...args) }
    } catch (error) {
      reply = { id, fault: tellError(error) }
    }
    scope.postMessage(reply)
  })
})
