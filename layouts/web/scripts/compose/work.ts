import type { ExcerptList } from '../../../../build/pdf/excerpt/cut/index.ts'

/** What the worker is asked: the files of the kit, read already, and the choice. */
export type Order = {
  whole: ArrayBuffer
  template: ArrayBuffer
  list: ExcerptList
  numbers: number[]
  duplex: boolean
}

export type Answer = { bytes: Uint8Array<ArrayBuffer>; name: string } | { fault: string }
