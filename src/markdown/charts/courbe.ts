import { type Couleurs, circle, type Graphe, horizontal, line, n, path, rect, text, texts } from './dessin.ts'
import type { Donnees } from './donnees.ts'
import { echelle, graduation } from './echelle.ts'
import { greatest, least } from './extent.ts'
import { isUnnamed, legende } from './serie.ts'
import { textWidth, wrapText } from './text-width.ts'

const height = 48
/** Above the plot, for the figure of the highest point. */
const top = 6
const chiffre = 3.6
const small = { face: 'texte', size: 3 } as const

/** Lines over time or any order of rows. Each series has its own mark, so that it is told without colour too. */
export function courbe({ series, lignes }: Donnees, couleurs: Couleurs, largeur: number): Graphe {
  const valeurs = lignes.flatMap(ligne => ligne.valeurs)
  const unites = new Set(series.map(one => one.unite))
  const unite = unites.size === 1 ? (series[0]?.unite ?? '') : ''
  const scale = echelle(valeurs, 5, unite === '%')
  const labels = scale.graduations.map(value => graduation(value, unite))
  const left = greatest(labels.map(words => textWidth(words, small.face, small.size))) + 2.5
  const last = greatest(
    series.map((_, index) => textWidth(lignes.at(-1)?.textes[index] ?? '', 'figure', chiffre)),
  )
  const right = series.length > 1 ? last + 3 : Math.max(3, last / 2)
  const y = (value: number) => top + height - ((value - scale.min) / (scale.max - scale.min)) * height
  const xs = placesAlong(
    lignes.map(ligne => ligne.nom),
    left + 2.5,
    largeur - right,
  )

  let formes = scale.graduations
    .map((value, index) => {
      const trait = { stroke: couleurs.filet, width: 0.18, classe: 'grille' }
      const grid = horizontal(y(value), [left, largeur], trait)
      const words = text(left - 2, y(value) + 1, labels[index] ?? '', {
        ...small,
        fill: couleurs.gris,
        anchor: 'end',
      })
      return grid + words
    })
    .join('')
  formes += horizontal(y(0), [left, largeur], { stroke: couleurs.texte, width: 0.35, classe: 'axe' })
  const bas = noms(
    lignes.map(ligne => ligne.nom),
    xs,
    { y: top + height + 4.4, largeur },
    couleurs,
  )
  formes += bas.formes

  const curves = series.map((_, index) =>
    lignes.map((ligne, at): [number, number] => [xs[at] ?? 0, y(ligne.valeurs[index] ?? 0)]),
  )
  for (const [index, points] of curves.entries()) {
    const stroke = couleur(index, couleurs)
    if (points.length > 1) formes += line(points, { stroke, width: 0.7, classe: `ligne-${index + 1}` })
    formes += points.map(([x, at]) => marque(index, x, at, couleurs)).join('')
  }
  const hauteur = bas.y
  let complet = false
  if (series.length === 1) {
    const figures = along(curves[0] ?? [], lignes, { left, largeur }, couleurs)
    const all = figures.written === lignes.length && bas.written === lignes.length
    formes += figures.formes
    complet = all && lignes.every(isMeasure)
    if (isUnnamed(series)) return { largeur, hauteur, formes, complet }
  } else formes += atEnd(curves, lignes, couleurs)
  const names = legende(
    series.map(one => one.nom),
    { y: hauteur + 2, largeur },
    couleurs,
    (index, x, at) =>
      horizontal(at + 1.4, [x, x + 3.6], { stroke: couleur(index, couleurs), width: 0.7 }) +
      marque(index, x + 1.8, at + 1.4, couleurs),
  )
  return { largeur, hauteur: hauteur + 2 + names.hauteur, formes: formes + names.formes, complet }
}

/** A line says of no point that it is a target. */
const isMeasure = ({ objectif }: Donnees['lignes'][number]) => objectif === null

/** Rows that are years stand as far apart as the years are. */
function placesAlong(noms: readonly string[], from: number, to: number): number[] {
  if (noms.length === 1) return [(from + to) / 2]
  const years = noms.map(nom => (/^\d{4}$/.test(nom.trim()) ? Number(nom) : Number.NaN))
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const rising = years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0))
  return noms.map((_, index) => {
    const share = rising ? ((years[index] ?? 0) - first) / (last - first) : index / (noms.length - 1)
    return from + share * (to - from)
  })
}

