import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { codeOf, orAbsent, writeNew } from '../../build/disk/files.ts'
import { proposeInks } from '../../build/pdf/press/colour/propose-inks.ts'
import { mois } from '../../src/content/schemas/formes.ts'
import { readShippedTokens } from '../../src/content/shipped-tokens.ts'
import { textInks } from '../../src/content/text-inks.ts'
import { contrast, type Hex } from '../../src/contrast.ts'
import type { Couleur, Nuance } from '../../src/kit.ts'
import { proposedColours, shadesOf } from '../../src/new/family-colours.ts'
import { type NewFamily, type NewFamilyColours, newKit } from '../../src/new/new-kit.ts'
import { slugify } from '../../src/slugify.ts'
import { type Context, type ExitCode, UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { refuseFaults, usage } from './refusals.ts'

type Family = NewFamily & { colour: Hex | null }

export type KitOptions = {
  kind: 'kit'
  dir: string
  titre: string | null
  sous_titre: string | null
  editeur: string | null
  sigle: string | null
  licence: string | null
  mois: string
  familles: readonly Family[]
}

const text = { type: 'string' } as const
const accepted = {
  titre: text,
  'sous-titre': text,
  editeur: text,
  sigle: text,
  licence: text,
  mois: text,
  famille: { type: 'string', multiple: true, default: [] as string[] },
} as const

/** @throws UsageError with what to type instead */
export function parseNewKit([dir = '', ...rest]: readonly string[]): KitOptions {
  if (dir === '' || dir.startsWith('-')) throw new UsageError(`Dans quel dossier ?\n\n${usage}`)
  const values = readArguments(rest, accepted, usage)
  const month = values.mois ?? new Date().toISOString().slice(0, 7)
  if (!new RegExp(mois.pattern).test(month))
    throw new UsageError(`--mois : « ${month} » ne convient pas. Écrire par exemple : 2027-01.`)
  return {
    kind: 'kit',
    dir,
    titre: values.titre || null,
    sous_titre: values['sous-titre'] || null,
    editeur: values.editeur || null,
    sigle: values.sigle || null,
    licence: values.licence || null,
    mois: month,
    familles: readFamilies(values.famille),
  }
}

function readFamilies(texts: readonly string[]): Family[] {
  const familles = texts.map((text): Family => {
    const [singulier = '', ...others] = text.split('/').map(part => part.trim())
    const colour = others.find(part => part.startsWith('#')) ?? null
    if (singulier === '' || slugify(singulier) === '')
      throw new UsageError(`--famille : « ${text} » ne dit pas son nom. Écrire : Singulier/Pluriel/#couleur.`)
    if (colour !== null && !/^#[0-9a-f]{6}$/i.test(colour))
      throw new UsageError(`--famille : « ${colour} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const [plural, other] = others.filter(part => part !== '' && !part.startsWith('#'))
    if (other !== undefined)
      throw new UsageError(`--famille : « ${other} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const pluriel = plural ?? pluralOf(singulier)
    return { singulier, pluriel, colour: colour?.toLowerCase() ?? null }
  })
  const names = new Set(familles.map(({ singulier }) => slugify(singulier)))
  if (names.size < familles.length) throw new UsageError('--famille : deux familles ont le même nom.')
  if (familles.length === 1 || familles.length > 4)
    throw new UsageError(`--famille : un kit a de deux à quatre familles.\n\n${usage}`)
  return familles
}

const pluralOf = (word: string) => word.replace(/[^\s]+/g, part => (/[sxz]$/.test(part) ? part : `${part}s`))

/** Asks for what the command line did not say, writes the kit, and says how its colours were made. */
export async function runNewKit(
  options: KitOptions,
  { cwd }: Pick<Context, 'cwd'>,
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<ExitCode> {
  const dir = resolve(cwd, options.dir)
  if (!(await isFree(dir))) throw new UsageError(`${options.dir} n’est pas vide. Choisir un autre dossier.`)
  const answers = await complete(options, terminal)
  const hexes = answers.familles.map(
    ({ colour }, index) => colour ?? proposedColours[index] ?? proposedColours[0],
  )
  const colours = await colourFamilies(hexes)
  const familles = answers.familles.flatMap(({ singulier, pluriel }, index) => {
    const couleurs = colours[index]
    return couleurs ? [{ singulier, pluriel, couleurs }] : []
  })
  const files = newKit({
    ...answers,
    annee: Number(/\b(?:19|20)\d\d\b/.exec(answers.titre)?.[0] ?? answers.mois.slice(0, 4)),
    editeur: { nom: answers.editeur, sigle: answers.sigle },
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
  console.log(`Ensuite : npm run kit -- build --fiches ${options.dir}`)
  return 0
}

async function isFree(dir: string): Promise<boolean> {
  const names = await orAbsent(readdir(dir), []).catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOTDIR') throw cause
    throw new UsageError(`${dir} est un fichier. Choisir un dossier.`, { cause })
  })
  return names.length === 0
}

/** Streams for questions and answers. */
type Terminal = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: NodeJS.WritableStream }

type Complete = KitOptions & { titre: string; editeur: string; licence: string }

/** Without a person at a terminal, what is missing is an error of the command line. */
async function complete(options: KitOptions, { input, output }: Terminal): Promise<Complete> {
  const missing = [
    ...(options.titre === null ? ['--titre'] : []),
    ...(options.editeur === null ? ['--editeur'] : []),
    ...(options.licence === null ? ['--licence'] : []),
    ...(options.familles.length === 0 ? ['--famille (de deux à quatre fois)'] : []),
  ]
  const { titre, editeur, licence } = options
  if (titre !== null && editeur !== null && licence !== null && options.familles.length > 0)
    return { ...options, titre, editeur, licence }
  if (!input.isTTY) throw new UsageError(`Il manque : ${missing.join(', ')}.\n\n${usage}`)
  const dialogue = createInterface({ input, output })
  const closing = new AbortController()
  dialogue.once('close', () => closing.abort())
  try {
    const ask = async (question: string): Promise<string> => {
      const answer = (await dialogue.question(`${question} `, closing)).trim()
      return answer === '' ? ask(question) : answer
    }
    const answers = {
      titre: titre ?? (await ask('Titre du kit ?')),
      editeur: editeur ?? (await ask('Qui le publie ?')),
      licence: licence ?? (await ask('Licence des textes (par exemple CC BY-NC-SA) ?')),
    }
    if (options.familles.length > 0) return { ...options, ...answers }
    return { ...options, ...answers, familles: await askFamilies(ask, output) }
  } catch (error) {
    if (closing.signal.aborted) throw new UsageError(`Il manque : ${missing.join(', ')}. Rien n’est écrit.`)
    throw error
  } finally {
    dialogue.close()
  }
}

/** Asks until the answer is one: what is wrong with it is said first. */
async function askFamilies(
  ask: (question: string) => Promise<string>,
  output: NodeJS.WritableStream,
): Promise<readonly Family[]> {
  const families = await ask(
    'Familles, de deux à quatre, séparées par des virgules (Singulier/Pluriel/#couleur) ?',
  )
  try {
    return readFamilies(families.split(','))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    output.write(`${error.message.split('\n')[0]}\n`)
    return askFamilies(ask, output)
  }
}

/** The shades of each colour that was chosen for a family, with inks that the check accepts: those of FOGRA39, those that the press
 *  prints the same colour with, and no letters in several blacks. */
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
