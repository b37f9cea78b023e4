import type { Token } from 'markdown-it'
import { diagnose, type Place, type Problem } from '../../problems/index.ts'
import {
  type Bloc,
  type Corps,
  childrenOf,
  countWords,
  departements,
  plainText,
  positionOf,
  type Report,
  type Section,
  textOfTokens,
} from '../../text/index.ts'
import { ancreEcriteOf, reperesOf } from './anchors.ts'
import { checkBroken } from './check-broken.ts'
import { checkOutline } from './check-outline.ts'
import { checkBlocks, checkStrayBlocks } from './check-shapes.ts'
import { checkLost, checkSlips } from './check-slips.ts'
import { parseTokens } from './parse-tokens.ts'
import { blocsOf } from './structure.ts'
import { rememberTokens, setTokens } from './tokens-of.ts'

/** A body before its words are set: where it stands, and what it names. */
type Named = Pick<Corps, 'source' | 'line' | 'renvois' | 'images' | 'reperes'>

/** Reads the Markdown of a fiche or page and judges it; needs no kit: cross-references are gathered, not resolved. Its words
 *  are not set yet: most of what a check asks does not depend on it.
 *  @param place the file, and the line where `source` begins in it, from 1.
 *  @returns the body as it was written, and every problem of it, in the order of the text. Never throws on text. */
export function readBody(
  source: string,
  place: { file: string; firstLine: number },
): { corps: Named; tokens: Token[]; problems: Problem[] } {
  const problems: Problem[] = []
  const placeAt = (at: { line: number; column: number }): Place => ({
    file: place.file,
    line: place.firstLine + at.line,
    column: at.column + 1,
  })
  const placeOf = (token: Token, offset = 0) => placeAt(pointOf(token, offset))
  const report: Report = (code, token, offset = 0, values = {}) =>
    problems.push(diagnose(code, placeOf(token, offset), values))

  const tokens = parseTokens(source, {
    env: (code, at, values) => problems.push(diagnose(code, placeAt(at), values)),
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
    proposal: wanted,
    place: placeOf(inline),
  }))
  checkStrayBlocks(tokens, report)
  checkLost(tokens, report)
  checkBroken(tokens, report)
  checkSlips(tokens, report)
  checkOutline(tokens, report)
  checkBlocks(blocs, report)
  checkAddresses(blocs, report)
  return {
    corps: { source, line: place.firstLine, renvois, images: [...images, ...imagesOfBlocs], reperes },
    tokens,
    problems: withoutEchoes(problems).sort(
      (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
    ),
  }
}

/** A cell that is no number is an error: what its signs look like is no second problem. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ line, column }: Place) => `${line}:${column}`
  const cells = new Set(
    problems.filter(({ code }) => code.startsWith('cellule-')).map(({ place }) => keyOf(place)),
  )
  return problems.filter(({ severity, place }) => severity === 'erreur' || !cells.has(keyOf(place)))
}

function pointOf(token: Token, offset: number): { line: number; column: number } {
  if (token.type === 'inline') return positionOf(token, offset)
  return { line: token.map?.[0] ?? 0, column: Number(token.meta?.['column'] ?? 0) }
}

/** The `##` sections of a body with their `###`. */
function planOf(tokens: readonly Token[]): Section[] {
  const plan: Section[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const titre = plainText(tokens[index + 1]?.children ?? null)
    const ancre = String(token.meta?.['ancre'])
    const picto = token.meta?.['picto']
    if (token.tag === 'h2')
      plan.push({ titre, ancre, leviers: token.meta?.['leviers'] === true, niveaux: [] })
    if (token.tag === 'h3')
      plan.at(-1)?.niveaux.push({ titre, ancre, picto: typeof picto === 'string' ? picto : null })
  }
  return plan
}

/** A name in capitals with its particles, and the codes after it: `L’Île-Saint-Denis (93)`, `Grand Reims (51)`; neither an acronym
 *  before it nor the preposition that opens a sentence. */
const namedPlace = (() => {
  const word = String.raw`(?!\p{Lu}{2}|(?:À|Au|Aux|En|Dans)\s)\p{Lu}[\p{L}’'-]*`
  const particle = String.raw`(?:(?:de|du|des|la|le|les|en|sur|sous|lès)\s|[dl]’)`
  return new RegExp(String.raw`(?<![\p{L}’'-])(${word}(?:\s${particle}*${word})*)\s\(([^()]{2,12})\)`, 'gu')
})()

/** The places that running text names with their code, each with the title above it. */
function lieuxOf(tokens: readonly Token[]): Corps['lieux'] {
  const lieux: Corps['lieux'] = []
  let above: { titre: string; ancre: string } | null = null
  for (const [index, token] of tokens.entries()) {
    const opening = tokens[index - 1]
    if (token.type !== 'inline' || token.meta?.['role']) continue
    if (opening?.type === 'heading_open')
      above = { titre: plainText(token.children), ancre: String(opening.meta?.['ancre']) }
    else if (above && token.content.includes('('))
      for (const [, lieu = '', written = ''] of plainText(token.children).matchAll(namedPlace)) {
        const codes = written.split(/[/,]| et /).map(code => code.trim())
        if (codes.every(code => departements.has(code))) lieux.push({ ...above, lieu, codes })
      }
  }
  return lieux
}

/** Parses the Markdown of a fiche or page once, for all media: read and judged (`readBody`), then set in French typography,
 *  counted and listed.
 *  @param place the file, and the line where `source` begins in it, from 1.
 *  @returns the parsed body, and every problem of it, in the order of the text. Never throws on text. */
export function parseBody(
  source: string,
  place: { file: string; firstLine: number },
): { corps: Corps; problems: Problem[] } {
  const { corps: lu, tokens: written, problems } = readBody(source, place)
  const tokens = setTokens(written)
  const texte = textOfTokens(tokens)
  const contributions = blocsOf(tokens).map(bloc => bloc.kind.contribute?.(bloc) ?? {})
  const corps: Corps = {
    ...lu,
    texte,
    plan: planOf(tokens),
    exemples: contributions.flatMap(({ exemples = [] }) => exemples),
    lieux: lieuxOf(tokens),
    chiffres: contributions.flatMap(({ chiffres = [] }) => chiffres),
    ressources: contributions.flatMap(({ ressources = [] }) => ressources),
    mots: countWords(texte),
  }
  rememberTokens(corps, tokens)
  return { corps, problems }
}

/** Tells once of a body that it sends readers to resources without saying where they are. */
function checkAddresses(blocs: readonly Bloc[], report: Report): void {
  const listed = blocs.filter(({ kind }) => kind.print === 'end')
  const [first] = listed
  if (!first) return
  const { total, absent } = countAddresses(
    listed.flatMap(bloc => bloc.kind.contribute?.(bloc).ressources ?? []),
  )
  if (absent > 0) report('ressources-sans-adresse', first.open, 0, { absentes: absent, total })
}

/** Counts the resources, and those without an address. A fiche of the kit counts as an address. */
export function countAddresses(ressources: readonly { texte: string; url: string | null }[]): {
  total: number
  absent: number
} {
  const absent = ressources.filter(({ texte, url }) => url === null && !texte.includes('[[')).length
  return { total: ressources.length, absent }
}
