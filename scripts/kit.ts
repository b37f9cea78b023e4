import { chdir, env, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { assertPlace } from './assert-place.ts'
import { type Command, type Context, type ExitCode, runCommand, UsageError } from './command.ts'
import { describeFault } from './describe-fault.ts'

/** Loaded on demand: a check does not wait for the libraries of a build. */
const commands: Record<string, (args: string[], context: Context) => Promise<ExitCode>> = {
  check: async (...call) => execute((await import('./commands/check.ts')).default, ...call),
  atelier: async (...call) => execute((await import('./commands/atelier.ts')).default, ...call),
  build: async (...call) => execute((await import('./commands/build.ts')).default, ...call),
  dev: async (...call) => execute((await import('./commands/dev.ts')).default, ...call),
  liens: async (...call) => execute((await import('./commands/liens.ts')).default, ...call),
  ancres: async (...call) => execute((await import('./commands/ancres.ts')).default, ...call),
  new: async (...call) => execute((await import('./commands/new.ts')).default, ...call),
  release: async (...call) => execute((await import('./commands/release.ts')).default, ...call),
  import: async (...call) => execute((await import('./commands/import.ts')).default, ...call),
  export: async (...call) => execute((await import('./commands/export.ts')).default, ...call),
  visual: async (...call) => execute((await import('./commands/visual.ts')).default, ...call),
}

async function execute<Options>(
  command: Command<Options>,
  args: string[],
  context: Context,
): Promise<ExitCode> {
  // A command loads no code that changes under its hands. To be ready for it, Eleventy would ask a thread of its own about
  // every module that is loaded after it.
  env['ELEVENTY_SKIP_ESM_RESOLVER'] = '1'
  const home = fileURLToPath(new URL('..', import.meta.url))
  assertPlace(home)
  // Eleventy and Vite look for the press from the working folder.
  chdir(home)
  return runCommand(command, args, context)
}

/** Ended by a fault of the machine or of the press, or interrupted. */
const FAULT = 3

const usage = `Usage : kit <commande> [options]

  kit check    contrôle les fiches et dit en français ce qui ne va pas, et où
  kit atelier  ouvre le kit dans le navigateur : écrire, corriger, voir, fabriquer
  kit dev      montre le site et les pages imprimées d’une fiche pendant qu’on l’écrit
  kit build    fabrique le site, le PDF et le livre numérique dans dist/
  kit liens    demande au web chaque adresse des fiches, ou les reprend d’un PDF ou d’un document Word
  kit ancres   fixe l’adresse de chaque exemple, levier et chiffre
  kit new      commence une fiche, ou un kit
  kit release  fabrique tout, contrôle tout, et livre un dossier à publier, imprimer et déposer
  kit import   fait une fiche d’un document Word, ou d’un autre texte
  kit export   donne des fiches en Word, à faire relire ou à réutiliser
  kit visual   compare chaque page avec l’image qu’une personne a acceptée

Chaque commande explique ses options avec --help.`

/** Ctrl-C, SIGTERM and a terminal that is closed end the command through its signal, once: a second one kills. */
function interruption(): AbortController {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(name, () => {
      process.exitCode = code
      controller.abort(new Error(`interrompu (${name})`))
    })
  return controller
}

/** Nobody reads any more: the terminal was closed, or what the command was piped into has ended. */
const UNHEARD = new Set(['EIO', 'EPIPE'])

/** Goes on unheard, to its end or to that of its signal: it has folders to remove and processes to end. */
function outliveReaders(): void {
  for (const stream of [stdout, stderr])
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (!UNHEARD.has(fault.code ?? '')) throw fault
    })
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
    else console.error(`\n${describeFault(error, env['DEBUG'] !== undefined)}`)
    return FAULT
  }
}

outliveReaders()
const code = await main(process.argv.slice(2))
// An interruption has set its own already.
process.exitCode ??= code
// All is put away. A library may go on waiting for what is gone: puppeteer for half a minute, for a tab that was opening.
if (code === FAULT) process.exit()
