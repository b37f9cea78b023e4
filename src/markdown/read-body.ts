import type { Token } from 'markdown-it'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import type { Corps } from '../kit.ts'
import { ancreEcriteOf, reperesOf } from './anchors.ts'
import type { Report } from './block.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkAncres } from './check-ancres.ts'
import { checkBlocks } from './check-blocks.ts'
import { checkCells } from './check-cells.ts'
import { checkClosing } from './check-closing.ts'
import { checkCode } from './check-code.ts'
import { checkEntities } from './check-entities.ts'
import { checkForeignSigns } from './check-foreign-signs.ts'
import { checkLazyLines } from './check-lazy-lines.ts'
import { checkLines } from './check-lines.ts'
import { checkLists } from './check-lists.ts'
import { checkLostSigns } from './check-lost-signs.ts'
import { checkPasted } from './check-pasted.ts'
import { checkPictos } from './check-pictos.ts'
import { checkPictures } from './check-pictures.ts'
import { checkPlan } from './check-plan.ts'
import { checkProvisional } from './check-provisional.ts'
import { checkRows } from './check-rows.ts'
import { checkSigns } from './check-signs.ts'
import { checkStrayBlocks } from './check-stray-blocks.ts'
import { checkTables } from './check-tables.ts'
import { checkTitres } from './check-titres.ts'
import { checkTraits } from './check-traits.ts'
import { lintTokens } from './lint/index.ts'
import { childrenOf } from './note-offsets.ts'
import { parseTokens } from './parse-tokens.ts'
import { positionOf } from './positions.ts'
import { blocsOf } from './structure.ts'

/** What the other files of a kit are asked about a body: where it stands, and what it names. */
export type CorpsLu = Pick<Corps, 'source' | 'line' | 'renvois' | 'images' | 'reperes'>

/** Reads the Markdown of a fiche or page and judges it; needs no kit: cross-references are gathered, not resolved. Its words
 *  are not set yet: most of what a check asks does not depend on it.
 *  @param place the file, and the line where `source` begins in it, from 1.
 *  @returns the body as it was written, and every problem of it, in the order of the text. Never throws on text. */
export function readBody(
  source: string,
  place: { file: string; firstLine: number },
): { corps: CorpsLu; tokens: Token[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const placeAt = (at: { line: number; column: number }): Place => ({
    file: place.file,
    line: place.firstLine + at.line,
    column: at.column + 1,
  })
  const placeOf = (token: Token, offset = 0) => placeAt(pointOf(token, offset))
  const report: Report = (code, token, offset = 0, values = {}) =>
    diagnostics.push(diagnose(code, placeOf(token, offset), values))

  const tokens = parseTokens(source, {
    env: (code, at, values) => diagnostics.push(diagnose(code, placeAt(at), values)),
    token: report,
  })
  const blocs = blocsOf(tokens)
  const renvois = childrenOf(tokens, 'renvoi').map(({ inline, child, offset }) => ({
    slug: child.content,
    place: placeOf(inline, offset),
  }))
  const images = childrenOf(tokens, 'image').map(({ inline, child, offset }) => ({
    path: String(child.meta?.['path']),
    alt: child.content,
    place: placeOf(inline, offset),
  }))
  const imagesOfBlocs = blocs.flatMap(bloc => {
    const image = bloc.kind.image?.(bloc)
    return image ? [{ ...image, place: placeOf(bloc.open) }] : []
  })
  const reperes = reperesOf(tokens).map(({ genre, open, inline, wanted }) => ({
    genre,
    ancre: ancreEcriteOf(open.meta),
    propose: wanted,
    place: placeOf(inline),
  }))
  checkStrayBlocks(tokens, report)
  checkAncres(tokens, report)
  checkCode(tokens, report)
  checkCells(tokens, report)
  checkPictures(tokens, report)
  checkPictos(tokens, report)
  checkLines(tokens, report)
  const lines = source.split('\n')
  checkLazyLines(tokens, lines, report)
  checkLists(tokens, lines, report)
  checkTables(tokens, report)
  checkRows(tokens, lines, report)
  checkLostSigns(tokens, report)
  checkPasted(tokens, report)
  checkSigns(tokens, report)
  checkForeignSigns(tokens, report)
  checkEntities(tokens, report)
  checkProvisional(tokens, report)
  lintTokens(tokens, report)
  checkPlan(tokens, report)
  checkClosing(tokens, report)
  checkTitres(tokens, report)
  checkTraits(tokens, report)
  checkBlocks(blocs, report)
  checkAddresses(blocs, report)
  return {
    corps: { source, line: place.firstLine, renvois, images: [...images, ...imagesOfBlocs], reperes },
    tokens,
    diagnostics: toldOnce(diagnostics).sort(
      (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
    ),
  }
}

/** A cell that is no number is an error: what its signs look like is no second problem. */
function toldOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ line, column }: Place) => `${line}:${column}`
  const cells = new Set(
    diagnostics.filter(({ code }) => code.startsWith('cellule-')).map(({ place }) => keyOf(place)),
  )
  return diagnostics.filter(({ severity, place }) => severity === 'erreur' || !cells.has(keyOf(place)))
}

function pointOf(token: Token, offset: number): { line: number; column: number } {
  if (token.type === 'inline') return positionOf(token, offset)
  return { line: token.map?.[0] ?? 0, column: Number(token.meta?.['column'] ?? 0) }
}
