import { oneByOne } from '../../../src/text/index.ts'
import { type Call, type Reply, tellError } from './remote.ts'
import { openWorkbench } from './workbench.ts'

// The Worker of the app: it answers what it is asked, in order.
/** Changes of the kit that wait for their turn. */
let changes = 0
const workbench = openWorkbench(async () => {
  await new Promise(done => setTimeout(done))
  return changes === 0
})
const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
const inTurn = oneByOne()

scope.addEventListener('message', ({ data: { id, method, args } }: MessageEvent<Call>) => {
  if (method === 'change') changes += 1
  void inTurn(async () => {
    if (method === 'change') changes -= 1
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
