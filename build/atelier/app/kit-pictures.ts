import { mediaTypeOf } from '../../../src/files.ts'

/** The pictures of the kit, at addresses in this page's memory.
 *  @param bytesOf what a file holds now; null: there is none */
export function kitPictures(bytesOf: (file: string) => Uint8Array | null): (file: string) => string | null {
  const objectUrls = new Map<string, { bytes: Uint8Array; address: string }>()
  return file => {
    const bytes = bytesOf(file)
    if (!bytes) return null
    const former = objectUrls.get(file)
    if (former?.bytes === bytes) return former.address
    if (former) URL.revokeObjectURL(former.address)
    const type = mediaTypeOf(file) ?? ''
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
    objectUrls.set(file, { bytes, address })
    return address
  }
}
