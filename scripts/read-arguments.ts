import { availableParallelism } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { jour } from '../src/kit/index.ts'
import { enumerate, type Format, formats } from '../src/problems/index.ts'
import { type Context, UsageError } from './command.ts'

export const kitOptions = { fiches: { type: 'string', default: 'fiches' } } as const

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

/** Reads the options of a command without names. @throws UsageError in French, with the usage */
export const readArguments = <Options extends OptionsConfig>(
  args: string[],
  options: Options,
  usage: string,
) => readCall(args, options, { usage, allowPositionals: false }).values

/** Reads the options of a command and the names that it is given. @throws UsageError in French, with the usage */
export function readCall<Options extends OptionsConfig>(
  args: string[],
  options: Options,
  { usage, allowPositionals = true }: { usage: string; allowPositionals?: boolean },
) {
  const parse = () => parseArgs({ args, strict: true, allowPositionals, options })
  let call: ReturnType<typeof parse>
  try {
    call = parse()
  } catch (cause) {
    throw new UsageError(`${explain(cause)}\n\n${usage}`, { cause })
  }
  // An empty option of a script would mean the working folder.
  const empty = Object.entries(call.values).find(([, value]) => value === '')?.[0]
  if (empty === 'fiches' || empty === 'out')
    throw new UsageError(`--${empty} : il manque le nom du dossier.\n\n${usage}`)
  return call
}

export function readFormat(text: string, usage: string): Format {
  const format = formats.find(name => name === text)
  if (format !== undefined) return format
  throw new UsageError(`--format : « ${text} » n’existe pas. Écrire : ${enumerate(formats)}.\n\n${usage}`)
}

/** Translates the errors of `parseArgs`. @see https://nodejs.org/api/errors.html (ERR_PARSE_ARGS_*) */
function explain(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const name = /'(-[^' <]*)/.exec(error.message)?.[1] ?? /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch ('code' in error ? error.code : '') {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `L’option « ${name} » n’existe pas.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `L’argument « ${name} » est en trop.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `L’option « ${name} » attend une valeur, ou n’en prend pas.`
    default:
      throw error
  }
}

export const editionOptions = { ...kitOptions, date: { type: 'string' }, jobs: { type: 'string' } } as const

export const home = fileURLToPath(new URL('..', import.meta.url))

/** Reads the options of a command that makes editions. `named`: the folder of fiches as the person wrote it. @throws UsageError */
export function readEditionOptions(
  values: { fiches: string; date?: string | undefined; jobs?: string | undefined },
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
) {
  const fiches = resolve(cwd, values.fiches)
  return {
    home,
    named: values.fiches,
    fiches,
    cacheDir: readCacheDir(env, cwd, fiches),
    executablePath: env['PUPPETEER_EXECUTABLE_PATH'],
    date: readDate(values.date, env['SOURCE_DATE_EPOCH']),
    jobs: values.jobs === undefined ? Math.min(2, availableParallelism()) : readJobs(values.jobs),
  }
}

/** ISO date, or seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/). Nothing else: `new Date` reads
 *  11/12/2025 as Americans do, and in the time zone of the machine. */
export function readDate(iso: string | undefined, epoch: string | undefined): Date | null {
  if (iso !== undefined) {
    if (!DAY.test(iso.slice(0, 10)) || !TIME.test(iso.slice(10)) || Number.isNaN(Date.parse(iso)))
      throw new UsageError(`--date : « ${iso} » n’est pas une date. Écrire par exemple : 2025-11-18.`)
    return new Date(iso)
  }
  // An empty variable counts as not set.
  if (!epoch) return null
  const date = new Date(Number(epoch) * 1000)
  if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime()))
    throw new UsageError(`SOURCE_DATE_EPOCH : « ${epoch} » n’est pas un nombre de secondes.`)
  return date
}

const DAY = new RegExp(jour.pattern)
/** Matches nothing, or a time with its zone. */
const TIME = /^(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

/** Names the folder of the cache. @throws UsageError where nobody can make one: Node tries without end below /proc */
export function cacheDirOf(env: NodeJS.ProcessEnv, cwd: string): string {
  const dir = resolve(cwd, env['KIT_CACHE'] || '.cache')
  if (/^\/(?:proc|sys)(?:\/|$)/.test(dir))
    throw new UsageError(`KIT_CACHE désigne ${dir}, où rien ne s’écrit. Donner au cache un autre dossier.`)
  return dir
}

/** Reads the folder of the cache. @throws UsageError when it lies in the kit */
export function readCacheDir(env: NodeJS.ProcessEnv, cwd: string, fiches: string): string {
  const dir = cacheDirOf(env, cwd)
  if (isBelow(dir, fiches))
    throw new UsageError(
      `Le cache serait dans le dossier des fiches (${dir}) : ses fichiers seraient pris pour ceux du kit. Lancer la commande d’un autre dossier, ou donner une place au cache par la variable KIT_CACHE.`,
    )
  return dir
}

/** Reads the folder of the editions. @throws UsageError when it lies in the kit */
export function readOut(out: string, cwd: string, fiches: string): string {
  const dir = resolve(cwd, out)
  if (isBelow(dir, fiches))
    throw new UsageError(
      `--out : ${dir} est dans le dossier des fiches : ses fichiers seraient pris pour ceux du kit. Choisir un autre dossier.`,
    )
  return dir
}

const isBelow = (dir: string, fiches: string) =>
  !/^\.\.(?:[/\\]|$)/.test(relative(fiches, dir)) && !isAbsolute(relative(fiches, dir))

function readJobs(text: string): number {
  const jobs = Number(text)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 16)
    throw new UsageError(`--jobs : « ${text} » ne convient pas. Écrire un nombre de 1 à 16.`)
  return jobs
}

export function readImposition(kind: string | undefined): 'cahier' | undefined {
  if (kind === undefined || kind === 'cahier') return kind
  throw new UsageError(`--imposition : « ${kind} » n’existe pas. Écrire : cahier.`)
}

/** Finds the accepted pictures: those of the press's own kit are in its repository, another kit keeps its own. */
export function readReferences(
  dir: string | undefined,
  { cwd, fiches }: { cwd: string; fiches: string },
): string {
  if (dir !== undefined) return resolve(cwd, dir)
  return fiches === join(home, 'fiches')
    ? join(home, 'tests/visual/baselines')
    : join(fiches, '.images-acceptees')
}
