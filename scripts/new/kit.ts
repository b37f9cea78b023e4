import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { codeOf, orAbsent } from '../../build/disk/code-of.ts'
import { writeNew } from '../../build/disk/write-new.ts'
import { mois } from '../../src/content/schemas/formes.ts'
import { contrast, type Hex } from '../../src/contrast.ts'
import { slugify } from '../../src/names.ts'
import { proposedColours } from '../../src/new/family-colours.ts'
import { type NewFamily, newKit } from '../../src/new/new-kit.ts'
import { type Context, type ExitCode, UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { colourFamilies } from './colour-families.ts'
import { refuseFaults } from './refuse-faults.ts'
import { usage } from './usage.ts'

type Family = NewFamily & { colour: Hex | null }

export type KitOptions = {
  what: 'kit'
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
    what: 'kit',
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

function readFamilies(written: readonly string[]): Family[] {
  const familles = written.map((one): Family => {
    const [singulier = '', ...others] = one.split('/').map(part => part.trim())
    const colour = others.find(part => part.startsWith('#')) ?? null
    if (singulier === '' || slugify(singulier) === '')
      throw new UsageError(`--famille : « ${one} » ne dit pas son nom. Écrire : Singulier/Pluriel/#couleur.`)
    if (colour !== null && !/^#[0-9a-f]{6}$/i.test(colour))
      throw new UsageError(`--famille : « ${colour} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const [named, other] = others.filter(part => part !== '' && !part.startsWith('#'))
    if (other !== undefined)
      throw new UsageError(`--famille : « ${other} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const pluriel = named ?? pluralOf(singulier)
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
  const asked = await complete(options, terminal)
  const chosen = asked.familles.map(
    ({ colour }, index) => colour ?? proposedColours[index] ?? proposedColours[0],
  )
  const colours = await colourFamilies(chosen)
  const familles = asked.familles.flatMap(({ singulier, pluriel }, index) => {
    const couleurs = colours[index]
    return couleurs ? [{ singulier, pluriel, couleurs }] : []
  })
  const files = newKit({
    ...asked,
    annee: Number(/\b(?:19|20)\d\d\b/.exec(asked.titre)?.[0] ?? asked.mois.slice(0, 4)),
    editeur: { nom: asked.editeur, sigle: asked.sigle },
    familles,
  })
  await refuseFaults(files, options.dir)
  await writeNew(dir, files)
  for (const file of files.keys()) console.log(join(options.dir, file))
  for (const [index, { pluriel, couleurs }] of familles.entries()) {
    const { hex, cmyk } = couleurs.solid
    const ratio = contrast(hex, '#ffffff').toFixed(1).replace('.', ',')
    const changed = hex === chosen[index] ? '' : ` (${chosen[index]} assombri pour être lu)`
    console.log(
      `${pluriel} : ${hex}${changed}, contraste ${ratio} sur blanc, encres proposées ${cmyk.join(', ')} %`,
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

/** Where questions are put and answered. */
export type Terminal = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: NodeJS.WritableStream }

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
  const closed = new AbortController()
  dialogue.once('close', () => closed.abort())
  try {
    const ask = async (question: string): Promise<string> => {
      const answer = (await dialogue.question(`${question} `, closed)).trim()
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
    if (closed.signal.aborted) throw new UsageError(`Il manque : ${missing.join(', ')}. Rien n’est écrit.`)
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
