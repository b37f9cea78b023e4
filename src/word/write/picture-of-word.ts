/** A picture as a Word file holds it; lengths in pixels. */
export type WordPicture = { bytes: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number }

/** The most that a picture is wide there: larger ones are made smaller. */
export const WIDEST = 1600
