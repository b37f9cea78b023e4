/** Kinds of bytes. @see ISO 32000-1 §7.2.2 */
export const [REGULAR, SPACE, DELIMITER] = [0, 1, 2] as const

/** The kind of each byte. */
export const kinds = new Uint8Array(256)
for (const space of [0, 9, 10, 12, 13, 32]) kinds[space] = SPACE
for (const delimiter of '()<>[]{}/%') kinds[delimiter.charCodeAt(0)] = DELIMITER
