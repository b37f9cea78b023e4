import { resolve } from 'node:path'
import { type ReleaseOptions, release } from '../../build/edition/index.ts'
import { type ReleaseReport, verapdfIn } from '../../build/gate/index.ts'
import { enumerate, formatDuration, formatProblems, plural } from '../../src/problems/index.ts'
import { type Command, UsageError } from '../command.ts'
import {
  editionOptions,
  readArguments,
  readEditionOptions,
  readOut,
  readReferences,
} from '../read-arguments.ts'
import { showProgress } from '../show-progress.ts'

const usage = `Usage : kit release [options]

  --fiches DIR       dossier des fiches (fiches)
  --out DIR          dossier livré (livraison)
  --date ISO         date de l'édition (par défaut SOURCE_DATE_EPOCH, sinon le mois de kit.yaml)
  --brouillon        accepter ce qui est encore à compléter, et le dire dans le rapport
  --precedente DIR   livraison précédente, pour NOUVEAUTES.md (par défaut celle que contient --out)
  --archive DIR      livraison de l'édition précédente : son site reste lisible sous editions/ANNÉE/
  --forge github     sur GitHub : l'étiquette est le numéro de l'édition, et le site a l'adresse
                     de Pages ; --precedente peut être vide, pour une première livraison
  --references DIR   images de référence, un dossier par kit (celles du kit)
  --jobs N           onglets qui mettent en pages en même temps

Une livraison refusée ne touche pas à la précédente ; son rapport est dans DIR-refusee.`

const accepted = {
  ...editionOptions,
  out: { type: 'string', default: 'livraison' },
  brouillon: { type: 'boolean', default: false },
  precedente: { type: 'string' },
  archive: { type: 'string' },
  forge: { type: 'string' },
  references: { type: 'string' },
} as const

type Options = Omit<ReleaseOptions, 'signal' | 'tell' | 'tellControl'> & { named: string }

const command: Command<Options> = {
  usage,

  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    const { cwd, env } = context
    const shared = readEditionOptions(values, context)
    return {
      ...shared,
      out: readOut(values.out, cwd, shared.fiches),
      draft: values.brouillon,
      former: values.precedente === undefined ? null : resolve(cwd, values.precedente),
      archive: values.archive === undefined ? null : resolve(cwd, values.archive),
      forge: readForge(values.forge, env),
      baselines: readReferences(values.references, { ...shared, cwd }),
      verapdf: verapdfIn(env),
    }
  },

  async run(options, { signal }) {
    using progress = showProgress()
    const result = await release({
      ...options,
      signal,
      tell: progress.tell,
      tellControl: progress.tellControl,
    })
    if (result.state === 'unreadable') {
      console.error(formatProblems(result.problems, 'texte', options.named))
      return 1
    }
    console.error(`\nEn tout : ${formatDuration(result.report.secondes)}.`)
    console.error(sayFindings(result.report))
    if (result.state === 'refused') {
      console.error(`\nLivraison refusée. Rapport : ${result.dir}/rapport.html`)
      return 1
    }
    console.log(
      `${result.dir} : ${result.report.brouillon ? 'brouillon' : 'livraison'} prêt${result.report.brouillon ? '' : 'e'}. Lire d'abord rapport.html.`,
    )
    const years = result.formerYears?.map(String) ?? []
    const former = years.length > 0 ? enumerate(years) : 'aucune, celle de --archive est de la même année'
    if (years.length > 0 || options.archive !== null)
      console.log(`Éditions précédentes sur le site : ${former}.`)
    return 0
  },
}
export default command

/** Reads the repository and the tag from the variables of GitHub Actions. @throws UsageError
 *  @see https://docs.github.com/actions/reference/workflows-and-actions/variables */
function readForge(name: string | undefined, env: NodeJS.ProcessEnv): ReleaseOptions['forge'] {
  if (name === undefined) return null
  if (name !== 'github') throw new UsageError(`--forge : « ${name} » n’est pas connue. Écrire : github.`)
  const repository = env['GITHUB_REPOSITORY']
  if (!repository) throw new UsageError('--forge github : la variable GITHUB_REPOSITORY ne dit pas le dépôt.')
  return { repository, tag: env['GITHUB_REF_TYPE'] === 'tag' ? (env['GITHUB_REF_NAME'] ?? null) : null }
}

function sayFindings({ controles }: ReleaseReport): string {
  const errors = controles.flatMap(({ titre, constats }) => {
    const failing = constats.filter(({ gravite }) => gravite === 'erreur')
    const lines = failing
      .slice(0, SHOWN)
      .map(({ ou, constat, source }) => `  ${[source, ou, constat].filter(Boolean).join(' : ')}`)
    const more = failing.length - SHOWN
    const rest = more > 0 ? [`  et ${plural(more, 'autre')}, dans le rapport`] : []
    return failing.length > 0 ? [`À corriger (${titre}) :`, ...lines, ...rest] : []
  })
  const remarks = controles
    .flatMap(({ constats }) => constats)
    .filter(({ gravite }) => gravite === 'remarque').length
  const summary = remarks > 0 ? [`${plural(remarks, 'remarque')} dans le rapport.`] : []
  return ['', ...errors, ...summary].join('\n')
}

const SHOWN = 12
