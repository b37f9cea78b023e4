/** A host that does not exist: nothing can be fetched but what the tab answers itself. */
export const origin = 'http://kit.invalid/'

/** A script for a tab that is asked functions of the press: where that is not compiled, they are named by a function that no tab has. */
export const NAMING = 'globalThis.__name ??= target => target'

/** Longest wait for one answer of a page, a browser or a program, in ms. Only a hang reaches it: a machine that is ten times slower
 *  than another still answers within it. */
export const HANG_MS = 300_000
