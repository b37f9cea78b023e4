import { expect, test } from 'vitest'
import { nameOf } from '../../../build/paper/page/faults.ts'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import { ownTitles } from '../../../src/kit/indexes/listing.ts'

const items: Item[] = [
  { kind: 'couverture', id: 'couverture' },
  { kind: 'sommaire', id: 'sommaire' },
  { kind: 'territoires', id: 'territoires' },
  { kind: 'sigles', id: 'sigles' },
]

test.each(items)('a fault calls $id what its page is called', item => {
  expect(nameOf(item)).toBe(ownTitles[item.id as keyof typeof ownTitles])
})
