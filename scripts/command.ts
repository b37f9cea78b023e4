import { inspect } from 'node:util'
import { diskRefusal, messageOf } from '../src/problems/index.ts'

/** A command: `usage` explains it, `parse` reads its arguments, `run` does it, prints, and returns the exit code. */
export type Command<Options> = {
  usage: string
  /** @throws UsageError when the arguments are not the command's */
  parse(args: string[], context: Context): Options
  run(options: Options, context: Context): Promise<ExitCode>
}

/** Runs a command, or explains it to who asks for help. @throws UsageError */
export async function runCommand<Options>(
  { usage, parse, run }: Command<Options>,
  args: string[],
  context: Context,
): Promise<ExitCode> {
  if (!args.some(arg => arg === '--help' || arg === '-h')) return run(parse(args, context), context)
  console.log(usage)
  return 0
}

/** 0 done, 1 errors in the kit, 2 wrong command line, 3 fault. */
export type ExitCode = 0 | 1 | 2 | 3

export type Context = {
  /** Folder from which the person called: paths of the command line are relative to it. */
  cwd: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** Thrown for a wrong command line; the message says in French what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Refuses a place of the press in whose path Vite would find a query or a fragment. @throws Error that says what to rename */
export function assertPlace(home: string): void {
  const sign = /[#?]/.exec(home)?.[0]
  if (sign)
    throw new Error(
      `Le dossier de la presse, ${home}, a « ${sign} » dans son chemin : le site ne peut pas être fabriqué là. ` +
        'Renommer ce dossier, ou le déplacer, puis relancer.',
    )
}

/** Writes one line for the person, the chain of causes below it, the remedy, and with DEBUG the stack. */
export function describeFault(error: unknown, withStack: boolean): string {
  const chain = [originOf(error)]
  for (let cause = causeOf(chain[0]); cause && chain.length < 10; cause = causeOf(cause)) chain.push(cause)
  // The outermost knows best what was being done.
  const remedy = chain.map(remedyOf).find(remedy => remedy !== undefined)
  return [
    `Erreur : ${saidOf(chain[0])}`,
    ...chain.slice(1).flatMap(cause => (saidOf(cause).trim() === '' ? [] : `  cause : ${saidOf(cause)}`)),
    ...(remedy ? [`  ${remedy}`] : []),
    withStack ? inspect(error) : '  (DEBUG=1 pour le détail technique)',
  ].join('\n')
}

/** Returns the first fault, when a disposal threw another one after it. */
function originOf(error: unknown): unknown {
  return error instanceof Error && error.name === 'SuppressedError' && 'suppressed' in error
    ? originOf(error.suppressed)
    : error
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)

function remedyOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error && 'code' in fault)) return undefined
  if ('syscall' in fault && String(fault.syscall).startsWith('spawn'))
    return 'Ce programme ne peut pas être lancé : vérifier son chemin, et le droit de l’exécuter.'
  if (['EACCES', 'EPERM'].includes(String(fault.code)) && 'syscall' in fault && fault.syscall === 'scandir')
    return 'Ce dossier ne peut pas être lu : en donner le droit à la personne qui lance la commande.'
  return remedies[String(fault.code)]
}

/** Describes a fault; in French where it is a disk's and names the file. */
function saidOf(fault: unknown): string {
  const words = diskRefusal(fault)
  const isNamed = fault instanceof Error && 'path' in fault && typeof fault.path === 'string'
  return words && isNamed ? `${fault.path} : ${words} (${messageOf(fault)})` : messageOf(fault)
}

const UNWRITABLE = 'On ne peut pas écrire dans ce dossier : en choisir un autre, ou en donner le droit.'

/** Remedies a refusal of the machine, by its code. */
const remedies: Record<string, string> = {
  ENOSPC:
    'Le disque est plein : libérer de la place, puis relancer. La dernière édition réussie est intacte.',
  EROFS: UNWRITABLE,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  KIT_CACHE: 'Le dossier du cache ne peut pas servir : en choisir un autre par la variable KIT_CACHE.',
  KIT_OUVERT:
    'Fermer ce qui est ouvert de ce dossier (lecteur de PDF, Explorateur, terminal), puis relancer. La dernière édition réussie est intacte.',
  EBUSY: 'Un autre programme tient ce fichier ouvert : le fermer, puis relancer.',
  ENOTDIR: '--out désigne un fichier, pas un dossier : en choisir un autre.',
  EMFILE: 'Trop de fichiers sont ouverts sur cette machine : en fermer, puis relancer.',
}
