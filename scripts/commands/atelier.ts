import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { appFiles, type Deeds, diskShelf, serveAtelier, serveFolders } from '../../build/atelier/index.ts'
import { buildEditions, hashLooks, type Progress, release, stepNames } from '../../build/edition/index.ts'
import { type ComparedPictures, changedViews, verapdfIn } from '../../build/gate/index.ts'
import {
  codeOf,
  digestOfPress,
  editions,
  openCache,
  type Role,
  untilFired,
} from '../../build/ground/index.ts'
import { countProblems } from '../../src/problems/index.ts'
import type { Command, Context } from '../command.ts'
import {
  editionOptions,
  readArguments,
  readEditionOptions,
  readOut,
  readReferences,
} from '../read-arguments.ts'

const usage = `Usage : kit atelier [options]

Ouvre l’atelier dans le navigateur : on y écrit les fiches, on y voit ce qui ne va pas et la page
qu’elles donnent, on y contrôle, fabrique et livre le kit. Il n’est ouvert qu’à cette machine.

  --fiches DIR       dossier des fiches (fiches)
  --out DIR          dossier produit par « Fabriquer » (dist)
  --livraison DIR    dossier livré par « Livrer » (livraison)
  --references DIR   images de référence, un dossier par kit (celles du kit)
  --sans-navigateur  afficher l’adresse sans l’ouvrir`

const accepted = {
  ...editionOptions,
  out: { type: 'string', default: 'dist' },
  livraison: { type: 'string', default: 'livraison' },
  references: { type: 'string' },
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
      baselines: readReferences(values.references, { ...shared, cwd: context.cwd }),
    },
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
    await using server = await serve(portOf(fiches)).catch((fault: unknown) => {
      if (codeOf(fault) !== 'EADDRINUSE') throw fault
      console.log('Cet atelier est déjà ouvert ailleurs, ou son adresse est prise : en voici une autre.')
      return serve(0)
    })
    console.log(`Atelier : ${server.url}\n(Ctrl-C pour arrêter)`)
    if (options.opens) openAddress(server.url)
    await untilFired(signal)
    return 0
  },
}
export default command

/** Finds the port of a folder, always the same: a browser keeps drafts by address, and two kits do not share theirs. */
export function portOf(fiches: string): number {
  // Above the ports of well-known services, below those that systems give to connections.
  return 20_000 + (createHash('sha256').update(fiches).digest().readUInt32BE(0) % 10_000)
}

const openers: Partial<Record<NodeJS.Platform, [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the person's browser. If none starts, the printed address is still there. */
function openAddress(url: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true, windowsHide: true })
  opener.on('error', () => undefined) // no browser here: the address stands on the terminal
  opener.unref()
}

type DeedSettings = ReturnType<typeof parse> & { signal: AbortSignal; verapdf: string | null }

type Tell = Parameters<Deeds['build']>[0]

/** Runs the commands behind the buttons of the atelier. `origin`: where results are shown. */
function atelierDeeds(settings: DeedSettings, origin: string): Deeds {
  const stepsTo =
    (tell: Tell): Progress =>
    event =>
      tell({
        kind: 'step',
        name: stepNames[event.step],
        state: event.state === 'debut' ? 'begun' : 'done',
        detail: event.state === 'debut' ? null : event.detail,
      })
  let pictures: ComparedPictures | null = null
  async function hand(tell: Tell, draft: boolean): Promise<void> {
    const result = await release({
      ...settings,
      ...settings.release,
      draft,
      former: null,
      archive: null,
      forge: null,
      tell: stepsTo(tell),
      tellControl: ({ title, done }) =>
        tell({ kind: 'step', name: title, state: done === null ? 'begun' : 'done', detail: null }),
    })
    if (result.state === 'unreadable') {
      tell({ kind: 'end', good: false, text: countProblems(result.problems), opens: [] })
      return
    }
    const good = result.state === 'made'
    pictures = result.pictures
    tell({
      kind: 'end',
      good,
      views: pictures?.differences.length ?? 0,
      text: good
        ? `${draft ? 'Le brouillon' : 'La livraison'} est prêt${draft ? '' : 'e'}.`
        : 'La livraison est refusée : son rapport dit pourquoi.',
      opens: [{ name: 'Rapport', address: `${origin}/${good ? '.livraison' : '.refus'}/rapport.html` }],
    })
  }
  return {
    pictures: {
      views: () => changedViews(pictures?.differences ?? []),
      async accept() {
        await pictures?.accept()
        pictures = null
      },
    },

    async build(tell) {
      const result = await buildEditions({
        ...settings,
        only: new Set(editions),
        keep: true,
        tell: stepsTo(tell),
      })
      const text = countProblems(result.problems)
      if (result.state === 'refused') {
        tell({ kind: 'end', good: false, text: `Rien n’est fabriqué : ${text}`, opens: [] })
        return
      }
      const opens = result.manifest.artefacts.flatMap(({ role, path }) => {
        const name = resultNames[role]
        if (name === undefined) return []
        return { name, address: role === 'site' ? `${origin}/` : `${origin}/.editions/${path}` }
      })
      tell({ kind: 'end', good: true, text: `Le kit est fabriqué. ${text}`, opens })
    },

    release: tell => hand(tell, false),
    draft: tell => hand(tell, true),
  }
}

const resultNames: Partial<Record<Role, string>> = {
  site: 'Site',
  'pdf-ecran': 'PDF pour l’écran',
  'pdf-gros-caracteres': 'PDF en gros caractères',
  'pdf-impression': 'PDF pour l’imprimeur',
  'rapport-prepresse': 'Rapport prépresse',
  epub: 'Livre numérique',
}
