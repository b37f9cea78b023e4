import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PreviewOptions, preview } from '../../build/preview/index.ts'
import { type Command, UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { readCacheDir } from '../read-build-options.ts'
import { tellChanges } from '../tell-changes.ts'

const usage = `Usage : kit dev [options]

Montre le site pendant qu'on écrit : chaque page suit les fichiers, chaque erreur se lit
sur la page et ici. /papier/<fiche>/ montre la fiche telle qu'elle sera imprimée.

  --fiches DIR   dossier des fiches (fiches)
  --port N       port du site sur cette machine (8080)`

const accepted = {
  fiches: { type: 'string', default: 'fiches' },
  port: { type: 'string', default: '8080' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** `named`: the folder of fiches as the person wrote it, for the places of diagnostics. */
type Options = (Omit<PreviewOptions, 'signal' | 'tell' | 'open'> & { named: string }) | 'help'

const command: Command<Options> = {
  parse(args, { cwd, env }) {
    const values = readArguments(args, accepted, usage)
    if (values.help) return 'help'
    const fiches = resolve(cwd, values.fiches)
    return {
      home: fileURLToPath(new URL('../..', import.meta.url)),
      named: values.fiches,
      fiches,
      port: readPort(values.port),
      cacheDir: readCacheDir(env, cwd, fiches),
      executablePath: env['PUPPETEER_EXECUTABLE_PATH'],
    }
  },

  async run(options, { signal }) {
    if (options === 'help') {
      console.log(usage)
      return 0
    }
    await preview({
      ...options,
      signal,
      tell: tellChanges(options.named, 'Pages'),
      open(url) {
        console.log(`Site : ${url}\nAperçu papier : ${url}papier/<fiche>/\n(Ctrl-C pour arrêter)`)
      },
    })
    return 0
  },
}
export default command

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port : « ${text} » ne convient pas. Écrire un nombre de 1 à 65535.`)
  return port
}
