import type { Token } from 'markdown-it'
import { type Bloc, type Block, checkTitre, type Report, sourceLine, titreSeul } from '../block.ts'
import { encadrer, inlineOf, picto, source, tete } from '../render/parts.ts'
import { checkListe } from './check-liste.ts'
import { cutChildren, type Item, itemsOf, puce } from './items.ts'

type Repere = { item: Item; annee: Token[]; evenement: Token[] }

const modele = '- 1901 : texte'

/** `::: frise Titre`: dates on a line. */
export const frise: Block = {
  nom: 'frise',
  place: 'plein',
  modele: '::: frise L’ESS en quelques dates',
  cloture: sourceLine,
  ouverture: titreSeul,
  lit: true,
  check(bloc, report) {
    checkTitre(bloc, report, frise.modele)
    checkListe(bloc, report, { modele })
    read(bloc, report)
  },
  render(bloc, cadre) {
    const items = read(bloc).map(({ item, annee, evenement }) => {
      const noeud = cadre.medium === 'epub' ? '' : '<span class="noeud" aria-hidden="true"></span>'
      const date = annee.length > 0 ? `<span class="annee">${cadre.inline(annee).trim()}</span> ` : ''
      return puce(
        item,
        `${noeud}${date}<span class="evenement">${cadre.inline(evenement).trim()}</span>`,
        cadre,
      )
    })
    return encadrer('figure', bloc, cadre, [
      tete(
        'figcaption',
        bloc.titre ? inlineOf(bloc.titre, cadre) : 'Quelques dates',
        picto('calendar', cadre),
      ),
      `<ol class="frise-dates">\n${items.join('')}</ol>\n`,
      cadre.blocs(itemsOf(bloc.corps).reste),
      source(bloc, cadre),
    ])
  },
}

function read(bloc: Bloc, report?: Report): Repere[] {
  let latest = 0
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    // « 10:30 » is a date, « https:// » none: a colon that ends the date has a space after it.
    const lead = cutChildren(children, /\s*:(?:\s+|$)/)
    const date = lead?.before.map(({ content }) => content).join('') ?? ''
    const dated = /^[^.!?]{1,30}$/.test(date)
    if (!lead || !dated) {
      report?.('date-absente', item.inline)
      return { item, annee: [], evenement: children }
    }
    const year = Number(/(?<!\d)[12]\d{3}(?!\d)/.exec(date)?.[0] ?? latest)
    if (year < latest) report?.('frise-desordre', item.inline, 0, { annee: year, avant: latest })
    latest = Math.max(latest, year)
    return { item, annee: lead.before, evenement: lead.after }
  })
}