/** Names under the axis: all when they have room on two lines, else those that stand apart, the last one always. */
function noms(
  names: readonly string[],
  xs: readonly number[],
  { y, largeur }: { y: number; largeur: number },
  couleurs: Couleurs,
): { formes: string; y: number; written: number } {
  const gap = least(
    xs.slice(1).map((x, index) => x - (xs[index] ?? 0)),
    largeur,
  )
  const wrapped = names.map(name => wrapText(name, small.face, small.size, Math.max(gap - 2, 12)))
  const boxes: { at: number; left: number; right: number }[] = []
  const box = (at: number) => {
    const half = greatest((wrapped[at] ?? []).map(words => textWidth(words, small.face, small.size))) / 2
    const middle = Math.min(Math.max(xs[at] ?? 0, half), largeur - half)
    return { at, left: middle - half, right: middle + half }
  }
  const final = names.length > 1 ? box(names.length - 1) : null
  for (const at of names.keys()) {
    const one = box(at)
    const before = boxes.at(-1)
    if (before && one.left < before.right + 1.5) continue
    if (final && at < names.length - 1 && one.right > final.left - 1.5) continue
    boxes.push(one)
  }
  const most = greatest(
    boxes.map(({ at }) => wrapped[at]?.length ?? 1),
    1,
  )
  const formes = boxes.map(({ at, left, right }) =>
    texts((left + right) / 2, y, wrapped[at] ?? [], 4, { ...small, fill: couleurs.gris, anchor: 'middle' }),
  )
  return { formes: formes.join(''), y: y + (most - 1) * 4 + 1, written: boxes.length }
}

const figure = { face: 'figure', size: chiffre, classe: 'v' } as const

/** Figures above the points of one line: those that touch no other; the last one always. */
function along(
  points: readonly [number, number][],
  lignes: Donnees['lignes'],
  { left, largeur }: { left: number; largeur: number },
  couleurs: Couleurs,
): { formes: string; written: number } {
  const boxes = points.map(([x, y], at) => {
    const words = lignes[at]?.textes[0] ?? ''
    const half = textWidth(words, 'figure', chiffre) / 2
    const middle = Math.min(Math.max(x, left + half), largeur - half)
    return { words, middle, y, left: middle - half - 0.5, right: middle + half + 0.5 }
  })
  const final = boxes.at(-1)
  let edge = Number.NEGATIVE_INFINITY
  let formes = ''
  let written = 0
  for (const box of boxes) {
    if (box !== final && (box.left < edge || box.right > (final?.left ?? largeur))) continue
    edge = box.right
    formes += text(box.middle, box.y - 2, box.words, { ...figure, fill: couleurs.texte, anchor: 'middle' })
    written++
  }
  return { formes, written }
}

/** With several lines, the last figures only, on the right, pushed apart. */
function atEnd(
  curves: readonly (readonly [number, number][])[],
  lignes: Donnees['lignes'],
  couleurs: Couleurs,
): string {
  const ends = curves
    .map((points, index) => ({
      x: points.at(-1)?.[0] ?? 0,
      y: (points.at(-1)?.[1] ?? 0) + 1.2,
      words: lignes.at(-1)?.textes[index] ?? '',
    }))
    .sort((a, b) => a.y - b.y)
  let edge = Number.NEGATIVE_INFINITY
  for (const end of ends) {
    end.y = Math.max(end.y, edge)
    edge = end.y + 3.6
  }
  let limit = top + height + 1.2
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, limit)
    limit = end.y - 3.6
  }
  return ends.map(({ x, y, words }) => text(x + 2.2, y, words, { ...figure, fill: couleurs.texte })).join('')
}

function couleur(index: number, couleurs: Couleurs): string {
  return (
    [couleurs.solid, couleurs.mid, couleurs.texte, couleurs.light, couleurs.deep, couleurs.gris][index % 6] ??
    couleurs.solid
  )
}

/** Disc, square, triangle, and the same in white: the charter's shapes. */
function marque(index: number, x: number, y: number, couleurs: Couleurs): string {
  const stroke = couleur(index, couleurs)
  const trait = { fill: index % 6 < 3 ? stroke : couleurs.papier, stroke, width: 0.35 }
  if (index % 3 === 0) return circle(x, y, 1.1, trait)
  if (index % 3 === 1) return rect(x - 1.05, y - 1.05, 2.1, 2.1, trait)
  return path(`M${n(x)} ${n(y - 1.3)}L${n(x + 1.3)} ${n(y + 1)}L${n(x - 1.3)} ${n(y + 1)}z`, trait)
}
