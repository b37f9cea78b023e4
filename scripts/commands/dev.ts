import { type PreviewOptions, preview } from '../../build/preview/index.ts'
import type { Command } from '../command.ts'
import { kitOptions, readArguments } from '../read-arguments.ts'
import { readKitOptions, readPort } from '../read-build-options.ts'
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

type Options = Omit<PreviewOptions, 'signal' | 'tell' | 'open'> & { named: string }

const command: Command<Options> = {
  usage,

  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    return { ...readKitOptions(values, context), port: readPort(values.port) }
  },

  async run(options, { signal }) {
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
