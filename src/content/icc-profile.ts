/** How many bytes `profileFault` looks at. @see ICC.1:2010 §7.2 */
export const PROFILE_HEADER = 132

/** Why a file is no profile that a printer's inks can be told by, after its name; null when it is one.
 *  @param head its first `PROFILE_HEADER` bytes at least. @param bytes how many it has */
export function profileFault(head: Uint8Array, bytes: number): string | null {
  const ascii = (start: number) => String.fromCharCode(...head.subarray(start, start + 4))
  if (head.length < PROFILE_HEADER || ascii(36) !== 'acsp') return 'n’est pas un profil ICC'
  if (ascii(12) !== 'prtr' || ascii(16) !== 'CMYK')
    return 'n’est pas un profil d’imprimeur en quadrichromie (CMJN)'
  const written = new DataView(head.buffer, head.byteOffset).getUint32(0)
  return written > bytes ? 'est un profil ICC incomplet' : null
}
