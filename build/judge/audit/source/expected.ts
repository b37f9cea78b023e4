import type { Item } from '../../../../src/indexes/sequence.ts'
import type { Corps, FichePubliee, Kit, Medium, Page } from '../../../../src/kit.ts'
import { missingWords } from '../words.ts'
import { dateInWords } from './french.ts'
import { backCoverOf, blockLabels, colophonOf, onlineWords } from './layout-words.ts'
import { readSource, type Unit } from './units.ts'

/** What one document of an edition must hold of its source, what its layout must add to it, and what it may add. */
export type Expected = {
  item: Item
  file: string
  titre: string
  units: Unit[]
  labels: string[]
  additions: string[]
}

type Said = Omit<Expected, 'item'>

/** The documents whose text authors wrote, in reading order. */
export function expectedOf(kit: Kit, items: readonly Item[], medium: Medium): Expected[] {
  return items.flatMap(item => {
    if (item.kind === 'fiche') return { item, ...ofFiche(kit, item.fiche, medium) }
    if (item.kind === 'page') return { item, ...ofPage(kit, item.page, medium) }
    return item.kind === 'couverture' && medium === 'print' ? { item, ...ofCover(kit) } : []
  })
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The printed cover says what kit.yaml says of the kit, and may count its fiches, announced ones too, by family or all of them. */
function ofCover(kit: Kit): Said {
  const { titre, sous_titre, edition, editeur, familles, fiches } = kit
  const lines = [
    titre,
    sous_titre ?? '',
    capitalized(edition.statut ?? ''),
    capitalized(dateInWords(edition.mois)),
    `Une publication ${editeur.sigle ?? editeur.nom}`,
  ]
  const counts = familles.map(({ id, singulier, pluriel }) => {
    const { length } = fiches.filter(({ famille }) => famille === id)
    return `${length} ${length > 1 ? pluriel : singulier}`
  })
  return {
    file: 'kit.yaml',
    titre: 'Couverture',
    units: lines.map(text => ({ text, line: 1, flow: text })),
    labels: [],
    additions: [...counts, `${fiches.length} fiches`],
  }
}

function ofFiche(kit: Kit, fiche: FichePubliee, medium: Medium): Said {
  const source = readSource(fiche.corps.source, fiche.corps.line, slug => nameOf(kit, slug))
  const famille = kit.familles.find(({ id }) => id === fiche.famille)
  const soutiens = fiche.soutien.map(id => kit.partenaires[id]?.nom ?? id)
  const units = [
    { text: fiche.titre, line: 1, flow: 'titre' },
    ...source.units,
    ...(fiche.mots_cles.length > 0
      ? [{ text: `Mots-clés : ${fiche.mots_cles.join(', ')}`, line: 1, flow: 'mots-clés' }]
      : []),
    ...soutiens.map(nom => ({ text: nom, line: 1, flow: `soutien ${nom}` })),
  ]
  const { labels, additions } = blockLabels(source, medium)
  const credits = creditsOf(kit, fiche.corps)
  const heads: Record<Medium, string[]> = {
    // Compared by `fiche-facts`: they stand outside the text.
    web: [],
    print: [famille?.singulier ?? '', `Numéro ${fiche.numero}`],
    epub: [famille?.singulier ?? '', String(fiche.numero), `Fiche mise à jour en ${dateInWords(fiche.maj)}`],
  }
  const foot = [
    `Fiche mise à jour en ${dateInWords(fiche.maj)}`,
    // A numeral that is drawn is heard as « Numéro 1 ».
    ...(medium === 'print' ? [String(fiche.numero)] : []),
    'en relecture',
    'Fiche réalisée avec le soutien de',
    'Avec le soutien de',
    'et',
    ...onlineWords(kit, medium),
  ]
  return {
    file: fiche.file,
    titre: fiche.titre,
    units,
    labels: [...heads[medium], ...labels, ...credits.alone],
    additions: [...foot, ...additions, ...credits.others],
  }
}

function ofPage(kit: Kit, page: Page, medium: Medium): Said {
  const source = readSource(page.corps.source, page.corps.line, slug => nameOf(kit, slug))
  const cover = page.gabarit === 'quatrieme' && medium === 'print'
  // The printed back cover bears the title of the kit.
  const titre = cover ? kit.titre : page.titre
  const { said, missing } = aboutKit(kit, page, medium)
  const { labels, additions } = blockLabels(source, medium)
  const credits = creditsOf(kit, page.corps)
  return {
    file: page.file,
    titre,
    units: [
      { text: titre, line: 1, flow: 'titre' },
      ...source.units,
      ...said.map(text => ({ text, line: 1, flow: text })),
    ],
    labels: [...labels, ...credits.alone],
    additions: [...additions, ...credits.others, ...missing],
  }
}

/** What print says of the kit on its colophon and on its back cover, and what it calls to be completed there. */
function aboutKit(
  kit: Kit,
  { gabarit }: Page,
  medium: Medium,
): { said: readonly string[]; missing: readonly string[] } {
  if (medium !== 'print') return { said: [], missing: [] }
  if (gabarit === 'quatrieme') return { said: backCoverOf(kit), missing: [] }
  if (gabarit !== 'colophon') return { said: [], missing: [] }
  const lines = Object.entries(colophonOf(kit))
  return {
    said: lines.flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`])),
    missing: lines.flatMap(([name, value]) => (value === null ? [`${name} à compléter`] : [])),
  }
}

/** What a cross-reference reads, the printed page apart. */
export function nameOf(kit: Kit, slug: string): string {
  const fiche = kit.fiches.find(one => one.slug === slug)
  if (fiche) return fiche.statut === 'a-paraitre' ? fiche.titre : fiche.titre_court
  return kit.pages.find(one => one.slug === slug)?.titre_court ?? slug
}

/** Who made a picture, and how it may be used: said under each that stands alone, and nowhere else. */
function creditsOf(kit: Kit, { source, images }: Corps): { alone: string[]; others: string[] } {
  const sayingsOf = (paths: readonly string[]) =>
    paths.flatMap(path => {
      const image = kit.images[path]
      return image ? [`${image.credit}, ${image.licence}`] : []
    })
  const alone = sayingsOf(
    [...source.matchAll(/(?<=^|\n[ \t]*\n)!\[[^\]\n]*\]\(([\w/.-]+)\)(?=\r?\n[ \t]*\r?\n|\s*$)/g)].map(
      ([, path = '']) => path,
    ),
  )
  return { alone, others: missingWords(sayingsOf(images.map(({ path }) => path)), alone) }
}
