import type { Token } from 'markdown-it'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import type { Corps } from '../kit.ts'
import { ancreEcriteOf, reperesOf } from './anchors.ts'
import type { Report } from './block.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkBlocks, checkStrayBlocks } from './check-blocks.ts'
import { checkBroken } from './check-broken.ts'
import { checkLists } from './check-lists.ts'
import { checkLost } from './check-lost.ts'
import { checkOutline } from './check-outline.ts'
import { checkSlips } from './check-slips.ts'
import { checkTables } from './check-tables.ts'
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
  checkLost(tokens, report)
  checkLists(tokens, report)
  checkTables(tokens, source.split('\n'), report)
  checkBroken(tokens, report)
  checkSlips(tokens, report)
  checkOutline(tokens, report)
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
