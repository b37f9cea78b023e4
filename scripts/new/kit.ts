import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf, orAbsent, writeNew } from '../../build/ground/index.ts'
import { proposeInks } from '../../build/press/index.ts'
import {
  type Couleur,
  memoryFolder,
  type NewFamilyColours,
  newKit,
  proposedColours,
  readKitFolder,
  readShippedTokens,
  shadesOf,
  textInks,
} from '../../src/kit/index.ts'
import { formatProblems } from '../../src/problems/index.ts'
import { contrast, type Hex, type Nuance } from '../../src/text/index.ts'
import { type Context, type ExitCode, UsageError } from '../command.ts'
import type { KitOptions } from './options.ts'

export async function runNewKit(options: KitOptions, { cwd }: Pick<Context, 'cwd'>): Promise<ExitCode> {
  const dir = resolve(cwd, options.dir)
  if (!(await isFree(dir))) throw new UsageError(`${options.dir} n’est pas vide. Choisir un autre dossier.`)
  const hexes = options.familles.map(
    ({ colour }, index) => colour ?? proposedColours[index] ?? proposedColours[0],
  )
  const colours = await colourFamilies(hexes)
  const familles = options.familles.flatMap(({ singulier, pluriel }, index) => {
    const couleurs = colours[index]
    return couleurs ? [{ singulier, pluriel, couleurs }] : []
  })
  const files = newKit({
    ...options,
    annee: Number(/\b(?:19|20)\d\d\b/.exec(options.titre)?.[0] ?? options.mois.slice(0, 4)),
    editeur: { nom: options.editeur, sigle: options.sigle },
    familles,
  })
  await refuseFaults(files, options.dir)
  await writeNew(dir, files)
  for (const file of files.keys()) console.log(join(options.dir, file))
  for (const [index, { pluriel, couleurs }] of familles.entries()) {
    const { hex, cmyk } = couleurs.solid
    const ratio = contrast(hex, '#ffffff').toFixed(1).replace('.', ',')
    const note = hex === hexes[index] ? '' : ` (${hexes[index]} assombri pour être lu)`
    console.log(
      `${pluriel} : ${hex}${note}, contraste ${ratio} sur blanc, encres proposées ${cmyk.join(', ')} %`,
    )
  }
  console.log(`Les encres sont celles de FOGRA39 : l’imprimeur peut en préférer d’autres (tokens.json).`)
  console.log(
    `Ensuite : npm run kit -- build --fiches ${/\s/.test(options.dir) ? `"${options.dir}"` : options.dir}`,
  )
  return 0
}

async function isFree(dir: string): Promise<boolean> {
  const names = await orAbsent(readdir(dir), []).catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOTDIR') throw cause
    throw new UsageError(`${dir} est un fichier. Choisir un dossier.`, { cause })
  })
  return names.length === 0
}

/** Makes the shades of each family with inks of FOGRA39 that the check accepts: the press's own for its colours, no letters in several blacks. */
export async function colourFamilies(hexes: readonly Hex[]): Promise<NewFamilyColours[]> {
  const families = hexes.map(shadesOf)
  const colours = families.flatMap(({ epub, ...shades }) => Object.values(shades))
  const inksOfColours = await proposeInks(colours)
  const ofText = new Set(families.map(({ solid }) => solid))
  const inks = new Map<Hex, Couleur['cmyk']>(
    colours.map((hex, at) => {
      const four = inksOfColours[at] ?? [0, 0, 0, 0]
      return [hex, ofText.has(hex) ? textInks(four) : four]
    }),
  )
  for (const { epub, ...shades } of Object.values(readShippedTokens().familles))
    for (const { hex, cmyk } of Object.values(shades)) inks.set(hex, cmyk)
  return families.map(({ epub, ...shades }) => {
    const couleur = (nuance: Nuance): Couleur => ({
      hex: shades[nuance],
      cmyk: inks.get(shades[nuance]) ?? [0, 0, 0, 0],
    })
    return {
      solid: couleur('solid'),
      deep: couleur('deep'),
      mid: couleur('mid'),
      light: couleur('light'),
      tint: couleur('tint'),
      epub,
    }
  })
}

/** Refuses new files that would fail the check. `only`: the new file among them. @throws UsageError with the problems */
export async function refuseFaults(
  files: ReadonlyMap<string, string>,
  dir: string,
  only?: string,
): Promise<void> {
  const encoder = new TextEncoder()
  const folder = memoryFolder(new Map([...files].map(([file, text]) => [file, encoder.encode(text)])))
  const errors = (await readKitFolder(folder)).problems.filter(
    ({ severity, place }) => severity === 'erreur' && (only === undefined || place.file === only),
  )
  if (errors.length > 0) throw new UsageError(`Rien n’est écrit :\n${formatProblems(errors, 'texte', dir)}`)
}
