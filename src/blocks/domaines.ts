import type { Token } from 'markdown-it'
import { drawChart, wheel } from '../charts/index.ts'
import {
  type Attributs,
  type Bloc,
  type Block,
  blockHead,
  checkTitre,
  enclose,
  isIcon,
  listForm,
  nearIcons,
  plainText,
  type RenderContext,
  type Report,
  source,
  sourceLine,
  titreSeul,
} from '../text/index.ts'
import {
  checkListe,
  itemsOf,
  type ListItem,
  leadingStrong,
  puce,
  reportRenvois,
  withoutLead,
  withoutTail,
} from './items.ts'

type Domaine = { item: ListItem; nom: Token[]; texte: Token[]; picto: string | null }

const modele = '- **Domaine** {picto=house} : texte'

/** `::: domaines Titre`: the wheel of competences, and its list. */
export const domaines: Block<'domaines'> = {
  name: 'domaines',
  label: 'Domaines',
  help: 'Le domaine en gras, deux-points, le texte.',
  heading: { words: 'Domaines', icon: 'layers', untitled: true },
  print: 'wide',
  sheet: 'figures',
  search: 'domaine',
  items: true,
  template: '::: domaines Treize domaines où agir',
  word: { item: '**[Domaine]** : [texte]' },
  form: listForm('domaines', {
    title: 'Des domaines',
    hasTitle: true,
    label: 'Domaines',
    items: {
      columns: [
        { label: 'Domaine', example: 'Habitat' },
        { label: 'Pictogramme', kind: 'picto' },
        { label: 'Ce qu’on y fait', example: 'loger autrement' },
      ],
      read: item => /^\*\*(.+?)\*\*(?: \{picto=([\w-]+)\})?(?: : (.*))?$/.exec(item)?.slice(1) ?? null,
      write: ([nom, picto, texte]) =>
        `**${nom}**${picto ? ` {picto=${picto}}` : ''}${texte ? ` : ${texte}` : ''}`,
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
    const lus = read(bloc)
    // On paper names alone stand around the wheel, and in what it says to those who do not see it: a list would repeat them.
    const hasWords = context.medium === 'print' && lus.length > 0 && lus.every(isName)
    const items = lus.map(({ item, nom, texte }) => {
      const html = context.inline(texte).trim()
      const colon = html === '' && item.suite.length === 0 ? '' : '\u00a0:'
      const name =
        nom.length > 0 ? `<strong>${context.inline(nom).trim()}${colon}</strong>${colon && ' '}` : ''
      return puce(item, `${name}${html}`, context)
    })
    return enclose('figure', bloc, context, [
      blockHead('figcaption', bloc, context),
      dessin(bloc, lus, context),
      hasWords ? '' : `<ul class="domaines-liste">\n${items.join('')}</ul>\n`,
      context.blocs(itemsOf(bloc.corps).reste),
      source(bloc, context),
    ])
  },
}

/** Tells of a bare name: the drawing can show it whole, without losing a link. */
const isName = ({ nom, texte, item }: Domaine): boolean =>
  nom.length > 0 &&
  nom.every(({ type }) => type !== 'link_open') &&
  plainText(texte) === '' &&
  item.suite.length === 0

function dessin(bloc: Bloc, lus: readonly Domaine[], context: RenderContext): string {
  const segments = lus
    .filter(({ nom }) => nom.length > 0)
    .map(({ nom, picto: named }) => ({
      name: plainText(nom),
      picto: named !== null && isIcon(named) ? named : null,
    }))
  if (segments.length === 0) return ''
  const titre = bloc.titre ? plainText(bloc.titre.children) : 'Domaines'
  const label = `${titre}\u00a0: ${segments.map(({ name }) => name).join(', ')}`
  return drawChart(wheel(segments, context.couleurs), label, bloc, context)
}

function read(bloc: Bloc, report?: Report): Domaine[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    const attributs = item.inline.meta?.['attributs'] as Attributs | undefined
    const wanted = attributs?.valeurs['picto'] ?? null
    if (wanted !== null && !isIcon(wanted))
      report?.('picto-inconnu', item.inline, attributs?.offset ?? 0, {
        picto: wanted,
        proches: nearIcons(wanted),
      })
    const cut = cutDomaine(children)
    if (typeof cut !== 'string') {
      if (report) reportRenvois(item.inline, report, { ou: "le nom d'un domaine", children: cut.nom })
      return { item, picto: wanted, ...cut }
    }
    report?.(cut, item.inline)
    return { item, picto: wanted, nom: [], texte: children }
  })
}

/** Reads a name in bold, its colon (inside the bold or after it) and what follows; a bare name needs no colon. Else says
 *  what is missing. */
function cutDomaine(
  children: readonly Token[],
): Pick<Domaine, 'nom' | 'texte'> | 'domaine-sans-gras' | 'domaine-sans-deux-points' {
  const lead = leadingStrong(children)
  if (!lead) return 'domaine-sans-gras'
  const named = withoutTail(lead.strong, /\s*:\s*$/)
  const described = withoutLead(lead.after, /^\s*:\s*/)
  const [nom, texte] = [named ?? lead.strong, described ?? lead.after]
  if (plainText(nom) === '') return 'domaine-sans-gras'
  if (!named && !described && plainText(texte) !== '') return 'domaine-sans-deux-points'
  return { nom, texte }
}
