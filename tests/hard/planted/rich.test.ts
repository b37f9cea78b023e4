import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changed, inBook, json } from './artefacts/changed.ts'
import { respell } from './artefacts/respell.ts'
import { inProgram } from './artefacts/used.ts'
import { buildKit, errorsIn, type Fault, openCopies, unexpected } from './planted-edition.ts'
import { layRichKit } from './rich-kit.ts'

type Examples = { exemples: Record<string, unknown>[] }
const TERRITOIRES = 'site/territoires/index.html'

const controls = [
  'listes-site',
  'recherche-site',
  'donnees-ouvertes',
  'page-exemples',
  'notice-livre',
  'notice-site',
  'pages-kit',
  'editeur',
  'usage-site',
]

/** Faults in what the small kit has nothing of. */
const faults: Fault[] = [
  inProgram(
    'results after the tenth that cannot be asked for',
    /(\w+)\.hidden=\w+>=\w+\.length/,
    '$1.hidden=!0',
    /« compost » cherché, la page dit « 1\d résultats pour «\u00a0compost\u00a0» », et en montre 10/,
  ),
  inProgram(
    'results after the tenth that are said twice',
    /(\.slice\()(\w+),\2\+(\w+)\)\.map\(/,
    '$10,$2+$3).map(',
    /« compost » cherché, la page dit « 1\d résultats pour «\u00a0compost\u00a0» », et en montre 2\d/,
  ),
  {
    what: 'words that mean the same, which the search was not taught',
    plant: copy =>
      respell(copy, data => {
        data.synonymes = []
      }),
    finds: { 'recherche-site': [/Elle ne sait pas que « marché », « halle » disent la même chose/] },
  },
  {
    what: 'questions of readers that lead nowhere',
    plant: copy =>
      respell(copy, ({ questions }) => {
        questions.shares = questions.shares.map(() => 0)
      }),
    finds: { 'recherche-site': [/quelles questions mènent à « fiches\/tenir-un-marche »/] },
  },
  changed(
    'a town among the villages',
    TERRITOIRES,
    /(data-theme="composter-3" data-taille=")[^"]*/,
    '$1village',
    { 'usage-site': [/« [^»]*habitants[^»]*» ne montre pas ses exemples/] },
  ),
  json<Examples>(
    'a grouping of communes under another code',
    'site/donnees/exemples.json',
    ({ exemples }) => {
      const grouped = exemples.find(({ epci }) => epci)
      if (!grouped) throw new Error('no example is of a grouping')
      grouped['epci'] = '200069193'
    },
    {
      'donnees-ouvertes': [
        /exemples\.json : .*epci : « 200069193 » au lieu de « 200046977 »/,
        /exemples\.(?:geojson|csv) : .*epci : « 200046977 », et « 200069193 » dans exemples\.json/,
      ],
    },
  ),
  inBook('a shop’s code of another subject', 'content.opf', />JPR</, '>JPQ<', {
    'notice-livre': [/JPR/],
  }),
  changed(
    'an audit that was made on another day',
    'site/accessibilite/index.html',
    /14(?:&nbsp;|\u00a0| )février/g,
    '15 février',
    { 'pages-kit': [/réalisé le 14 février 2030/] },
  ),
  changed(
    'an audit that leads elsewhere',
    'site/accessibilite/index.html',
    'example.org/audit',
    'example.org/',
    {
      'pages-kit': [/example\.org\/audit/],
    },
  ),
]

let dir: string
let copies: Awaited<ReturnType<typeof openCopies>>
const kit = () => join(dir, 'fiches')

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-riche-'))
  await layRichKit(kit())
  await buildKit(kit(), join(dir, 'saine'))
  copies = await openCopies(join(dir, 'saine'))
})
afterAll(async () => {
  await copies?.[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

it('the sound edition brings no finding', async () => {
  expect(await errorsIn(join(dir, 'saine'), controls, kit())).toEqual({})
})

it.each(faults.map(fault => [fault.what, fault] as const))('%s', async (_, { plant, finds }) => {
  const copy = await copies.next()
  await plant(copy)
  expect(unexpected(await errorsIn(copy.dir, controls, kit()), finds)).toEqual([])
})
