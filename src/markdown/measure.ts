import type { Token } from 'markdown-it'
import type { Bloc } from './block.ts'
import type { Partie, Rang } from './structure.ts'
import { plainText } from './text.ts'

// Measures of the printed page, in mm (charter: Type, Grid). An average letter of Source Sans 3 is 0.47 em wide.
const ligne = 4.5
const espace = 2.25
const entreRangs = 9
const lettre = (points: number) => (points * 25.4 * 0.47) / 72
const texte = { large: 102, levier: 86, lettre: lettre(10) }
const marge = { large: 51, lettre: lettre(9.5) }
const plein = { large: 161, lettre: lettre(9.5) }
/** Above this many characters an aside may be higher than half a page. */
const long = 1400

/** Decides, in print, which asides leave the margin: `taille` is `large` (full measure, in one piece) or `long` (full
 *  measure, may be cut). An aside goes when the row is lower without it, after an estimate of heights. */
export function placeMarges(parties: readonly Partie[]): void {
  for (const { rangs } of parties) for (const rang of rangs) placeRang(rang)
}

function placeRang(rang: Rang): void {
  for (const bloc of rang.marges) if (lengthOf(bloc) > long) setTaille(bloc, 'long')
  const marges = rang.marges.filter(bloc => bloc.open.meta?.['taille'] === undefined)
  if (!rang.plein && !rang.titre && rang.texte.length === 0) {
    for (const bloc of marges) setTaille(bloc, 'large')
    return
  }
  const beside = rang.plein ? 80 : textHeight(rang)
  let best = { kept: marges.length, height: Number.POSITIVE_INFINITY }
  for (let kept = marges.length; kept >= 0; kept--) {
    const column = sum(marges.slice(0, kept).map(bloc => blocHeight(bloc, marge) + entreRangs / 2))
    const below = sum(marges.slice(kept).map(bloc => blocHeight(bloc, plein) + entreRangs))
    // Standing beside its lever is what an example is for: it leaves only for a gain of some lines.
    const height = Math.max(beside, column) + below + (marges.length - kept) * 4 * ligne
    if (height < best.height) best = { kept, height }
  }
  for (const bloc of marges.slice(best.kept)) setTaille(bloc, 'large')
}

function setTaille(bloc: Bloc, taille: 'large' | 'long'): void {
  bloc.open.meta = { ...bloc.open.meta, taille }
}

function lengthOf(bloc: Bloc): number {
  return sum(
    [...bloc.corps, ...(bloc.cloture ? [bloc.cloture] : [])].map(token => plainText(token.children).length),
  )
}

function textHeight(rang: Rang): number {
  const large = rang.levier === null ? texte.large : texte.levier
  const titre = rang.titre ? 11.25 + espace : 0
  return titre + tokensHeight(rang.texte, { ...texte, large })
}

function blocHeight(bloc: Bloc, column: { large: number; lettre: number }): number {
  const head = bloc.nom === 'exemple' ? 9 + 9 + ligne : 9
  const titre = bloc.titre
    ? lines(plainText(bloc.titre.children).length, column.large, column.lettre * 1.3) * 5.06
    : 0
  const size = bloc.nom === 'citation' ? { large: column.large, lettre: lettre(14.5) } : column
  const body = tokensHeight(bloc.corps, size) * (bloc.nom === 'citation' ? 6.1 / ligne : 1)
  // Each figure stands on a line of 9 mm of its own.
  const figures =
    bloc.nom === 'chiffres' ? bloc.corps.filter(({ type }) => type === 'list_item_open').length * 11 : 0
  const cloture = bloc.cloture
    ? lines(plainText(bloc.cloture.children).length, column.large, column.lettre) * ligne + espace
    : 0
  return head + titre + body + figures + cloture
}

function tokensHeight(
  tokens: readonly Token[],
  { large, lettre }: { large: number; lettre: number },
): number {
  let indent = 0
  let height = 0
  for (const token of tokens) {
    if (token.type === 'list_item_open') indent += 4.5
    if (token.type === 'list_item_close') indent -= 4.5
    if (token.type === 'inline')
      height += lines(plainText(token.children).length, large - indent, lettre) * ligne + espace / 2
  }
  return height
}

function lines(characters: number, large: number, lettre: number): number {
  return Math.ceil(characters / Math.max(1, Math.floor(large / lettre)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
