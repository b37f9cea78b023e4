import type { LintRule } from './rule.ts'

/** « A Lyon, … » → « À Lyon, … », at the start of a sentence. « A » before a hyphen is a verb: « A-t-il ». */
export const aInitial: LintRule = {
  code: 'capitale-accentuee',
  find: text =>
    [...text.matchAll(/(?<=^[\s*_]{0,4}|[.!?…][\s*_]{1,4})A(?= [\p{L}\d*])/gu)].map(({ index }) => ({
      offset: index,
      trouve: 'A',
      propose: 'À',
    })),
}
