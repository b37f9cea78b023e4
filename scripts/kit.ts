import { chdir, env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { type Command, type Context, type ExitCode, UsageError } from './command.ts'

/** Loaded on demand: a check does not wait for the libraries of a build. */
const commands: Record<string, (args: string[], context: Context) => Promise<ExitCode>> = {
  check: async (...call) => execute((await import('./commands/check.ts')).default, ...call),
  build: async (...call) => execute((await import('./commands/build.ts')).default, ...call),
  dev: async (...call) => execute((await import('./commands/dev.ts')).default, ...call),
  release: async (...call) => execute((await import('./commands/release.ts')).default, ...call),
  visual: async (...call) => execute((await import('./commands/visual.ts')).default, ...call),
}

async function execute<Options>(
  command: Command<Options>,
  args: string[],
  context: Context,
): Promise<ExitCode> {
  const options = command.parse(args, context)
  // A command loads no code that changes under its hands. To be ready for it, Eleventy would ask a thread of its own about
  // every module that is loaded after it.
  env['ELEVENTY_SKIP_ESM_RESOLVER'] = '1'
  // Eleventy and Vite look for the press from the working folder.
  chdir(fileURLToPath(new URL('..', import.meta.url)))
  return command.run(options, context)
}

/** Ended by a fault of the machine or of the press, or interrupted. */
const FAULT = 3

const usage = `Usage : kit <commande> [options]

  kit check    contrôle les fiches et dit en français ce qui ne va pas, et où
  kit build    fabrique le site, le PDF et le livre numérique dans dist/
  kit release  fabrique tout, contrôle tout, et livre un dossier à publier, imprimer et déposer
  kit visual   compare chaque page avec l’image qu’une personne a acceptée

Chaque commande explique ses options avec --help.`

/** Ctrl-C and SIGTERM end the command through its signal, once: a second one kills. */
function interruption(): AbortController {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(name, () => {
      process.exitCode = code
      controller.abort(new Error(`interrompu (${name})`))
    })
  return controller
}

async function main(args: string[]): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === '-h') {
    console.log(usage)
    return 0
  }
  const command = commands[name]
  if (!command) {
    console.error(`La commande « ${name} » n’existe pas.\n\n${usage}`)
    return 2
  }
  const { signal } = interruption()
  try {
    return await command(rest, { cwd: process.cwd(), env, signal })
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message)
      return 2
    }
    if (signal.aborted) console.error('Interrompu : la dernière édition réussie est intacte.')
    else report(error, env['DEBUG'] !== undefined)
    return FAULT
  }
}

/** One line for the person, the chain of causes below it, what helps, and the stack for who asks with DEBUG. */
function report(error: unknown, withStack: boolean): void {
  const chain = [error]
  for (let cause = causeOf(error); cause && chain.length < 10; cause = causeOf(cause)) chain.push(cause)
  const say = (one: unknown) => (one instanceof Error ? one.message : String(one))
  console.error(`\nErreur : ${say(error)}`)
  for (const cause of chain.slice(1)) console.error(`  cause : ${say(cause)}`)
  for (const one of chain) {
    const remedy = one instanceof Error && 'code' in one ? remedies[String(one.code)] : undefined
    if (remedy) console.error(`  ${remedy}`)
  }
  if (withStack) console.error(error)
  else console.error('  (DEBUG=1 pour le détail technique)')
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)

/** What a person can do about a refusal of the machine. */
const remedies: Record<string, string> = {
  ENOSPC:
    'Le disque est plein : libérer de la place, puis relancer. La dernière édition réussie est intacte.',
  EROFS: 'Ce dossier ne peut pas être écrit : en choisir un autre avec --out.',
  EACCES: 'Ce dossier ne peut pas être écrit : en choisir un autre avec --out.',
  EPERM: 'Ce dossier ne peut pas être écrit : en choisir un autre avec --out.',
  ENOTDIR: '--out désigne un fichier, pas un dossier : en choisir un autre.',
  EMFILE: 'Trop de fichiers sont ouverts sur cette machine : en fermer, puis relancer.',
}

const code = await main(process.argv.slice(2))
// An interruption has set its own already.
process.exitCode ??= code
// All is put away. A library may go on waiting for what is gone: puppeteer for half a minute, for a tab that was opening.
if (code === FAULT) process.exit()
