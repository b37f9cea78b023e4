import { expect, test } from 'vitest'
import type { Medium } from '../../../src/text/addresses.ts'
import { rendered } from './kit.ts'

test.each<[string, Medium, (string | undefined)[]]>([
  ['1. Un\n2. Deux', 'print', [undefined]],
  ['8. Huit\n9. Neuf\n10. Dix\n    1. Un\n\n', 'print', ['2', undefined]],
  ['99. Un\n1. Deux', 'print', ['3']],
  ['## A\n\n9. Neuf\n\n## B\n\n10. Dix', 'print', ['2', '2']],
  ['99. Un\n1. Deux', 'web', [undefined]],
  [`::: info Étapes\n${'1. Un\n'.repeat(10)}:::`, 'print', ['2']],
])('a list says on paper how many digits its longest number has: %j', (source, medium, expected) => {
  const lists = rendered(source, medium).match(/<ol[^>]*>/g) ?? []
  expect(lists.map(list => /data-chiffres="(\d)"/.exec(list)?.[1])).toEqual(expected)
})
