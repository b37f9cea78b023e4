import type { Token } from 'markdown-it'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import type { Corps } from '../kit.ts'
import type { Report } from './blocks/block.ts'
import { blockNamed } from './blocks/index.ts'
import { checkLinks } from './check-links.ts'
import { checkPlan } from './check-plan.ts'
import { checkStrayBlocks } from './check-stray-blocks.ts'
import { lintTokens } from './lint/index.ts'
import { createMarkdown } from './markdown.ts'
import { numberTokens } from './number-tokens.ts'
import type { ParseEnv } from './parse-env.ts'
import { planOf } from './plan.ts'
import { positionOf } from './positions.ts'
import { readAttributs } from './read-attributs.ts'
import { blocOf, closing } from './structure.ts'
import { countWords, textOfTokens } from './text.ts'
import { typographTokens } from './typography/index.ts'

const md = createMarkdown()

/** Parses the Markdown of a fiche or page once, for all media; needs no kit: cross-references are gathered, not resolved.
 *  @param place the file, and the line where `source` begins in it, from 1.
 *  @returns the parsed body, and every problem of it, in the order of the text. Never throws on text. */
export function parseBody(
  source: string,
  place: { file: string; firstLine: number },
): { corps: Corps; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const placeAt = (at: { line: number; column: number }): Place => ({
    file: place.file,
    line: place.firstLine + at.line,
    column: at.column + 1,
  })
  const env: ParseEnv = {
    spent: new Set(),
    report: (code, at, values) => diagnostics.push(diagnose(code, placeAt(at), values)),
  }
  const placeOf = (token: Token, offset = 0) => placeAt(pointOf(token, offset))
  const report: Report = (code, token, offset = 0, values = {}) =>
    diagnostics.push(diagnose(code, placeOf(token, offset), values))

  const tokens = md.parse(source.replace(/\r\n?/g, '\n'), { ...env })
  readAttributs(tokens, report)
  const renvois = renvoisOf(tokens, placeOf)
  const images = imagesOf(tokens, placeOf)
  checkLinks(tokens, report)
  checkStrayBlocks(tokens, report)
  lintTokens(tokens, report)
  typographTokens(tokens)
  numberTokens(tokens)
  checkPlan(tokens, report)

  const corps: Corps = {
    source,
    line: place.firstLine,
    tokens,
    plan: planOf(tokens),
    exemples: [],
    chiffres: [],
    ressources: [],
    renvois,
    images,
    mots: countWords(textOfTokens(tokens)),
  }
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'bloc_open') continue
    const bloc = blocOf(tokens.slice(index, closing(tokens, index) + 1))
    if (bloc.corps.length === 0) report('bloc-vide', bloc.open, 0, { bloc: bloc.nom })
    const apport = blockNamed(bloc.nom).check(bloc, report, placeOf)
    append(corps.exemples, apport.exemples)
    append(corps.chiffres, apport.chiffres)
    append(corps.ressources, apport.ressources)
    append(corps.images, apport.images)
  }
  diagnostics.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return { corps, diagnostics }
}

/** One by one: a list may be longer than the arguments that a call can have. */
function append<T>(list: T[], more: readonly T[] = []): void {
  for (const one of more) list.push(one)
}

function pointOf(token: Token, offset: number): { line: number; column: number } {
  if (token.type === 'inline') return positionOf(token, offset)
  return { line: token.map?.[0] ?? 0, column: Number(token.meta?.['column'] ?? 0) }
}

function renvoisOf(
  tokens: readonly Token[],
  placeOf: (token: Token, offset: number) => Place,
): Corps['renvois'] {
  return tokens.flatMap(inline =>
    (inline.children ?? [])
      .filter(({ type }) => type === 'renvoi')
      .map(child => ({ slug: child.content, place: placeOf(inline, Number(child.meta?.['offset'] ?? 0)) })),
  )
}

/** Notes on each picture its path as the author wrote it, and gathers them. */
function imagesOf(
  tokens: readonly Token[],
  placeOf: (token: Token, offset: number) => Place,
): Corps['images'] {
  const images: Corps['images'] = []
  for (const inline of tokens) {
    let from = 0
    for (const child of inline.children ?? []) {
      if (child.type !== 'image') continue
      // markdown-it percent-encodes addresses; its own decoder leaves malformed sequences as they are.
      const path = md.utils.lib.mdurl.decode(String(child.attrGet('src') ?? ''))
      const at = Math.max(0, inline.content.indexOf('![', from))
      from = at + 2
      child.meta = { ...child.meta, path }
      images.push({ path, alt: child.content, place: placeOf(inline, at) })
    }
  }
  return images
}
