import type { Kit } from '../../../../src/kit/index.ts'
import { factList, formatDate, html, plural } from '../../../../src/problems/index.ts'
import { mm, planOf } from '../../../../src/text/index.ts'
import { planBooklet } from '../../imposition.ts'
import { leafThickness, signatureOf, spineWidth } from '../../sheet/plan.ts'
import { french, type SheetKind } from './check.ts'

/** How the book is made, as kit.yaml says; null: to be completed. */
export type Fabrication = ReturnType<typeof fabricationOf>

/** @param body pages of the book, covers of a square back left out
 *  @returns `feuilles`: folded sheets of four pages, or leaves; `dos`: the spine of a square back, in mm */
export function fabricationOf(fichier: SheetKind, kit: Kit, body: number) {
  const { impression, imprimeur, editeur, edition, mentions } = kit
  const { reliure, tirage, pelliculage, papier, papier_couverture } = impression
  const { trim } = planOf(kit)
  const together = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ')
  return {
    fichier,
    reliure,
    tirage,
    pelliculage,
    format: `${french(trim.width)} × ${french(trim.height)} mm`,
    feuilles: Math.ceil(body / signatureOf(impression)),
    papier: { ...papier, epaisseur: leafThickness(papier) },
    papierCouverture: papier_couverture,
    dos: reliure === 'dos-carre' ? spineWidth(body, impression) : null,
    imprimeur: imprimeur && together(imprimeur.nom, imprimeur.ville, imprimeur.contact),
    editeur: together(editeur.nom, mentions.contact),
    edition: together(formatDate(edition.mois), edition.statut),
  }
}

const MISSING = 'à compléter'
/** A spine in mm under which glue holds badly. */
const THIN = 5

const paperWords = (paper: Kit['impression']['papier']) =>
  `${french(paper.grammage)} g/m², main ${french(paper.main)}, soit ${french(leafThickness(paper), 3)} mm par feuillet`

/** The order for the printer: copies, stocks, folding, binding, lamination, contacts. */
export function orderSheet(fabrication: Fabrication): string {
  const { reliure, tirage, pelliculage, feuilles, papier, papierCouverture, dos } = fabrication
  const stapled = reliure === 'agrafe'
  const isDefault = papier.grammage === 100 && papier.main === 1
  const cover = papierCouverture ? paperWords(papierCouverture) : MISSING
  return `<section class="feuillet"><h2>Fiche de fabrication</h2>
${factList([
  ['Édition', fabrication.edition],
  ['Exemplaires', tirage === null ? MISSING : french(tirage)],
  ['Format fini', fabrication.format],
  ['Impression', 'quatre encres, recto verso'],
  ['Papier du corps', `${paperWords(papier)}${isDefault ? ' (valeurs de départ, à confirmer)' : ''}`],
  ['Papier de la couverture', cover],
  ['Pelliculage de la couverture', pelliculage ?? MISSING],
  [
    'Pliage',
    stapled
      ? `${plural(feuilles, 'feuille pliée', 'feuilles pliées')} en deux, quatre pages chacune`
      : `couverture rainée et pliée deux fois, à ${french(dos ?? 0)} mm`,
  ],
  [
    'Reliure',
    stapled
      ? 'deux agrafes dans le pli, à gauche du livre'
      : `dos carré collé, ${plural(feuilles, 'feuillet')}, dos de ${french(dos ?? 0)} mm`,
  ],
  ['Imprimeur', fabrication.imprimeur ?? MISSING],
  ['Éditeur', fabrication.editeur],
])}
<p>Les textes noirs de 12 points au plus surimpriment. Le profil du fichier est celui de son papier : pour un papier non couché ou recyclé,
demander le sien à l’imprimeur (<code>impression › profil</code>).</p>
${dos !== null && dos < THIN ? `<p><strong>Un dos de ${french(dos)} mm est mince pour la colle : en parler à l’imprimeur, ou agrafer.</strong></p>` : ''}
</section>`
}

