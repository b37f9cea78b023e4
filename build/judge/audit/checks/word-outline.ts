import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { WordText } from '../read/word.ts'
import { markdownLinks, sameAddress } from '../source/addresses.ts'
import { nameOf } from '../source/expected.ts'
import { outlineOf } from '../source/outline.ts'
import { plainText } from '../source/units.ts'
import { lettersOf } from '../words.ts'
import { compare } from './structure.ts'
import type { Structure } from './structure-of.ts'

/** What stands in the text as its author wrote it: Word cannot hold it otherwise. */
const AS_WRITTEN = 'Markdown'

/** Headings, lists, tables, pictures, links and emphasis of a Word file are those of the text that it was made from. */
export function* wrongShape(
  place: string,
  word: WordText,
  { corps }: FichePubliee,
  kit: Kit,
): Generator<Finding> {
  const verbatim = word.paragraphs
    .filter(({ style }) => style === AS_WRITTEN)
    .map(({ text }) => text)
    .join('\n\n')
  yield* compare(place, outlineOf(corps.source), structureOf(word, verbatim))
  const tables = tablesIn(corps.source) - tablesIn(verbatim)
  const headed = word.tables.filter(({ headed }) => headed).length
  if (headed < tables)
    yield fault(
      place,
      `${count(headed, 'tableau', 'tableaux')} avec une ligne d’en-tête au lieu de ${tables}.`,
    )
  yield* unnamedCharts(place, word, chartsIn(corps.source, kit), chartsIn(verbatim, kit))
  yield* wrongLinks(place, word, corps.source, verbatim)
}

function structureOf({ paragraphs, tables }: WordText, verbatim: string): Structure {
  const left = outlineOf(verbatim)
  const runs = paragraphs.flatMap(({ runs }) => runs)
  const items = paragraphs.filter(({ counted }) => counted !== null)
  const texts = (holds: (run: (typeof runs)[number]) => boolean) => runs.filter(holds).map(({ text }) => text)
  return {
    headings: [
      // The title of the fiche is that of the file: sections begin one level below.
      ...paragraphs.flatMap(({ level, text }) => (level === null ? [] : [{ level: level + 1, text }])),
      ...left.headings,
    ],
    alternatives: [
      ...paragraphs.flatMap(({ pictures }) => pictures.map(({ alt }) => alt)),
      ...left.alternatives,
    ],
    items: items.length + left.items,
    numbered: items.filter(({ counted }) => counted !== 'bullet').length + left.numbered,
    right: tables.reduce((sum, { right }) => sum + right, left.right),
    stressed: {
      strong: [...texts(({ bold }) => bold), ...left.stressed.strong],
      em: [...texts(({ italic }) => italic), ...left.stressed.em],
    },
  }
}

const tablesIn = (markdown: string) => markdown.match(/^[ \t]*\|(?:\s*:?-+:?\s*\|)+[ \t]*$/gm)?.length ?? 0

/** Titles of the charts of a text. */
export const chartsIn = (markdown: string, kit: Kit): string[] =>
  [...markdown.matchAll(/^[ \t]*:::+[ \t]*graphique[ \t]+\S+[ \t]+(\S.*)$/gm)].map(([, title = '']) =>
    plainText(title.replace(/\{[^{}]*\}\s*$/, ''), slug => nameOf(kit, slug)).trim(),
  )

/** A chart is named by its title, for who does not see it. */
function* unnamedCharts(
  place: string,
  { paragraphs }: WordText,
  charts: readonly string[],
  verbatim: readonly string[],
): Generator<Finding> {
  const alternatives = paragraphs.flatMap(({ pictures }) => pictures.map(({ alt }) => lettersOf(alt)))
  for (const title of charts.filter(title => !verbatim.includes(title)))
    if (!alternatives.some(alt => alt.includes(lettersOf(title))))
      yield fault(place, `Le texte de remplacement d’aucun graphique ne dit « ${title} ».`)
}

/** Links lead out of the file, to where their author says. */
function* wrongLinks(
  place: string,
  { links }: WordText,
  source: string,
  verbatim: string,
): Generator<Finding> {
  for (const { text, to, mode } of links)
    if (mode !== 'External') yield fault(place, `Le lien « ${text} » vers ${to} ne s’ouvre pas.`)
  const led = new Set([...links.map(({ to }) => sameAddress(to)), ...markdownLinks(verbatim)])
  for (const address of new Set(markdownLinks(source)))
    if (!led.has(address)) yield fault(place, `Aucun lien n’y mène à ${address}.`)
}
