import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Format, formats } from '../src/diagnostics/format.ts'
import { enumerate } from '../src/french.ts'
import { UsageError } from './command.ts'

/** What every command of a kit accepts. */
export const kitOptions = { fiches: { type: 'string', default: 'fiches' } } as const

/** Reads the options of a command that takes no arguments besides.
 *  @throws UsageError that says in French what is wrong, then the command's usage */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  usage: string,
) {
  return readCall(args, options, { usage, allowPositionals: false }).values
}

/** Reads the options of a command and the names that it is given.
 *  @throws UsageError that says in French what is wrong, then the command's usage */
export function readCall<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  { usage, allowPositionals = true }: { usage: string; allowPositionals?: boolean },
) {
  const call = parsed(args, { options, usage, allowPositionals })
  // What a script leaves empty would be the folder where the command is typed.
  const empty = Object.entries(call.values).find(([, value]) => value === '')?.[0]
  if (empty !== undefined && FOLDERS.has(empty))
    throw new UsageError(`--${empty} : il manque le nom du dossier.\n\n${usage}`)
  return call
}

const FOLDERS = new Set(['fiches', 'out'])

function parsed<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  { options, usage, allowPositionals }: { options: Options; usage: string; allowPositionals: boolean },
) {
  try {
    return parseArgs({ args, strict: true, allowPositionals, options })
  } catch (cause) {
    throw new UsageError(`${explain(cause)}\n\n${usage}`, { cause })
  }
}

/** How problems are to be written. @throws UsageError */
export function readFormat(written: string, usage: string): Format {
  const format = formats.find(name => name === written)
  if (format !== undefined) return format
  throw new UsageError(`--format : « ${written} » n’existe pas. Écrire : ${enumerate(formats)}.\n\n${usage}`)
}

/** What `parseArgs` refuses, in French. @see https://nodejs.org/api/errors.html (ERR_PARSE_ARGS_*) */
function explain(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const named = /'(-[^' <]*)/.exec(error.message)?.[1] ?? /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch ('code' in error ? error.code : '') {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `L’option « ${named} » n’existe pas.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `L’argument « ${named} » est en trop.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `L’option « ${named} » attend une valeur, ou n’en prend pas.`
    default:
      throw error
  }
}
