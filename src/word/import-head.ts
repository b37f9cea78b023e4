import { type Famille, statutNames } from '../kit/index.ts'
import { slugify } from '../text/index.ts'
import { type HeadTable, headValue, withoutMonthName } from './front-matter.ts'

/** Facts for the front matter that are not in the file. */
export type HeadSetting = {
  /** Name of the file, without its ending. */
  nom: string
  famille: string | null
  numero: number | null
  /** Of the announced fiche in whose place it comes. */
  slug: string | null
  /** Month of the import, `2025-11`. */
  mois: string
  /** The fiches of the kit: each number, and whose it is. */
  numbers: ReadonlyMap<number, string>
  /** The families of the kit: people write their names. */
  familles: readonly Pick<Famille, 'id' | 'singulier' | 'pluriel'>[]
}

/** A line of the Markdown file, from 1, and the remark about it. */
export type Remark = { line: number; text: string }

/** Completes the front matter with the person's choices and blanks to fill in, then gives it a free number. `messages` says
 *  in French which number, and why; `ownNumber` is the one that it had. */
export function importHead(
  head: HeadTable,
  setting: HeadSetting,
): { head: HeadTable; messages: readonly string[]; ownNumber: number | null } {
  const complete = completeHead(head, setting)
  const ownNumber = Number(headValue(complete, 'numero')) || null
  return { ...numberHead(complete, setting.numbers), ownNumber }
}

function completeHead(head: HeadTable, setting: HeadSetting): HeadTable {
  const { nom, famille, numero, mois } = setting
  const titre =
    head.titre || nom.replace(/^(?:\d{4}(?:-\d\d){1,2}(?!\d)|\d+)[-_ ]*/, '').replace(/[-_]+/g, ' ')
  const number = /^(\d{1,3})[-_ .]/.exec(nom)?.[1]
  const rows = new Map(head.rows.map(([key, value]) => [key, plainValue(key, value, setting)]))
  const complete = (key: string, value: string) => {
    if (!rows.get(key)?.trim()) rows.set(key, value)
  }
  if (numero !== null) rows.set('numero', String(numero))
  else if (number) complete('numero', String(Number(number)))
  if (rows.has('gabarit')) return { titre, rows: [...rows] }
  if (setting.slug !== null) rows.set('slug', setting.slug)
  complete('slug', slugify(titre, 60))
  if (famille !== null) rows.set('famille', famille)
  complete('statut', 'relecture')
  if (titre.length > 60) complete('titre_court', titre.slice(0, 60).replace(/\s+\S*$/, ''))
  if (rows.get('statut') !== 'a-paraitre') {
    complete('resume', TO_COMPLETE)
    complete('maj', mois)
  }
  return { titre, rows: [...rows] }
}

/** A value as the front matter has it, of one as people write it: « Fiche levier », « mars 2026 », « Publiée ». */
function plainValue(key: string, value: string, { familles }: HeadSetting): string {
  const isValue = (...names: string[]) => names.some(name => slugify(name, 80) === slugify(value, 80))
  if (key === 'famille')
    return familles.find(({ id, singulier, pluriel }) => isValue(id, singulier, pluriel))?.id ?? value
  if (key === 'statut')
    return Object.entries(statutNames).find(([statut, name]) => isValue(statut, name))?.[0] ?? value
  return withoutMonthName(key, value)
}

const TO_COMPLETE = 'À compléter.'

/** Lists what a person has to add to the front matter of the Markdown. */
export function* headToComplete({ rows, titre }: HeadTable, markdown: string): Generator<Remark> {
  const lines = markdown.split('\n')
  const values = new Map(rows)
  const at = (key: string) => Math.max(1, lines.findIndex(line => line.startsWith(`${key}:`)) + 1)
  const remark = (key: string, text: string) => ({ line: at(key), text })
  if (!values.has('famille'))
    yield remark('famille', 'la famille de la fiche : --famille, ou une ligne « famille: »')
  if (values.get('resume') === TO_COMPLETE)
    yield remark('resume', 'le résumé, une phrase de 160 caractères au plus')
  if (titre.length > 60) yield remark('titre_court', 'le titre court : il a été coupé dans le titre')
}

/** Gives a fiche a number that is free in the kit: its own, else that of the fiche with the same slug, else the next after
 *  the last.
 *  @param numbers the fiches of the kit: number → slug */
function numberHead(
  head: HeadTable,
  numbers: ReadonlyMap<number, string>,
): { head: HeadTable; messages: string[] } {
  const values = new Map(head.rows)
  const ownNumber = values.get('numero')
  const slug = values.get('slug')
  const owner = numbers.get(Number(ownNumber || Number.NaN))
  // A page has no number.
  if (values.has('gabarit') || (ownNumber && (owner === undefined || owner === slug)))
    return { head, messages: [] }
  const [existing] = [...numbers].find(([, other]) => other === slug) ?? []
  const numero = existing ?? Math.max(0, ...numbers.keys()) + 1
  const why =
    owner === undefined ? 'le document n’en donne pas' : `le ${ownNumber} est déjà celui de « ${owner} »`
  const rows: HeadTable['rows'] = [
    ['numero', String(numero)],
    ...head.rows.filter(([key]) => key !== 'numero'),
  ]
  return {
    head: { ...head, rows },
    messages: [`Numéro ${numero}${existing === undefined ? '' : ', que la fiche a déjà'} : ${why}.`],
  }
}
