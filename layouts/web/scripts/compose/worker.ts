import { chosenOf, makeExcerpt, stemOf } from '../../../../build/pdf/excerpt/cut/index.ts'
import { deflate } from '../../../../build/pdf/object/zlib/fflate.ts'
import type { Answer, Order } from './work.ts'

// The command cuts excerpts by the same code, with the same packer: the bytes are the same.
addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const { whole, template, list, numbers, duplex } = data
  const answer = (value: Answer) => postMessage(value)
  try {
    const choice = { numbers, duplex }
    const bytes = await makeExcerpt({
      whole: new Uint8Array(whole),
      template: new Uint8Array(template),
      list,
      choice,
      deflate,
    })
    answer({ bytes: new Uint8Array(bytes), name: `${stemOf(list, chosenOf(list, choice))}.pdf` })
  } catch (error) {
    answer({ fault: String(error) })
  }
})
