import { addressOf, siteFile } from '../../../../src/addresses.ts'
import { indexesOf } from '../../../../src/indexes/indexes.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import { titleOf } from '../../../../src/indexes/title-of.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, fault } from '../../check.ts'
import { align } from '../align.ts'
import type { AuditCheck } from '../material.ts'
import { find, textOf } from '../read/html.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import type { Unit } from '../source/units.ts'
import { respelledIn } from '../words.ts'

/** Sommaire, territories and acronyms of each edition name all that they must. */
export const indexes: AuditCheck = {
  id: 'index',
  title: 'Sommaire, index des territoires et sigles sont complets dans chaque édition',
  subject: 'ensemble',
  async *run({ kit, site, pdf, epub }) {
    const [{ pages }, book, printed] = [await site(), await epub(), pdfDocuments(await pdf(), kit)]
    const wanted = sequence(kit).flatMap(item => {
      const entries = entriesOf(kit, item)
      return entries.length > 0 ? [{ item, entries }] : []
    })
    for (const { item, entries } of wanted) {
      const main = pages.get(siteFile(item))
      const chapter = book.chapter(addressOf(item, 'epub', kit))
      const sheets = printed.find(one => one.item.id === item.id)
      const texts = {
        'le site': main && textOf(find(main.root, 'main') ?? main.root),
        'le livre numérique': chapter && textOf(chapter.root),
        'le PDF': sheets?.pages.map(({ text }) => text).join('\n'),
      }
      for (const [edition, said = ''] of Object.entries(texts)) {
        const place = `${titleOf(item)}, dans ${edition}`
        for (const { text } of misspelled(
          [...entries, ...(edition === 'le PDF' ? shapesOf(kit, item) : [])],
          said,
        ))
          yield fault(place, `Manque : « ${text} »`)
        for (const { text } of align(inOrder(kit, item), said.split('\n'), { by: 'lettres' }).disordered)
          yield fault(place, `« ${text} » n’est pas à sa place.`)
      }
    }
    const total = wanted.reduce((sum, { entries }) => sum + entries.length, 0)
    return `${count(total, 'entrée')} cherchées dans chacune des trois éditions`
  },
}

/** Entries that are not there, or in another case or without their signs. */
function misspelled(entries: readonly Unit[], said: string): Unit[] {
  const { lost } = align(entries, [said], { by: 'lettres' })
  const isRespelled = respelledIn(said)
  return entries.filter(entry => lost.includes(entry) || isRespelled(entry.text))
}

/** What must follow each other: acronyms by the alphabet, départements by their codes, those of Corsica after 19. */
function inOrder(kit: Kit, { kind }: Item): Unit[] {
  const { sigles, territoires } = indexesOf(kit)
  const { compare } = new Intl.Collator('fr')
  const rankOf = (code: string) => Number(code.replace('2A', '20.1').replace('2B', '20.2'))
  const texts: Record<string, string[]> = {
    sigles: sigles
      .toSorted((a, b) => compare(a.sigle, b.sigle))
      .map(({ sigle, developpe }) => `${sigle} ${developpe}`),
    territoires: territoires.departements
      .toSorted((a, b) => rankOf(a.code) - rankOf(b.code))
      .map(({ code, nom }) => `${code} ${nom}`),
  }
  return (texts[kind] ?? []).map((text, line) => ({ text, line, flow: 'ordre' }))
}

const SHAPES = { carre: 'le carré', triangle: 'le triangle', disque: 'le disque' } as const

/** The printed sommaire tells which shape is whose, as long as they are few. */
function shapesOf(kit: Kit, { kind }: Item): Unit[] {
  const familles = kit.familles.filter(({ id }) => kit.fiches.some(({ famille }) => famille === id))
  return kind !== 'sommaire' || familles.length > 3
    ? []
    : familles.map(({ forme, pluriel }) => ({
        text: `${SHAPES[forme]} pour les ${pluriel.toLowerCase()}`,
        line: 1,
        flow: forme,
      }))
}

/** What each index must say; every entry is a flow of its own, since editions order their columns as they like. */
function entriesOf(kit: Kit, item: Item): Unit[] {
  const index = indexesOf(kit)
  const entries = (texts: string[]) => texts.map((text, at) => ({ text, line: 1, flow: `entrée ${at}` }))
  switch (item.kind) {
    case 'sommaire':
      return entries(
        index.sommaire.flatMap(({ famille, fiches }) => [
          famille.pluriel,
          ...fiches.map(({ titre, statut }) => (statut === 'a-paraitre' ? `${titre} à paraître` : titre)),
        ]),
      )
    case 'territoires':
      return entries([
        ...index.territoires.departements.map(({ code, nom }) => `${code} ${nom}`),
        ...[...index.territoires.departements, ...index.territoires.ailleurs].flatMap(({ exemples }) =>
          exemples.map(({ lieu, titre }) => `${lieu} ${titre}`),
        ),
      ])
    case 'sigles':
      return entries(index.sigles.flatMap(({ sigle, developpe }) => [`${sigle} ${developpe}`]))
    default:
      return []
  }
}
