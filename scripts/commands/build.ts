import { type BuildOptions, buildEditions, type Progress, watchKit } from '../../build/edition/index.ts'
import { type Edition, editions, type Manifest } from '../../build/ground/index.ts'
import { formatProblems } from '../../src/problems/index.ts'
import { type Command, type Context, describeFault, UsageError } from '../command.ts'
import {
  editionOptions,
  readArguments,
  readEditionOptions,
  readImposition,
  readOut,
} from '../read-arguments.ts'
import { seconds, showProgress } from '../show-progress.ts'

const usage = `Usage : kit build [options]

  --fiches DIR     dossier des fiches (fiches)
  --out DIR        dossier produit (dist)
  --only LISTE     site, pdf, epub, séparés par des virgules ; les autres éditions restent comme elles sont
  --date ISO       date de l’édition (par défaut SOURCE_DATE_EPOCH, sinon le mois de kit.yaml)
  --imposition cahier
                   ajoute le PDF d’impression en cahier : feuilles A3 à plier et à piquer au pli
  --gros-caracteres
                   ajoute un PDF en gros caractères (16 points, une colonne), même si kit.yaml n’en demande pas
  --no-cache       ne rien reprendre des fabrications précédentes
  --jobs N         onglets qui mettent en pages en même temps
  --watch          refait les éditions à chaque changement des fiches, jusqu'à Ctrl-C : ce qui est long
                   à démarrer reste prêt`

const accepted = {
  ...editionOptions,
  out: { type: 'string', default: 'dist' },
  only: { type: 'string' },
  imposition: { type: 'string' },
  'gros-caracteres': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const

type Options = Omit<BuildOptions, 'signal' | 'tell'> & {
  named: string
  watch: boolean
}

const command: Command<Options> = {
  usage,

  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    const shared = readEditionOptions(values, context)
    return {
      ...shared,
      watch: values.watch,
      out: readOut(values.out, context.cwd, shared.fiches),
      only: readOnly(values.only),
      keep: !values['no-cache'],
      imposition: readImposition(values.imposition),
      largePrint: values['gros-caracteres'],
    }
  },

  async run(options, { signal, env }) {
    using progress = showProgress()
    const tell: Progress = event => {
      // Page numbers are true in every edition: the command says why pages are made when no PDF was asked for.
      if (event.step === 'impression' && event.state === 'debut' && !options.only.has('pdf'))
        console.error('Les numéros de page sont ceux du PDF : mise en pages d’abord.')
      progress.tell(event)
    }
    if (options.watch) {
      await watchBuilds(options, { signal, tell, env, stop: progress.stop })
      return 0
    }
    const result = await buildEditions({ ...options, signal, tell })
    if (result.problems.length > 0) console.error(formatProblems(result.problems, 'texte', options.named))
    if (result.state === 'refused') return 1
    console.log(`${options.out} : ${listOf(result.manifest.artefacts).join(', ')}`)
    return 0
  },
}
export default command

/** Lists the files of the output; of a folder with one file a fiche, the number of files: `pdf/fiches/ (16)`. */
function listOf(artefacts: Manifest['artefacts']): string[] {
  const counts = new Map<string, number>()
  for (const { path, fiche } of artefacts) {
    const name = fiche === undefined ? path : path.slice(0, path.lastIndexOf('/') + 1)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => (name.endsWith('/') ? `${name} (${count})` : name))
}

/** Shows the steps of the first build, and of each one after it the outcome. */
async function watchBuilds(
  options: Options,
  { signal, tell, env, stop }: Pick<Context, 'signal' | 'env'> & { tell: Progress; stop(): void },
): Promise<void> {
  let first = true
  let latest = ''
  let wrong = false
  const tellBuild = (message: string, hasErrors: boolean) => {
    first = false
    stop()
    // Prints a message once, not at each save.
    if (message !== latest && message !== '') console.error(message)
    if (wrong && !hasErrors) console.error('Plus d’erreur.')
    latest = message
    wrong = hasErrors
  }
  console.error('Ctrl-C pour arrêter')
  await watchKit({
    ...options,
    signal,
    tell: event => first && tell(event),
    onBuild({ result: { problems }, ms }) {
      const message = problems.length > 0 ? formatProblems(problems, 'texte', options.named) : ''
      tellBuild(
        message,
        problems.some(({ severity }) => severity === 'erreur'),
      )
      if (!wrong) console.log(`Éditions à jour en ${seconds.format(ms / 1000)} s`)
    },
    onFault: error => tellBuild(describeFault(error, env['DEBUG'] !== undefined), true),
  })
}

function readOnly(list: string | undefined): ReadonlySet<Edition> {
  if (list === undefined) return new Set(editions)
  const names = list.split(',').map(name => name.trim())
  const unknown = names.filter(name => !editions.some(edition => edition === name))
  if (unknown.length > 0)
    throw new UsageError(`--only : « ${unknown.join(', ')} » n’existe pas. Écrire : ${editions.join(', ')}.`)
  return new Set(editions.filter(edition => names.includes(edition)))
}