const strokes = {
  plier:
    '<path d="M10 34 48 44v42L10 76zM48 44 86 34v42L48 86z"/><path d="M78 22C64 8 32 8 20 20m0 0 2-10M20 20l10-1"/>',
  ranger:
    '<path d="M12 52 48 24l36 28M12 68l36-28 36 28M12 84l36-28 36 28"/><path d="M48 4v14m-7-6 7 7 7-7"/>',
  piquer:
    '<path d="M10 22h76v56H10z"/><path d="M48 22v56" stroke-dasharray="5 4"/><path d="M48 32v12M48 56v12" stroke-width="8"/>',
  rainer:
    '<path d="M8 22h80v52H8z"/><path d="M42 12v72M54 12v72" stroke-dasharray="5 4"/><path d="M48 2v12m-6-6 6 6 6-6"/>',
  coller:
    '<path d="M18 50h60v36H18zM18 62h60M18 74h60"/><path d="M48 6c8 11 12 17 12 22a12 12 0 0 1-24 0c0-5 4-11 12-22z"/>',
  couper:
    '<circle cx="20" cy="30" r="9"/><circle cx="20" cy="66" r="9"/><path d="M28 35l40 25M28 61l40-25"/><path d="M82 10v76" stroke-dasharray="5 4"/>',
  verifier:
    '<path d="M8 26q22-9 40 4v48q-18-13-40-4zM88 26q-22-9-40 4v48q18-13 40-4z"/><path d="m58 50 8 9 14-18"/>',
}
/** One page for the workshop, in easy French: one deed a step, with its pictogram, and short sentences, a line each. */
export function workshopPage({ reliure, feuilles, fichier, dos }: Fabrication): string {
  const sheets = `Le livre a ${plural(feuilles, 'feuille')}.`
  const numbered = fichier === 'cahier' ? ' Le numéro de la feuille est écrit en bas, hors de la page.' : ''
  const start: WorkshopStep[] =
    reliure === 'agrafe'
      ? [
          [
            'plier',
            'Plier',
            `${sheets} Pliez chaque feuille en deux. Le pli passe par les petits traits du milieu.`,
          ],
          [
            'ranger',
            'Ranger',
            `Mettez les feuilles l’une dans l’autre. La feuille de la page 1 est dehors.${numbered}`,
          ],
          ['piquer', 'Piquer', 'Mettez deux agrafes. Les agrafes sont dans le pli.'],
        ]
      : [
          [
            'ranger',
            'Ranger',
            `${sheets} Mettez les feuilles dans l’ordre des pages. Les numéros de page sont en bas.`,
          ],
          [
            'rainer',
            'Rainer',
            'Marquez deux plis dans la couverture. Les plis passent par les petits traits. Pliez la couverture.',
          ],
          [
            'coller',
            'Coller',
            `Collez les feuilles dans la couverture. Le dos mesure ${french(dos ?? 0)} mm.`,
          ],
        ]
  const steps: WorkshopStep[] = [
    ...start,
    [
      'couper',
      'Couper',
      'Coupez en haut, en bas et sur le côté. Suivez les traits des coins. Ne coupez pas le dos du livre.',
    ],
    [
      'verifier',
      'Vérifier',
      'Ouvrez le livre. Les numéros de page se suivent. Aucune page n’est à l’envers.',
    ],
  ]
  const items = steps.map(([picture, title, words]) => {
    const lines = words.split(/(?<=\.) /).map(line => `<p>${html(line)}</p>`)
    return `<li><svg viewBox="0 0 96 96" aria-hidden="true">${strokes[picture]}</svg><div><h3>${title}</h3>${lines.join('')}</div></li>`
  })
  return `<section class="feuillet"><h2>À l’atelier : faire le livre</h2>${reliure === 'agrafe' ? imposedSheets(feuilles) : ''}<ol class="etapes">${items.join('\n')}</ol></section>`
}

/** Draws the outermost and the innermost sheet of a booklet, both sides, small: which pages lie side by side. */
function imposedSheets(sheets: number): string {
  const sides = planBooklet(4 * sheets, { thickness: mm(0) })
  const drawingOf = (side: number) => {
    const [left, right] = [(sides[side]?.left ?? 0) + 1, (sides[side]?.right ?? 0) + 1]
    const face = side % 2 === 0 ? 'dehors' : 'dedans'
    return `<figure><svg viewBox="0 0 84 60" role="img" aria-label="Feuille ${(side >> 1) + 1}, ${face} : page ${left} à gauche, page ${right} à droite"><path d="M1 1h82v58H1z"/><path d="M42 1v58" stroke-dasharray="3 2"/><text x="21" y="36">${left}</text><text x="63" y="36">${right}</text></svg><figcaption>Feuille ${(side >> 1) + 1}, ${face}</figcaption></figure>`
  }
  const shown = [...new Set([0, 1, sides.length - 2, sides.length - 1])]
  return `<div class="imposition">${shown.map(drawingOf).join('')}</div>`
}
type WorkshopStep = [picture: keyof typeof strokes, title: string, words: string]

export const fabricationCss = `
.feuillet dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); margin-bottom: 1rem; }
.etapes { margin: 0; padding: 0; list-style: none; counter-reset: etape; }
.etapes li { display: grid; grid-template-columns: 2.5rem 9rem 1fr; gap: 1.5rem; align-items: center; padding: .75rem 0; border-bottom: 1px solid var(--filet); counter-increment: etape; break-inside: avoid; }
.etapes li::before { content: counter(etape); font-size: 2.5rem; font-weight: 700; }
.etapes svg { width: 100%; fill: none; stroke: currentColor; stroke-width: 4; stroke-linejoin: round; stroke-linecap: round; }
.etapes h3 { font-size: 1.5rem; }
.etapes p { margin: 0; font-size: 1.25rem; }
.imposition { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem; margin-bottom: 1rem; }
.imposition figure { margin: 0; }
.imposition svg { width: 100%; fill: none; stroke: currentColor; }
.imposition text { fill: currentColor; stroke: none; font-size: 16px; font-weight: 700; text-anchor: middle; }
@media print { .feuillet { break-before: page; } .feuillet h2 { margin-top: 0; } }
`
