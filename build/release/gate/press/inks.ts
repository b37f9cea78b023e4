import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, onPage } from '../../../../src/problems/finding.ts'
import { codeOf } from '../../../disk/code-of.ts'
import type { PageFacts } from '../../../pdf/check/preflight/read/facts.ts'
import type { Proof } from './look.ts'
import type { Sheet } from './open-sheets.ts'

/** Cyan, magenta, yellow and black in %. */
type Ink = readonly number[]

/** A colour of `tokens.json`, or a group of them, as it is written there. */
type Written = { hex?: string; cmyk?: Ink } | { [name: string]: Written | string }

/** In %: as the file rounds. */
const SLACK = 0.02

/** Each colour that a page shows is printed with the inks that `tokens.json` writes beside it, or, in an author's drawing, with those
 *  that the profile gives it; no other ink is on the page.
 *  The files are read here anew: the table that the press made its inks with may be what is wrong.
 *  @param pages of the printer's file, as they were read
 *  @param home folder of the press. @param dir folder of the kit */
export async function compareInks(
  sheets: readonly Sheet[],
  pages: readonly PageFacts[],
  { home, dir, proof }: { home: string; dir: string; proof: Proof },
): Promise<Finding[]> {
  const inkOf = new Map<string, Ink[]>([
    ['#000000', [[0, 0, 0, 100]]],
    ['#ffffff', [[0, 0, 0, 0]]],
  ])
  for (const { hex, cmyk } of await readTokens(home, dir)) inkOf.set(hex, [...(inkOf.get(hex) ?? []), cmyk])
  return sheets.flatMap(({ press, shown }): Finding[] => {
    if (!shown) return []
    const allowed = [...shown.colours].flatMap(colour => inksFor(colour, inkOf, proof))
    const strange = (pages[press - 1]?.paints ?? []).flatMap(({ ink }) => {
      const percentages = ink?.map(part => 100 * part)
      return percentages && !allowed.some(one => isSame(one, percentages)) ? [nameOf(percentages)] : []
    })
    return [...new Set(strange)].map(name =>
      onPage(press, `L’encre ${name} n’est celle d’aucune couleur de la page, d’après tokens.json.`),
    )
  })
}

/** Inks that a colour of the screen may be printed with: those written beside it; where none are, or those of two colours that a
 *  browser may round to it, also the profile's, as for a drawing. */
export function inksFor(colour: string, written: ReadonlyMap<string, readonly Ink[]>, proof: Proof): Ink[] {
  const near = [...written].filter(([hex]) => isNear(hex, colour)).flatMap(([, inks]) => inks)
  const [first, ...others] = near
  return first && (written.has(colour) || others.every(ink => isSame(ink, first)))
    ? near
    : [...near, profileInk(colour, proof)]
}

const channelsOf = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** The same colour, as a browser may round it. */
function isNear(hex: string, other: string): boolean {
  const channels = channelsOf(other)
  return channelsOf(hex).every((value, at) => Math.abs(value - (channels[at] ?? 0)) <= 1)
}

const profileInk = (hex: string, { toInk }: Proof): Ink =>
  Array.from(toInk(Uint8Array.from(channelsOf(hex))), part => (100 * part) / 255)

const isSame = (a: Ink, b: Ink) => a.every((part, index) => Math.abs(part - (b[index] ?? 0)) <= SLACK)

const nameOf = (ink: Ink) =>
  ['C', 'M', 'J', 'N'].map((letter, index) => `${letter} ${Math.round(ink[index] ?? 0)}`).join(' · ')

/** The kit's colours stand before those of the press. */
async function readTokens(home: string, dir: string): Promise<{ hex: string; cmyk: Ink }[]> {
  const [shipped, kitTokens] = await Promise.all([
    readWritten(join(home, 'styles/tokens.json')),
    readWritten(join(dir, 'tokens.json')),
  ])
  const colours = new Map([...coloursOf(shipped, ''), ...coloursOf(kitTokens, '')])
  return [...colours.values()]
}

function coloursOf(written: Written, path: string): [string, { hex: string; cmyk: Ink }][] {
  if (typeof written.hex === 'string' && Array.isArray(written.cmyk))
    return [[path, { hex: written.hex.toLowerCase(), cmyk: written.cmyk as Ink }]]
  return Object.entries(written).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? coloursOf(value as Written, `${path}/${name}`) : [],
  )
}

async function readWritten(path: string): Promise<Written> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Written
  } catch (error) {
    // A kit that has no colours of its own has those of the press.
    if (codeOf(error) === 'ENOENT') return {}
    throw new Error(`${path} cannot be read`, { cause: error })
  }
}
