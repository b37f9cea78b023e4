import type { Token } from 'markdown-it'
import type { Code } from '../../diagnostics/catalogue/index.ts'
import type { Bloc, Report } from '../block.ts'
import { itemsOf } from './items.ts'

/** Judges the list that a block is made of: that there is one, with all the words in it, and that each item begins with words.
 *  @param modele an item, as an author writes it @param absente the code that tells of a block without a list */
export function checkListe(
  bloc: Bloc,
  report: Report,
  { modele, absente = 'bloc-sans-liste' }: { modele: string; absente?: Code },
): void {
  const { items, informes, stray } = itemsOf(bloc.corps)
  const listed = items.length > 0 || informes.length > 0
  if (!listed) report(absente, bloc.open, 0, { bloc: bloc.nom, modele })
  else if (stray) report('texte-hors-liste', stray, 0, { bloc: bloc.nom, modele })
  for (const { open, first } of informes)
    report('element-sans-texte', open, 0, { bloc: bloc.nom, ...startOf(first, modele) })
}

/** What an item begins with in place of words, and what to write: Markdown makes most of these of a sign that was meant as
 *  one (« 2022. » opens a list). */
function startOf(first: Token, modele: string): { quote: string; remedy: string } {
  const remedy = `Écrire : ${modele}`
  switch (first.type) {
    case 'ordered_list_open': {
      const nombre = first.attrGet('start') ?? 1
      const { markup: signe } = first
      return {
        quote: 'une liste numérotée',
        remedy: `« ${nombre}${signe} » ouvre une liste : écrire « ${nombre}\\${signe} », ou commencer par des mots : ${modele}`,
      }
    }
    case 'bullet_list_open':
      return { quote: 'une autre liste', remedy }
    case 'blockquote_open':
      return { quote: 'une citation', remedy }
    case 'heading_open':
      return { quote: 'un titre', remedy }
    case 'table_open':
      return { quote: 'un tableau', remedy }
    case 'hr':
      return { quote: 'un trait', remedy }
    default:
      return { quote: 'du code informatique', remedy }
  }
}
