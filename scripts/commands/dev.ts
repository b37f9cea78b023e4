import { type PreviewOptions, preview } from '../../build/preview/index.ts'
import { type Command, UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { kitOptions, readKitOptions } from '../read-build-options.ts'
import { tellChanges } from '../tell-changes.ts'

const usage = `Usage : kit dev [options]

Montre le site pendant qu'on écrit : chaque page suit les fichiers, chaque erreur se lit
sur la page et ici. /papier/ dit où en est chaque fiche, avec ses pages et ses mots ;
/papier/<fiche>/ la montre telle qu'elle sera imprimée.

  --fiches DIR   dossier des fiches (fiches)
  --port N       port du site sur cette machine (8080)`

const accepted = {
  ...kitOptions,
  port: { type: 'string', default: '8080' },
} as const

type Options = (Omit<PreviewOptions, 'signal' | 'tell' | 'open'> & { named: string }) | 'help'

const command: Command<Options> = {
  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    return values.help ? 'help' : { ...readKitOptions(values, context), port: readPort(values.port) }
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
        console.log(`Site : ${url}\nAperçu papier : ${url}papier/\n(Ctrl-C pour arrêter)`)
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
