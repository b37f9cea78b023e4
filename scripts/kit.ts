import { chdir, env, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { assertPlace, type Command, describeFault, type ExitCode, runCommand, UsageError } from './command.ts'

/** Loaded on demand: a check does not wait for the libraries of a build. */
const commands: Record<string, () => Promise<{ default: Command<unknown> }>> = {
  check: () => import('./commands/check.ts'),
  atelier: () => import('./commands/atelier.ts'),
  build: () => import('./commands/build.ts'),
  liens: () => import('./commands/liens.ts'),
  ancres: () => import('./commands/ancres.ts'),
  new: () => import('./commands/new.ts'),
  release: () => import('./commands/release.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  visual: () => import('./commands/visual.ts'),
}

/** Exit code after a fault of the machine or of the press, or an interruption. */
const FAULT = 3

const usage = `Usage : kit <commande> [options]

  kit check    contrôle les fiches et dit en français ce qui ne va pas, et où
  kit atelier  ouvre le kit dans le navigateur : écrire, corriger, voir, fabriquer
  kit build    fabrique le site, le PDF et le livre numérique dans dist/
  kit liens    demande au web chaque adresse des fiches, ou les reprend d’un PDF ou d’un document Word
  kit ancres   fixe l’adresse de chaque exemple, levier et chiffre
  kit new      commence une fiche, ou un kit
  kit release  fabrique tout, contrôle tout, et livre un dossier à publier, imprimer et déposer
  kit import   fait une fiche d’un document Word, ou d’un autre texte
  kit export   donne des fiches en Word, à faire relire ou à réutiliser
  kit visual   compare chaque page avec l’image qu’une personne a acceptée

Chaque commande explique ses options avec --help.`

/** Ctrl-C, SIGTERM and a terminal that is closed end the command through its signal, once: a second one ends the process. */
function interruption(): AbortController {
  const controller = new AbortController()
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code)
      process.exitCode = code
      controller.abort(new Error(`interrompu (${name})`))
    })
  return controller
}

const CLOSED_CODES = new Set(['EIO', 'EPIPE'])

/** Lets a command go on without a reader of its output: it has folders to remove and processes to end. */
function outliveReaders(): void {
  for (const stream of [stdout, stderr])
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (!CLOSED_CODES.has(fault.code ?? '')) throw fault
    })
}

async function main(args: string[]): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === '-h') {
    console.log(usage)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.error(`La commande « ${name} » n’existe pas.\n\n${usage}`)
    return 2
  }
  const { signal } = interruption()
  const context = { cwd: process.cwd(), env, signal }
  try {
    const { default: command } = await load()
    const home = fileURLToPath(new URL('..', import.meta.url))
    assertPlace(home)
    // Eleventy and Vite look for the press from the working folder.
    chdir(home)
    return await runCommand(command, rest, context)
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
// Ends at once: puppeteer may wait half a minute for a tab of a browser that has ended.
if (code === FAULT) process.exit()
