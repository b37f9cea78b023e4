import { makeEpubExcerpt } from '../../../../build/epub/browser.ts'
import { deflate, makeExcerpt } from '../../../../build/pdf/browser.ts'
import { chosenOf, stemOf } from '../../../../src/kit/index.ts'
import type { Answer, Order } from './make.ts'

// The command cuts excerpts by the same code, with the same packer: the bytes are the same.
addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const answer = (value: Answer, moved: Transferable[] = []) => postMessage(value, { transfer: moved })
  try {
    const bytes = new Uint8Array(await cut(data))
    const name = `${stemOf(data.list, chosenOf(data.list, data))}.${data.format}`
    answer({ bytes, name }, [bytes.buffer])
  } catch (error) {
    answer({ fault: String(error) })
  }
})

function cut(order: Order): Promise<Uint8Array> {
  const { list, numbers } = order
  const whole = new Uint8Array(order.whole)
  if (order.format === 'epub') return makeEpubExcerpt({ whole, list, choice: { numbers } })
  const choice = { numbers, duplex: order.duplex, bare: order.bare }
  return makeExcerpt({ whole, template: new Uint8Array(order.template), list, choice, deflate })
}
