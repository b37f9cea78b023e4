import { formatBytes } from './french.ts'

/** Holds in a page the place of a file's weight until that file is made: pages need not wait for the PDF. `path` is the
 *  file's own, relative to the output. */
export const weightSlot = (path: string): string => `⟦octets:${path}⟧`

/** A weight as readers see it, or its slot as it is. */
export const showWeight = (bytes: number | string): string =>
  typeof bytes === 'string' ? bytes : formatBytes(bytes)

/** Fills the slots of `text` with the weights of the files. @param bytesOf size of a file, by its path
 *  @throws Error when a slot names a file that was not made: no reader may see it */
export function fillWeights(text: string, bytesOf: (path: string) => number | undefined): string {
  return text.replace(/⟦octets:([^⟧]*)⟧/g, (_slot, path: string) => {
    const bytes = bytesOf(path)
    if (bytes === undefined) throw new Error(`a page tells the weight of ${path}, which was not made`)
    return formatBytes(bytes)
  })
}
