import type { Exemple, Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { findAll, hasClass, textOf } from '../read/html.ts'
import { readJson } from '../read/json.ts'
import type { SiteText } from '../read/site.ts'
import { wordsOf } from '../words.ts'

type Wanted = { id: string; slug: string; numero: number; exemple: Exemple }

/** The examples that are given as data are those of the fiches: all of them, with their places, and no other. */
export const openData: AuditCheck = {
  id: 'donnees-ouvertes',
  title: 'Les exemples donnés en tableau, en JSON et sur la carte sont ceux des fiches',
  subject: 'site',
  async run({ kit, site }) {
    const pages = await site()
    const wanted = examplesOf(kit)
    const tables = await Promise.all(
      [...readers].map(async ([path, read]) => {
        if (!pages.files.has(path))
          return wanted.length > 0 ? [fault(`Site, ${path}`, 'Le fichier manque.')] : []
        return compare(`Site, ${path}`, read(new TextDecoder().decode(await pages.read(path))), wanted)
      }),
    )
    const agreed = wanted.length > 0 ? await compareFiles(pages, kit) : []
    return {
      state: 'verifie',
      evidence: `${count(wanted.length, 'exemple')} cherchés dans trois fichiers et sur la page des exemples`,
      findings: [...tables.flat(), ...agreed, ...onPage(pages, wanted)],
    }
  },
}

const examplesOf = ({ fiches }: Kit): Wanted[] =>
  fiches.flatMap(fiche =>
    fiche.statut === 'a-paraitre'
      ? []
      : fiche.corps.exemples.map(exemple => ({
          id: `${fiche.slug}/${exemple.ancre}`,
          slug: fiche.slug,
          numero: fiche.numero,
          exemple,
        })),
  )

type Row = Record<string, unknown>

/** By the path of each file, how its rows are read. */
const readers: ReadonlyMap<string, (text: string) => Row[]> = new Map([
  [
    'donnees/exemples.json',
    (text: string) => (readJson('Site, donnees/exemples.json', text) as { exemples: Row[] }).exemples,
  ],
  [
    'donnees/exemples.geojson',
    (text: string) =>
      (readJson('Site, donnees/exemples.geojson', text) as { features: { properties: Row }[] }).features.map(
        one => one.properties,
      ),
  ],
  ['donnees/exemples.csv', rowsOfCsv],
])

function compare(place: string, rows: readonly Row[], wanted: readonly Wanted[]): Finding[] {
  const byId = new Map(rows.map(row => [String(row['id']), row]))
  const missing = wanted.flatMap(({ id, numero, slug, exemple }): Finding[] => {
    const row = byId.get(id)
    byId.delete(id)
    if (!row) return [fault(place, `L’exemple « ${exemple.titre} » n’y est pas.`)]
    const said: [name: string, value: unknown, wanted: string][] = [
      ['titre', row['titre'], exemple.titre],
      ['lieu', row['lieu'], exemple.lieu],
      ['départements', row['departements'], exemple.departements.join(' ')],
      ['numéro de la fiche', row['fiche_numero'], String(numero)],
    ]
    const address = String(row['adresse'] ?? '')
    return [
      ...said
        .filter(([, value, right]) => words(value) !== words(right))
        .map(([name, value, right]) =>
          fault(place, `« ${exemple.titre} », ${name} : « ${String(value)} » au lieu de « ${right} ».`),
        ),
      ...(address === '' || address.endsWith(`/fiches/${slug}/#${exemple.ancre}`)
        ? []
        : [fault(place, `« ${exemple.titre} » mène à ${address}.`)]),
    ]
  })
  return [
    ...missing,
    ...[...byId.keys()].map(id => fault(place, `« ${id} » n’est un exemple d’aucune fiche.`)),
  ]
}

/** The three files say the same in every column, under the names that the schema explains; JSON names the kit and its licence. */
async function compareFiles({ files, read }: SiteText, kit: Kit): Promise<Finding[]> {
  const text = async (path: string) => (files.has(path) ? new TextDecoder().decode(await read(path)) : '')
  const schemaPath = 'donnees/exemples.schema.json'
  const schema = readJson(`Site, ${schemaPath}`, (await text(schemaPath)) || '{}') as {
    fields?: { name: string }[]
  }
  const names = (schema.fields ?? []).map(({ name }) => name).join(', ')
  const [first, ...others] = await Promise.all(
    [...readers].map(async ([path, rows]) => ({ path, rows: files.has(path) ? rows(await text(path)) : [] })),
  )
  const shapes = [first, ...others].flatMap(file => {
    const said = Object.keys(file?.rows[0] ?? {}).join(', ')
    return said === names || said === ''
      ? []
      : [fault(`Site, ${file?.path}`, `Ses colonnes (${said}) ne sont pas celles du schéma (${names}).`)]
  })
  const firstOf = new Map(first?.rows.map(row => [row['id'], row]))
  const differing = others.flatMap(({ path, rows }) =>
    rows.flatMap(row =>
      // Of the others the kit is asked.
      ['regions', 'commune', 'epci', 'population', 'fiche', 'famille']
        .map(name => ({ name, said: row[name] ?? '', right: firstOf.get(row['id'])?.[name] ?? '' }))
        .filter(({ said, right }) => firstOf.has(row['id']) && String(said) !== String(right))
        .map(({ name, said, right }) =>
          fault(
            `Site, ${path}`,
            `« ${row['titre']} », ${name} : « ${said} », et « ${right} » dans exemples.json.`,
          ),
        ),
    ),
  )
  const about = readJson('Site, donnees/exemples.json', (await text('donnees/exemples.json')) || '{}') as Row
  const places = readJson(
    'Site, donnees/exemples.geojson',
    (await text('donnees/exemples.geojson')) || '{}',
  ) as {
    features?: { geometry: unknown }[]
  }
  const licence = (about['licence'] as Row | undefined)?.['name']
  return [
    ...shapes,
    ...differing,
    ...(about['titre'] === kit.titre && String(licence).startsWith(kit.licence.nom)
      ? []
      : [
          fault(
            'Site, donnees/exemples.json',
            `Les données se disent de « ${about['titre']} », licence « ${licence} ».`,
          ),
        ]),
    // No place of an example is known to the point.
    ...(places.features ?? [])
      .filter(({ geometry }) => geometry !== null)
      .map(() =>
        fault('Site, donnees/exemples.geojson', 'Un exemple a des coordonnées que le kit ne donne pas.'),
      ),
  ]
}

const words = (value: unknown) => wordsOf(String(value)).join(' ')

/** RFC 4180. */
function rowsOfCsv(text: string): Row[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [names = [], ...lines] = rows.filter(cells => cells.length > 1)
  return lines.map(cells =>
    Object.fromEntries(names.map((name, at) => [name.replace(/^\ufeff/, ''), cells[at] ?? ''])),
  )
}

/** On the page of examples each stands under its départements. */
function onPage({ pages }: SiteText, wanted: readonly Wanted[]): Finding[] {
  const page = pages.get('territoires/index.html')
  if (!page) return []
  const cards = findAll(page.root, element => hasClass(element, 'exemple') || element.name === 'li').map(
    card => ({
      text: wordsOf(textOf(card)),
      links: findAll(card, ({ name }) => name === 'a').map(({ attribs }) => attribs['href'] ?? ''),
    }),
  )
  return wanted.flatMap(({ slug, exemple }) => {
    const itsCards = cards.filter(({ links }) =>
      links.some(href => href.endsWith(`/fiches/${slug}/#${exemple.ancre}`)),
    )
    const isTold = ({ text }: (typeof itsCards)[number]) =>
      wordsOf(exemple.lieu).every(word => text.includes(word))
    return itsCards.length === 0 || itsCards.some(isTold)
      ? []
      : [
          fault(
            'Site, territoires/index.html',
            `« ${exemple.titre} » n’y a pas son lieu, « ${exemple.lieu} ».`,
          ),
        ]
  })
}
