/** Names a host that does not exist: the tab answers all its requests itself. */
export const origin = 'http://kit.invalid/'

/** Limits the wait for one answer of a page, a browser or a program, in ms. Only a hang reaches it: a machine ten times
 *  slower still answers in time. */
export const HANG_MS = 300_000
