import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { communesByLetter } from '../../../build/pages/communes.ts'
import { suggestCommunes } from '../../../layouts/web/scripts/suggest-communes.ts'

/** The site answers with the files of the communes. */
const answer = async (address: string) => {
  const text = communesByLetter().get(/(.)\.txt$/.exec(address)?.[1] ?? '')
  return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
}
const fetched = vi.fn(answer)
beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('Option', Object)
})
afterEach(() => vi.unstubAllGlobals())

const suggested = async (typed: string) => {
  const field = { value: typed, dataset: { communes: '/donnees/communes/' }, list: null }
  const communes = await suggestCommunes(field as unknown as HTMLInputElement)
  return communes.map(({ texte }) => texte)
}

test.each([
  ['crevecoeur le grand', 'Crèvecœur-le-Grand (60)'],
  ['Crèvecœur-le-Grand', 'Crèvecœur-le-Grand (60)'],
  ['Œuilly', 'Œuilly (51)'],
  ['oeuilly', 'Œuilly (51)'],
  ["L'Haÿ-les-Roses", 'L’Haÿ-les-Roses (94)'],
  ['saint etienne', 'Saint-Étienne (42)'],
])('« %s » is proposed as %s', async (typed, wanted) => {
  expect((await suggested(typed)).map(name => name.replace("'", '’'))).toContain(wanted)
})

// Communes of letters that no other test asks for.
test.each([
  ['no network', 'Villeurbanne', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a host that is away', 'Bron', async () => new Response('Indisponible', { status: 503 })],
])('%s at first: nothing is proposed, and %s is when it is asked for again', async (_, name, fail) => {
  fetched.mockImplementationOnce(fail)
  expect(await suggested(name)).toEqual([])
  expect(await suggested(name)).toContain(`${name} (69)`)
})
