import { blocks } from '../../src/blocks/index.ts'
import { drawBarCode, drawQrCode, textWidth } from '../../src/charts/index.ts'
import {
  type Famille,
  type FicheListee,
  ficheFields,
  type Item,
  imprintOf,
  type KitListe,
  mark,
  type Renderer,
  titleOf,
} from '../../src/kit/index.ts'
import {
  changed,
  elementsOf,
  formatDate,
  hasClass,
  insert,
  withCapital,
  withoutCapital,
} from '../../src/problems/index.ts'
import {
  absolute,
  addressOf,
  type BlockSheet,
  icon,
  line,
  type Medium,
  type PagePlan,
  planOf,
  sayTrim,
  shortAddress,
  showWeight,
  sigleAnchor,
  tab,
  weightSlot,
  withBase,
} from '../../src/text/index.ts'
import { embedLines } from './web/embed.ts'
import { departementMap } from './web/map.ts'
import { citeFiche, structuredData } from './web/structured-data.ts'

/** Lists the functions of layouts, by name: for Eleventy and for rendering in a browser. */
export function layoutFilters(
  kit: KitListe,
  medium: Medium,
  renderer: Pick<Renderer, 'text' | 'titre'>,
): Record<string, (...args: never[]) => unknown> {
  // Not `url`: Eleventy's own filter of that name is added after this configuration and would win.
  const { url } = kit.site
  const unknown = () => {
    throw new Error('the site has no address in kit.yaml')
  }
  return {
    typo: renderer.text,
    titre: renderer.titre,
    picto: icon,
    marque: mark,
    ancreDeSigle: sigleAnchor,
    titreCourt: (item: Item) => titleOf(item, 'titre_court'),
    onglet: ({ id }: Famille) => thumbTabs(kit.familles, planOf(kit)).get(id),
    adresseCourte: shortAddress,
    codeBarres: drawBarCode,
    codeQr: drawQrCode,
    octets: showWeight,
    poids: (path: string) => weightSlot(path.slice(1)),
    date: formatDate,
    mentionLegale: () => imprintOf(kit),
    formatFini: () => sayTrim(kit.impression.format, planOf(kit).trim),
    majuscule: withCapital,
    minuscule: withoutCapital,
    carteDesDepartements: departementMap,
    feuilles: sheetsFor,
    champs: (fiche: FicheListee) => shownFields(fiche, medium),
    apresOuverture: insertAfterOpening,
    finDuTexte: insertInOpening,
    citation: (fiche: FicheListee) => citeFiche(kit, fiche),
    adresseEntiere: url ? (path: string) => absolute(url, path, kit) : unknown,
    integration: url ? (fiche: FicheListee) => embedLines(kit, fiche, url) : unknown,
    donneesLiees: url ? (item: Item | undefined) => structuredData(kit, item ?? null, url) : unknown,
    adresse: (target: Item | string) =>
      typeof target === 'string' ? withBase(target, kit) : addressOf(target, medium, kit),
  }
}

/** Puts what one does with a fiche after its opening: a phone shows the text first, and the keyboard goes as the eye does.
 *  @param body HTML of the fiche */
function insertAfterOpening(body: string, tools: string): string {
  const opening = elementsOf(body).find(element => hasClass(element, 'chapo-rang'))
  return changed(body, [insert(opening?.end ?? 0, tools)])
}

/** Puts words at the end of the text that opens a fiche. @param body HTML of the fiche */
function insertInOpening(body: string, words: string): string {
  const text = elementsOf(body).find(element => hasClass(element, 'texte'))
  return changed(body, [insert(text?.outside ?? 0, words)])
}

/** Fields of the front matter that a fiche shows, each as a line of words. */
const shownFields = (fiche: FicheListee, medium: Medium) =>
  ficheFields.flatMap(({ key, label, isMonth, shown }) => {
    const value: unknown = Reflect.get(fiche, key)
    const words = [value ?? []].flat().map(word => (isMonth ? formatDate(String(word)) : String(word)))
    const classes = new Set(['mots-cles', key.replaceAll('_', '-')])
    return shown.includes(medium) && words.length > 0
      ? [{ label, mots: words, classe: [...classes].join(' ') }]
      : []
  })

const holds = (sheet: BlockSheet, text: string) =>
  blocks.some(block => block.sheet === sheet && new RegExp(`class="bloc ${block.name}\\b`).test(text))

/** Names of the style sheets of a page: that of its kind, and those of rare blocks and of charts where its text holds some. */
const sheetsFor = (kind: string, text = ''): string[] => [
  kind,
  ...(holds('figures', text) ? ['figures'] : []),
  ...(holds('graphiques', text) || text.includes('class="graphe') ? ['graphiques'] : []),
]

/** Place of a family's thumb tab on the outer edge, in mm from the top of the trim; `named` when it has room for the name. */
type ThumbTab = { top: number; height: number; named: boolean }

/** Gives each family a tab, centred on the edge: three stand at 90, 135 and 180 mm. Tabs grow for long names; too many shrink. */
export function thumbTabs(
  familles: readonly Famille[],
  { trim }: Pick<PagePlan, 'trim'>,
): Map<string, ThumbTab> {
  const longest = Math.max(0, ...familles.map(({ pluriel }) => lengthOf(pluriel)))
  const wanted = Math.max(tab.height, tab.nameless + longest)
  const edge = trim.height - tab.head - tab.foot
  const height = Math.min(wanted, (edge + line) / Math.max(1, familles.length) - line)
  const first = tab.head + edge / 2 - (familles.length * (height + line) - line) / 2
  return new Map(
    familles.map(({ id }, index) => [
      id,
      {
        top: round(first + index * (height + line)),
        height: round(height),
        named: height >= tab.nameless + longest,
      },
    ]),
  )
}

const size = (tab.size * 25.4) / 72
const lengthOf = (name: string) => textWidth(name, 'figure', size) + tab.spacing * size * name.length

const round = (length: number) => Math.round(length * 100) / 100
