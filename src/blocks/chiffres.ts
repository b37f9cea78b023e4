import type { Token } from 'markdown-it'
import {
  type Bloc,
  type Block,
  blockHead,
  checkSource,
  copyWith,
  enclose,
  listForm,
  plainText,
  source,
  sourceLine,
  titreSeul,
} from '../text/index.ts'
import { checkListe, cutChildren, itemsOf, type ListItem, leadingStrong, puce } from './items.ts'

/** `Près de 47 %`: `avant` has the words before the number, `unite` what comes after it. */
type Chiffre = { item: ListItem; avant: Token[]; valeur: Token[]; unite: Token[]; legende: Token[] }

// A number with its sign, before its unit; spaces within it are figures. « 3e », « 50M€ », « 1/3 » in one piece are all value.
const nombre = /^[+−–-]?\s?\d+(?:[\s.,]\d+)*(?=\s*(?:[%‰€$£°]|$)|\s+[\p{L}(])\s*/u

const modele = '- **2,7 millions** de salarié.e.s'

/** `::: chiffres Titre`: figures, each with its caption, and their source. */
export const chiffres: Block<'chiffres'> = {
  name: 'chiffres',
  label: 'Chiffres clés',
  help: 'Une ligne par chiffre ; le chiffre et son unité sont en gras. La dernière ligne donne la source.',
  heading: { words: 'Chiffres clés', icon: 'chart-column', untitled: true },
  print: 'figures',
  search: 'chiffre',
  items: true,
  template: '::: chiffres Chiffres clés (2024)',
  word: { item: '**[2,7 millions]** [de quoi]', itemStyle: 'Chiffre' },
  form: listForm('chiffres', {
    title: 'Des chiffres',
    label: 'Chiffres',
    hasSource: true,
    items: {
      columns: [
        { label: 'Chiffre', example: '2,7 millions' },
        { label: 'Ce qu’il compte', example: 'de salarié.e.s' },
      ],
      read: item => /^\*\*(.+?)\*\* (.*)$/.exec(item)?.slice(1) ?? null,
      write: ([figure = '', caption = '']) =>
        figure && caption ? `**${figure}** ${caption}` : figure || caption,
    },
  }),
  close: sourceLine,
  open: titreSeul,
  check(bloc, report) {
    checkListe(bloc, report, { modele, absente: 'chiffres-sans-liste' })
    for (const { inline } of itemsOf(bloc.corps).items)
      if (!leadingStrong(inline.children ?? []))
        report('chiffre-sans-gras', inline, 0, { proposal: proposal(inline.content) })
    checkSource(bloc, report)
  },
  contribute(bloc) {
    const titre = bloc.titre ? plainText(bloc.titre.children) : null
    const nommee = bloc.close ? plainText(bloc.close.children).replace(/^Sources?[\s\u00a0]*:\s*/i, '') : null
    return {
      chiffres: read(bloc).map(({ item, avant, valeur, unite, legende }) => ({
        ancre: String(item.open.meta?.['ancre']),
        figure: [avant, valeur, unite].map(plainText).filter(Boolean).join(' '),
        legende: plainText(legende),
        titre,
        source: nommee,
      })),
    }
  },
  render(bloc, context) {
    const items = read(bloc).map(({ item, avant, valeur, unite, legende }) => {
      const small = (words: Token[]) =>
        words.length === 0 ? '' : `<span class="unite">${context.inline(words)}</span>`
      // « Près d’un quart »: words are no figure, and as small as a unit.
      const size = /\p{N}/u.test(plainText(valeur)) ? 'valeur' : 'unite'
      const figure =
        valeur.length === 0
          ? ''
          : `<span class="chiffre">${[small(avant), `<strong class="${size}">${context.inline(valeur)}</strong>`, small(unite)].filter(Boolean).join(' ')}</span> `
      // A figure alone is sent from a screen: paper and e-books name its block.
      const id = context.medium === 'web' ? context.id(String(item.open.meta?.['ancre'])) : ''
      return puce(
        item,
        `${figure}<span class="legende">${context.inline(legende).trim()}</span>`,
        context,
        id,
      )
    })
    return enclose('aside', bloc, context, [
      blockHead('p', bloc, context),
      `<ul class="chiffres-liste">\n${items.join('')}</ul>\n`,
      context.blocs(itemsOf(bloc.corps).reste),
      source(bloc, context),
    ])
  },
}

/** The author's line with its first number in bold; the model where it begins with none. */
function proposal(content: string): string {
  const texte = content.replaceAll('\n', ' ')
  const match = /^[+−–-]?\d+(?:[ .,]\d+)*(?:\s?[%‰€]| millions?| milliards?)?(?=[\s,]|$)/u.exec(texte)
  return match ? `- **${match[0]}**${texte.slice(match[0].length)}` : modele
}

function read(bloc: Bloc): Chiffre[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    const lead = leadingStrong(children)
    if (!lead) return { item, avant: [], valeur: [], unite: [], legende: children }
    return { item, ...cutFigure(lead.strong), legende: lead.after }
  })
}

/** `+3,9 %` → `+3,9` and `%`; `1er rang` → `1er` and `rang`; `Près de 47 %` → `Près de`, `47` and `%`; words alone are all value. */
function cutFigure(strong: Token[]): Pick<Chiffre, 'avant' | 'valeur' | 'unite'> {
  const [first] = strong
  const about = cutChildren(strong, /^\P{N}*\p{L}\s+(?=\p{N}|$)/u)
  if (first && about?.before.length === 0 && /^\P{N}*\p{N}[\p{N}\s.,]*\P{N}*$/u.test(plainText(about.after)))
    return { ...cutFigure(about.after), avant: [copyWith(first, about.match.trimEnd())] }
  const cut = cutChildren(strong, nombre)
  // An unbroken word is a piece of its own: « 1 200-1 500 » goes on in one.
  const next = cut?.after.find(({ type }) => type === 'text')?.content ?? ''
  if (!cut || cut.before.length > 0 || /^\d/.test(next)) return { avant: [], valeur: strong, unite: [] }
  const raised =
    cut.after[0]?.type === 'sup_open' ? cut.after.findIndex(({ type }) => type === 'sup_close') + 1 : 0
  const number = first ? [copyWith(first, cut.match.trimEnd())] : []
  return {
    avant: [],
    valeur: [...number, ...cut.after.slice(0, raised)],
    unite: trimStart(cut.after.slice(raised)),
  }
}

function trimStart(children: Token[]): Token[] {
  const [first, ...rest] = children
  return first?.type === 'text' ? [copyWith(first, first.content.trimStart()), ...rest] : children
}
