/** A script for a tab that is asked functions of the press: where that is not compiled, they are named by a function that no tab has. */
export const NAMING = 'globalThis.__name ??= target => target'
