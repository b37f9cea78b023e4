import { basename } from 'node:path'
import { appFiles } from '../../build/atelier/bundle/app-files.ts'
import { diskShelf } from '../../build/atelier/server/disk-shelf.ts'
import { serveAtelier } from '../../build/atelier/server/serve-atelier.ts'
import { serveFolders } from '../../build/atelier/server/serve-folder.ts'
import { verapdfIn } from '../../build/release/gate/verapdf.ts'
import { hashLooks } from '../../build/release/inputs.ts'
import { digestOfPress, openCache } from '../../build/store/cache.ts'
import { fired } from '../../build/thread/promises.ts'
import { atelierDeeds } from '../atelier/deeds.ts'
import { openAddress } from '../atelier/open-address.ts'
import { portOf } from '../atelier/port-of.ts'
import type { Command, Context } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import {
  editionOptions,
  readEditionOptions,
  readOut,
  readPort,
  readReferences,
} from '../read-build-options.ts'

const usage = `Usage : kit atelier [options]

Ouvre l’atelier dans le navigateur : on y écrit les fiches, on y voit ce qui ne va pas et la page
qu’elles donnent, on y contrôle, fabrique et livre le kit. Il n’est ouvert qu’à cette machine.

  --fiches DIR       dossier des fiches (fiches)
  --out DIR          dossier produit par « Fabriquer » (dist)
  --livraison DIR    dossier livré par « Livrer » (livraison)
  --port N           port de l’atelier sur cette machine (toujours le même pour un dossier)
  --sans-navigateur  afficher l’adresse sans l’ouvrir`

const accepted = {
  ...editionOptions,
  out: { type: 'string', default: 'dist' },
  livraison: { type: 'string', default: 'livraison' },
  port: { type: 'string' },
  'sans-navigateur': { type: 'boolean', default: false },
} as const

function parse(args: string[], context: Context) {
  const values = readArguments(args, accepted, usage)
  const shared = readEditionOptions(values, context)
  return {
    ...shared,
    out: readOut(values.out, context.cwd, shared.fiches),
    release: {
      out: readOut(values.livraison, context.cwd, shared.fiches),
      baselines: readReferences(undefined, context.cwd),
    },
    port: values.port === undefined ? null : readPort(values.port),
    opens: !values['sans-navigateur'],
  }
}

const command: Command<ReturnType<typeof parse>> = {
  usage,
  parse,

  async run(options, { signal, env }) {
    const { home, fiches, cacheDir, out } = options
    const cache = openCache(cacheDir, digestOfPress(home))
    const files = await appFiles(cache, hashLooks(home))
    const shelf = diskShelf(fiches, basename(fiches))
    await using results = await serveFolders(
      new Map([
        ['/.editions/', out],
        ['/.livraison/', options.release.out],
        ['/.refus/', `${options.release.out}-refusee`],
        ['/', `${out}/site`],
      ]),
    )
    const deeds = atelierDeeds({ ...options, signal, verapdf: verapdfIn(env) }, results.origin)
    const serve = (port: number) => serveAtelier({ shelf, files, deeds, port })
    await using server = await serve(options.port ?? portOf(fiches)).catch((fault: Error) => {
      if (options.port !== null || !isTaken(fault)) throw fault
      console.log('Cet atelier est déjà ouvert ailleurs, ou son adresse est prise : en voici une autre.')
      return serve(0)
    })
    console.log(`Atelier : ${server.url}\n(Ctrl-C pour arrêter)`)
    if (options.opens) openAddress(server.url)
    await fired(signal)
    return 0
  },
}
export default command

const isTaken = ({ cause }: Error) => cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
