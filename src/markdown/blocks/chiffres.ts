import type { Token } from 'markdown-it'
import { type Bloc, type Block, checkSource, sourceLine, titreSeul } from '../block.ts'
import { encadrer, inlineOf, picto, source, tete } from '../render/parts.ts'
import { plainText } from '../text.ts'
import { copyWith } from '../token.ts'
import { checkListe } from './check-liste.ts'
import { cutChildren, type Item, itemsOf, leadingStrong, puce } from './items.ts'

type Chiffre = { item: Item; valeur: Token[]; unite: Token[]; legende: Token[] }

// A number with its sign, before its unit; spaces within it are figures. « 3e », « 50M€ », « 1/3 » in one piece are all value.
const nombre = /^[+−–-]?\s?\d+(?:[\s.,]\d+)*(?=\s*(?:[%‰€$£°]|$)|\s+[\p{L}(])\s*/u

const modele = '- **2,7 millions** de salarié.e.s'

/** `::: chiffres Titre`: figures, each with its caption, and their source. */
export const chiffres: Block = {
  nom: 'chiffres',
  place: 'marge',
  items: true,
  modele: '::: chiffres Chiffres clés (2024)',
  cloture: sourceLine,
  ouverture: titreSeul,
  check(bloc, report) {
    checkListe(bloc, report, { modele, absente: 'chiffres-sans-liste' })
    for (const { inline } of itemsOf(bloc.corps).items)
      if (!leadingStrong(inline.children ?? []))
        report('chiffre-sans-gras', inline, 0, { propose: propose(inline.content) })
    checkSource(bloc, report)
  },
  apport(bloc) {
    const titre = bloc.titre ? plainText(bloc.titre.children) : null
    const nommee = bloc.cloture
      ? plainText(bloc.cloture.children).replace(/^Sources?[\s\u00a0]*:\s*/i, '')
      : null
    return {
      chiffres: read(bloc).map(({ item, valeur, unite, legende }) => ({
        ancre: String(item.open.meta?.['ancre']),
        figure: [plainText(valeur), plainText(unite)].filter(Boolean).join(' '),
        legende: plainText(legende),
        titre,
        source: nommee,
      })),
    }
  },
  render(bloc, cadre) {
    const items = read(bloc).map(({ item, valeur, unite, legende }) => {
      const mesure = unite.length === 0 ? '' : ` <span class="unite">${cadre.inline(unite)}</span>`
      const figure =
        valeur.length === 0
          ? ''
          : `<span class="chiffre"><strong class="valeur">${cadre.inline(valeur)}</strong>${mesure}</span> `
      // A figure alone is sent from a screen: paper and e-books name its block.
      const id = cadre.medium === 'web' ? cadre.id(String(item.open.meta?.['ancre'])) : ''
      return puce(item, `${figure}<span class="legende">${cadre.inline(legende).trim()}</span>`, cadre, id)
    })
    return encadrer('aside', bloc, cadre, [
      tete('p', bloc.titre ? inlineOf(bloc.titre, cadre) : 'Chiffres clés', picto('chart-column', cadre)),
      `<ul class="chiffres-liste">\n${items.join('')}</ul>\n`,
      cadre.blocs(itemsOf(bloc.corps).reste),
      source(bloc, cadre),
    ])
  },
}

/** The author's line with its first number in bold; the model where it begins with none. */
function propose(content: string): string {
  const texte = content.replaceAll('\n', ' ')
  const match = /^[+−–-]?\d+(?:[ .,]\d+)*(?:\s?[%‰€]| millions?| milliards?)?(?=[\s,]|$)/u.exec(texte)
  return match ? `- **${match[0]}**${texte.slice(match[0].length)}` : modele
}

function read(bloc: Bloc): Chiffre[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    const lead = leadingStrong(children)
    if (!lead) return { item, valeur: [], unite: [], legende: children }
    return { item, ...cutFigure(lead.strong), legende: lead.after }
  })
}

/** `+3,9 %` → `+3,9` and `%`; `1er rang` → `1er` and `rang`; words alone are all value. */
function cutFigure(strong: Token[]): { valeur: Token[]; unite: Token[] } {
  const cut = cutChildren(strong, nombre)
  // An unbroken word is a piece of its own: « 1 200-1 500 » goes on in one.
  const next = cut?.after.find(({ type }) => type === 'text')?.content ?? ''
  if (!cut || cut.before.length > 0 || /^\d/.test(next)) return { valeur: strong, unite: [] }
  const raised =
    cut.after[0]?.type === 'sup_open' ? cut.after.findIndex(({ type }) => type === 'sup_close') + 1 : 0
  const [first] = strong
  const number = first ? [copyWith(first, cut.match.trimEnd())] : []
  return { valeur: [...number, ...cut.after.slice(0, raised)], unite: trimStart(cut.after.slice(raised)) }
}

function trimStart(children: Token[]): Token[] {
  const [first, ...rest] = children
  return first?.type === 'text' ? [copyWith(first, first.content.trimStart()), ...rest] : children
}
