import type { Couleurs } from '../text/index.ts'
import { type ChartData, commonUnit, writesUnits } from './data.ts'
import { type Chart, figure, LEGIBLE, rect, text, texts, vertical } from './drawing.ts'
import { greatest, thinShare } from './extent.ts'
import { type AxisPlan, horizontalAxis, tickLabel } from './scale.ts'
import { isUnnamed, legendOf, seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Names on the left of their bars up to this width, above them when one is wider. */
const wideName = 30
const lineHeight = 4.2
const seriesGap = 0.6
/** Half the axis would fall outside the drawing at its very edge. */
const bord = 0.18

/** Horizontal bars, grouped when there are several series; figures in the bars, or beside those too short for them. */
export function barChart({ series, lignes }: ChartData, colours: Couleurs, largeur: number): Chart {
  const seul = series.length === 1
  const fewNames = lignes.length <= 4
  const height = seul ? (fewNames ? 10.5 : 6.5) : fewNames ? 6 : 4.5
  const widest = greatest(lignes.map(ligne => textWidth(ligne.nom, 'figure', 1)))
  const size = seul && fewNames && widest * 4.2 <= wideName ? 4.2 : 3.5
  const nom = { face: 'figure', size, fill: colours.texte } as const
  const cote = widest * size <= wideName
  const x = cote && widest > 0 ? Math.max(14, widest * size + 3.5) : bord
  const unite = commonUnit(series)
  const valeurs = lignes.flatMap(ligne => ligne.valeurs)
  const plan = horizontalAxis(valeurs, { x, largeur: largeur - x - bord }, unite ?? '')
  const figures = lignes.flatMap(ligne => ligne.textes.map(texte => textWidth(texte, 'figure', 1)))
  const longest = greatest(figures, 1)
  const chiffre = Math.min(height > 10 ? 5.6 : height > 5 ? 4 : 3.3, (plan.largeur / 2 - 3) / longest)

  const block = height * series.length + seriesGap * (series.length - 1)
  const bandes: [number, number][] = []
  let y = cote ? height * 0.38 : 0
  let shapes = ''
  let complet = writesUnits({ series })
  for (const ligne of lignes) {
    if (cote) {
      shapes += text(0, y + block / 2 + nom.size * 0.35, ligne.nom, nom)
    } else {
      const lines = wrapText(ligne.nom, nom.face, nom.size, largeur)
      shapes += texts(0, y + 3.2, lines, lineHeight, nom)
      y += lines.length * lineHeight + 0.6
    }
    for (const [index, valeur] of ligne.valeurs.entries()) {
      const bar = { valeur, texte: ligne.textes[index] ?? '', objectif: ligne.objectif, index }
      const place = { top: y + index * (height + seriesGap), height, chiffre }
      const drawn = barre(bar, place, plan, colours)
      shapes += drawn.shapes
      complet &&= drawn.lisible
    }
    bandes.push([y - 0.8, y + block + 0.8])
    y += block + (cote ? height * 0.43 : 3.5)
  }
  // The grid runs through the whole chart, but never through a name above its bars.
  const grille = cote ? [[0, y] as [number, number]] : [...bandes, [y - 1.2, y] as [number, number]]
  const fond = plan.graduations.map(value => trait(value, grille, plan, unite ?? '', colours)).join('')
  const axe = (cote ? grille : bandes).map(bande =>
    vertical(plan.at(0), bande, { stroke: colours.texte, width: 0.35, classe: 'axe' }),
  )
  const dessin = { largeur, hauteur: y + 5, shapes: fond + shapes + axe.join(''), complet }
  if (isUnnamed(series)) return dessin
  const place = { y: dessin.hauteur + 2, largeur }
  const noms = legendOf(series, place, colours)
  return { ...dessin, hauteur: place.y + noms.hauteur, shapes: dessin.shapes + noms.shapes }
}

/** A vertical of the grid and its figure below; the outermost figures stay within the drawing. */
function trait(
  value: number,
  bandes: readonly [number, number][],
  plan: AxisPlan,
  unite: string,
  colours: Couleurs,
): string {
  const x = plan.at(value)
  const words = tickLabel(value, unite)
  const half = textWidth(words, 'texte', 3) / 2
  const anchor =
    x - half < 0 || value === plan.min ? 'start' : x + half > plan.x + plan.largeur + bord ? 'end' : 'middle'
  const bas = bandes.at(-1)?.[1] ?? 0
  const verticals = bandes.map(bande =>
    vertical(x, bande, { stroke: colours.filet, width: 0.18, classe: 'grille' }),
  )
  const style = { face: 'texte', size: 3, fill: colours.gris, anchor, classe: 'graduation' } as const
  return verticals.join('') + text(x, bas + 4.4, words, style)
}

type BarShape = { valeur: number; texte: string; objectif: string | null; index: number }
type BarPlace = { top: number; height: number; chiffre: number }

/** One bar with its figure; `lisible`: nothing of it is too small, or left out. A target is outlined on tint, a measure is solid. */
function barre(
  { valeur, texte, objectif, index }: BarShape,
  { top, height, chiffre }: BarPlace,
  plan: AxisPlan,
  colours: Couleurs,
): { shapes: string; lisible: boolean } {
  const [zero, end] = [plan.at(0), plan.at(valeur)]
  const length = Math.abs(end - zero)
  const { encre, ...paint } = objectif === null ? seriesPen(index, colours) : cible(colours)
  const shape = length < thinShare ? '' : rect(Math.min(zero, end), top, length, height, paint)

  const sign = valeur < 0 ? -1 : 1
  const edge = (side: number) => (side > 0 ? plan.x + plan.largeur : plan.x)
  // In the bar; else beyond its end; else on the other side of the axis, which is free.
  const places = [
    { x: end - sign * 2.4, side: -sign, room: length - 4, fill: encre },
    { x: end + sign * 1.2, side: sign, room: Math.abs(edge(sign) - end) - 1.2, fill: colours.texte },
    { x: zero - sign * 1.2, side: -sign, room: Math.abs(edge(-sign) - zero) - 1.2, fill: colours.texte },
  ] as const
  const width = textWidth(texte, 'figure', chiffre)
  const place = places.find(({ room }) => room >= width) ?? places.reduce((a, b) => (b.room > a.room ? b : a))
  const size = Math.min(chiffre, (chiffre * place.room) / width)
  const value = text(place.x, top + height / 2 + size * 0.35, texte, {
    ...figure,
    size,
    fill: place.fill,
    anchor: place.side > 0 ? 'start' : 'end',
  })
  const lisible = size >= LEGIBLE
  if (objectif === null) return { shapes: shape + value, lisible }
  const unsaid = { shapes: shape + value, lisible: false }
  if (sign < 0) return unsaid

  const note = { face: 'texte', size: 3.35, fill: colours.solid } as const
  const inside = place === places[0]
  const room = inside ? length - width - 8 : Math.abs(edge(1) - end) - width - 4
  if (place === places[2] || textWidth(objectif, note.face, note.size) > room) return unsaid
  const words = text(inside ? zero + 2.4 : end + width + 3, top + height / 2 + 1.1, objectif, note)
  return { shapes: shape + value + words, lisible }
}

function cible(colours: Couleurs): ReturnType<typeof seriesPen> {
  return { fill: colours.tint, stroke: colours.solid, width: 0.5, classe: 'cible', encre: colours.solid }
}
