import type { FichePubliee, Kit } from '../kit.ts'
import { createRenderer } from '../markdown/create-renderer.ts'
import { ciblesOf } from '../markdown/render/cibles.ts'
import { typographText } from '../markdown/typography/index.ts'
import { ficheToWord, type WordSetting } from './fiche-to-word.ts'
import { paletteOf } from './write/style-sheet.ts'

/** What is drawn in a fiche: its charts as SVG files, in the order of the text, and the paths of its pictures. */
export type DrawnOfFiche = { charts: string[]; pictures: string[] }

/** @throws when its body has mistakes */
export function drawnOf(kit: Kit, fiche: FichePubliee): DrawnOfFiche {
  const { html } = createRenderer(kit, 'print').fiche(fiche)
  return {
    charts: [...html.matchAll(/<svg class="graphe graphique"[\s\S]*?<\/svg>/g)].map(([svg]) =>
      withNamespace(svg),
    ),
    pictures: [...new Set(fiche.corps.images.map(({ path }) => path))],
  }
}

/** A page of HTML knows what its drawings are; a file of its own has to say it. */
const withNamespace = (svg: string) =>
  svg.replace(/^<svg (?!xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg" ')

/** A fiche of a kit as a Word file, in the colours of its family. The same bytes for the same kit and drawings.
 *  @param source its file. @param drawn what `drawnOf` names, as Word shows it */
export function wordOfFiche(
  kit: Kit,
  fiche: FichePubliee,
  source: string,
  drawn: Pick<WordSetting, 'charts' | 'pictures'>,
): Uint8Array {
  const couleur = kit.familles.find(({ id }) => id === fiche.famille)?.couleur ?? ''
  return ficheToWord(source, {
    palette: paletteOf(kit.tokens, couleur),
    auteur: kit.editeur.sigle ?? kit.editeur.nom,
    jour: `${fiche.maj}-01`,
    tete: kit.titre,
    pied: footerOf(kit, fiche),
    titles: new Map([...ciblesOf(kit)].map(([slug, { titre }]) => [slug, typographText(titre)])),
    ...drawn,
  })
}

/** Who made the text, its date, and what may be done with it. */
function footerOf({ titre, editeur, licence }: Kit, { maj }: FichePubliee): string {
  const name = [licence.nom, licence.version].filter(Boolean).join(' ')
  const where = licence.url ? ` (${licence.url})` : ''
  return `${editeur.sigle ?? editeur.nom}, ${titre}, mise à jour ${maj}. Licence ${name}${where}.`
}
