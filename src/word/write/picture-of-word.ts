/** A picture as a Word file holds it; lengths in pixels. */
export type WordPicture = { bytes: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number }
