import type { ExcerptList } from '../../../../src/excerpt/list.ts'

export type Format = 'pdf' | 'epub'

/** What the worker is asked: the files of the kit, read already, and the choice. */
export type Order = { list: ExcerptList; numbers: number[]; whole: ArrayBuffer } & (
  | { format: 'pdf'; template: ArrayBuffer; duplex: boolean }
  | { format: 'epub' }
)

export type Made = { bytes: Uint8Array<ArrayBuffer>; name: string }
export type Answer = Made | { fault: string }
