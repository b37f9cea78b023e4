/** Longest wait for one answer of a page, a browser or a program, in ms. Only a hang reaches it: a machine that is ten times slower
 *  than another still answers within it. */
export const HANG_MS = 300_000
