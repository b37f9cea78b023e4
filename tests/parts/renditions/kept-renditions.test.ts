import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import type { Cache } from '../../../build/ground/store/cache.ts'
import type { RenditionStore } from '../../../build/pages/renditions.ts'
import { render, renderSite } from '../../../build/pages/renditions.ts'
import type { OtherEditions, PageHead } from '../../../build/pages/templates.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import { sampleOf } from '../../thorough.ts'

const MEDIA: Medium[] = ['web', 'print', 'epub']
const HEAD: PageHead = { tags: '<link rel="stylesheet" href="/assets/x.css">', sheets: {} }
const EDITION: OtherEditions = {
  artefacts: [
    { role: 'pdf-ecran', path: 'pdf/carnet-ecran.pdf', bytes: 'slot', pages: 12 },
    { role: 'pdf-impression', path: 'pdf/carnet-impression.pdf', bytes: 'slot', pages: 16 },
  ],
  pageOf: { 'voir-de-loin': 5, 'faire-le-tour': 7 },
  nouveautes: [],
}

let root: string
let dir: string
let stored: Map<string, Buffer>
/** Templates rendered since `forget`. */
let renderedCount: number
let store: RenditionStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kit-rendu-'))
  dir = join(root, 'fiches')
  await cp('tests/fixtures/kits/autre', dir, { recursive: true })
  stored = new Map()
  renderedCount = 0
  const cache: Cache = {
    read: async key => stored.get(key),
    async write(key, bytes) {
      renderedCount++
      stored.set(key, Buffer.from(bytes))
    },
    prune: async () => {},
  }
  store = { cache, looks: 'allure' }
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function kitOf(): Promise<Kit> {
  const { kit, problems } = await readKit(dir)
  const errors = problems.filter(({ severity }) => severity === 'erreur')
  if (!kit || errors.length > 0) throw new Error(JSON.stringify(errors))
  return kit
}

/** All that a medium gives, as readers will have it: path or id → content. */
async function rendition(
  medium: Medium,
  from: RenditionStore | null,
  { edition = EDITION, head = HEAD }: { edition?: OtherEditions; head?: PageHead } = {},
): Promise<Record<string, string>> {
  const kit = await kitOf()
  if (medium !== 'web')
    return Object.fromEntries(
      (await render(kit, medium, { store: from })).map(({ item, html, resources }) => [
        item.id,
        JSON.stringify([html, resources]),
      ]),
    )
  return Object.fromEntries(await renderSite(kit, edition, head, from))
}

/** Puts `to` in the place of `from`, which the file holds once. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(dir, file), 'utf8')
  expect(text.split(from), `${file} holds « ${from} » once`).toHaveLength(2)
  await writeFile(join(dir, file), text.replace(from, to))
}

const TOUR = 'pratiques/07-faire-le-tour.md'
const LOIN = 'reperes/03-voir-de-loin.md'

/** What an author may change: file, text, new text. */
const edits: Record<string, [file: string, from: string, to: string]> = {
  'a word of a text': [TOUR, 'Prendre une carte', 'Emporter une carte'],
  'a heading of a section': [TOUR, '## Les leviers', '## Leviers'],
  'a lever': [TOUR, '### Partir à pied', '### Partir en marchant'],
  'where an example is': [TOUR, 'Petite-Ville (2A)', 'Petite-Ville (2B)'],
  'the name of an example': [TOUR, 'Un tour complet', 'Un grand tour'],
  'a figure': [LOIN, '**12,5 %**', '**13,5 %**'],
  'a value of a chart': [TOUR, '| En barque | 95 |', '| En barque | 85 |'],
  'a resource': [TOUR, 'Petit traité des bords', 'Traité des bords'],
  'a title': [TOUR, 'titre: Faire le tour\n', 'titre: Faire le grand tour\n'],
  'a short title': [TOUR, 'titre_court: Faire le tour', 'titre_court: Le tour'],
  'a summary': [LOIN, 'Une fiche courte', 'Une fiche brève'],
  'a keyword': [LOIN, '[essai, horizon]', '[essai, lointain]'],
  'a date': [LOIN, 'maj: 2031-02', 'maj: 2031-01'],
  'a support': [LOIN, 'soutien: [cabane]', 'soutien: []'],
  'a statut': [LOIN, 'statut: publiee', 'statut: relecture'],
  'an acronym that a text uses': [TOUR, 'Faire le tour d', "L'ABC : faire le tour d"],
  'an acronym in full': ['sigles.yaml', 'bien commode', 'très commode'],
  'a partner': ['partenaires.yaml', 'La Cabane des essais', 'La Cabane'],
  'a colour': ['tokens.json', '#5b2a6e', '#5b2a6f'],
  'the title of the kit': ['kit.yaml', 'titre: Carnet des Lisières', 'titre: Cahier des Lisières'],
  'the name of a family': ['kit.yaml', 'singulier: Fiche repère', 'singulier: Repère'],
  'the licence': ['kit.yaml', 'nom: CC0', 'nom: CC-0'],
  'the address of the site': ['kit.yaml', 'base: /carnet/', 'base: /cahier/'],
  'a page': ['annexes/99-dos.md', 'Un carnet', 'Un cahier'],
}

describe.each(MEDIA)('what is kept of the %s rendition', medium => {
  it('is taken as it is when nothing changed', async () => {
    const first = await rendition(medium, store)
    const { size } = stored
    expect(size).toBeGreaterThan(5)
    renderedCount = 0
    expect(await rendition(medium, store)).toEqual(first)
    expect(renderedCount).toBe(0)
    expect(first).toEqual(await rendition(medium, null))
  })

  it('is of use when a word of one fiche changes: nothing else is rendered', async () => {
    await rendition(medium, store)
    renderedCount = 0
    await edit(...(edits['a word of a text'] as [string, string, string]))
    await rendition(medium, store)
    expect(renderedCount).toBe(1)
  })

  it.each(sampleOf(Object.entries(edits), 12))('never shows %s as it was', async (_, [file, from, to]) => {
    await rendition(medium, store)
    await edit(file, from, to)
    expect(await rendition(medium, store)).toEqual(await rendition(medium, null))
  })

  it('is not that of other looks', async () => {
    await rendition(medium, store)
    renderedCount = 0
    const before = stored.size
    await rendition(medium, { ...store, looks: 'autre' })
    expect(renderedCount).toBe(before)
  })
})

it.each<[string, { edition?: OtherEditions; head?: PageHead }]>([
  ['the tags of its head', { head: { ...HEAD, tags: '<link rel="stylesheet" href="/assets/y.css">' } }],
  ['the page of a fiche', { edition: { ...EDITION, pageOf: { 'voir-de-loin': 5, 'faire-le-tour': 8 } } }],
  ['a file to download', { edition: { ...EDITION, artefacts: EDITION.artefacts.slice(0, 1) } }],
  [
    'what an edition brought',
    {
      edition: {
        ...EDITION,
        nouveautes: [{ edition: '2031', premiere: true, groups: [], note: 'Première édition.' }],
      },
    },
  ],
])('a page of the site never shows %s as it was', async (_, change) => {
  await rendition('web', store)
  expect(await rendition('web', store, change)).toEqual(await rendition('web', null, change))
})
