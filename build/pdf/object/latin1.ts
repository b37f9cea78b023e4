/** Letters that are made into a string at once: more than a call takes arguments. */
const AT_ONCE = 1 << 13

/** The text whose letters are these bytes. A decoder of Latin 1 is one of Windows 1252, which differs. @see Encoding Standard §4.2 */
export function latin1Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))
  return text
}

/** The bytes of a text, one a letter. */
export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
