import type { Token } from 'markdown-it'
import { textWidth } from '../charts/index.ts'
import {
  type Bloc,
  type Block,
  blockHead,
  checkTitre,
  columns,
  enclose,
  listForm,
  plainText,
  type Report,
  source,
  sourceLine,
  textOfTokens,
  titreSeul,
} from '../text/index.ts'
import { checkListe, cutChildren, itemsOf, type ListItem, puce } from './items.ts'

type DatedItem = { item: ListItem; annee: Token[]; evenement: Token[] }

const modele = '- 1901 : texte'

/** `::: frise Titre`: dates on a line. */
export const frise: Block<'frise'> = {
  name: 'frise',
  label: 'Frise',
  help: 'Une date, deux-points, l’événement.',
  heading: { words: 'Quelques dates', icon: 'calendar', untitled: true },
  print: 'wide',
  sheet: 'figures',
  items: true,
  template: '::: frise L’ESS en quelques dates',
  word: { item: '[1901] : [événement]' },
  form: listForm('frise', {
    title: 'Une frise',
    hasTitle: true,
    label: 'Dates',
    items: {
      columns: [
        { label: 'Date', example: '1901' },
        { label: 'Événement', example: 'la loi sur les associations' },
      ],
      read: item => /^(.{1,30}?) : (.*)$/.exec(item)?.slice(1) ?? null,
      write: ([date, evenement]) => `${date} : ${evenement}`,
    },
  }),
  close: sourceLine,
  open: titreSeul,
  readsSetWords: true,
  check(bloc, report) {
    checkTitre(bloc, report)
    checkListe(bloc, report, { modele })
    read(bloc, report)
  },
  render(bloc, context) {
    const reperes = read(bloc)
    const columns = context.medium === 'print' ? ` data-colonnes="${colonnesOf(reperes)}"` : ''
    const items = reperes.map(({ item, annee, evenement }) => {
      const noeud = context.medium === 'epub' ? '' : '<span class="noeud" aria-hidden="true"></span>'
      const date = annee.length > 0 ? `<span class="annee">${context.inline(annee).trim()}</span> ` : ''
      const fait = `<span class="evenement">${context.inline(evenement).trim()}</span>`
      // On paper what goes on below the first line stands in one column with it, as texts begin level.
      if (context.medium === 'print' && item.suite.length > 0) {
        const texte = `<div class="evenement">${fait}\n${context.blocs(item.suite)}</div>`
        return puce({ ...item, suite: [] }, `${noeud}${date}${texte}`, context)
      }
      return puce(item, `${noeud}${date}${fait}`, context)
    })
    return enclose('figure', bloc, context, [
      blockHead('figcaption', bloc, context),
      `<ol class="frise-dates"${columns}>\n${items.join('')}</ol>\n`,
      context.blocs(itemsOf(bloc.corps).reste),
      source(bloc, context),
    ])
  },
}

/** Across the printed page, the gaps between columns, and sizes of type, in mm. */
const papier = { largeur: columns.page, gouttiere: 4, texte: 3.175, annee: 4.59 } as const
const colonneOf = (columns: number) => (papier.largeur + papier.gouttiere) / columns - papier.gouttiere

/** Counts the dates in a row of the printed page: up to six share its width. Fewer where a word would be cut or a date broken,
 *  or where their texts would take more than seven lines on average. Words longer than a third of the page, such as addresses, are cut. */
function colonnesOf(reperes: readonly DatedItem[]): number {
  const texts = reperes.map(({ item, evenement }) => `${plainText(evenement)} ${textOfTokens(item.suite)}`)
  const widths = [
    ...reperes
      .flatMap(({ annee }) => [plainText(annee), ...wordsOf(plainText(annee))])
      .map(date => textWidth(date, 'figure', papier.annee)),
    ...texts.flatMap(wordsOf).map(word => textWidth(word, 'demi', papier.texte)),
  ]
  const words = widths.filter(width => width <= colonneOf(3))
  const text = textWidth(texts.join(' '), 'texte', papier.texte) / reperes.length
  const most = Math.min(6, Math.max(2, reperes.length))
  const wide =
    [6, 5, 4].find(
      columns =>
        columns <= most &&
        text <= 7 * colonneOf(columns) &&
        words.every(width => width <= colonneOf(columns)),
    ) ?? Math.min(3, most)
  // Nine dates stand three by three rather than 4 + 4 + 1.
  const alone = reperes.length > wide && reperes.length % wide === 1
  return alone ? Math.ceil(reperes.length / Math.ceil(reperes.length / wide)) : wide
}

/** Splits words that stay on one line; a compound of more than eighteen letters is broken at its hyphens. */
const wordsOf = (text: string): string[] =>
  text.split(/[ \n]+/).flatMap(word => (word.length > 18 ? word.split(/(?<=-)/) : [word]))

function read(bloc: Bloc, report?: Report): DatedItem[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    // « 10:30 » is a date, « https:// » none: a colon that ends the date has a space after it.
    const lead = cutChildren(children, /\s*:(?:\s+|$)/)
    const date = lead?.before.map(({ content }) => content).join('') ?? ''
    const dated = /^[^.!?]{1,30}$/.test(date)
    if (!lead || !dated) {
      report?.('date-absente', item.inline, 0, { proposal: proposal(item, lead !== null) })
      return { item, annee: [], evenement: children }
    }
    return { item, annee: lead.before, evenement: lead.after }
  })
}

/** A year, with its day or month, at the head of a line: what was written between it and the words is no matter. */
const dateEnTete =
  /^(?:\*\*)?(?:[Ee]n |[Dd]epuis )?((?:\d{1,2}(?:er)? )?(?:(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\p{L}* )?[12]\d{3})(?:\*\*)?(?!\d)\s*[-–—:,;.)]?\s*(?:\*\*)?\s*(?=\p{L})/u

/** The author's line as a frise reads it; the model where no date can be told.
 *  @param hasColon what stands before the colon is too long for a date, or a sentence */
function proposal({ open, inline }: ListItem, hasColon: boolean): string {
  const texte = inline.content.replaceAll('\n', ' ')
  // « 2014. La loi » opens a list that begins at 2014.
  if (/^[12]\d{3}$/.test(open.info)) return `- ${open.info} : ${texte}`
  const match = dateEnTete.exec(texte)
  if (match && !hasColon) return `- ${match[1]} : ${texte.slice(match[0].length)}`
  return hasColon ? `${modele} (la date a 30 caractères au plus, sans point)` : modele
}
