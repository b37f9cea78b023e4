import { resolve } from 'node:path'
import { compareVisual, type VisualOptions } from '../../build/edition/index.ts'
import { kindNames, nameOf, summarize } from '../../build/gate/index.ts'
import { formatBytes, formatProblems } from '../../src/problems/index.ts'
import { type Command, UsageError } from '../command.ts'
import { editionOptions, readArguments, readEditionOptions, readReferences } from '../read-arguments.ts'
import { showProgress } from '../show-progress.ts'

const usage = `Usage : kit visual [options]

  --fiches DIR      dossier des fiches (fiches)
  --accepter        prendre les images d'aujourd'hui comme référence, après les avoir regardées
  --rapport FICHIER où écrire le rapport quand il y a des différences (rapport-visuel.html)
  --references DIR  images de référence, un dossier par kit (celles du kit)
  --precedente DIR  livraison précédente : le site dit ce qui a changé depuis (livraison)
  --date ISO        date de l'édition
  --jobs N          onglets qui mettent en pages en même temps`

const accepted = {
  ...editionOptions,
  accepter: { type: 'boolean', default: false },
  rapport: { type: 'string', default: 'rapport-visuel.html' },
  references: { type: 'string' },
  precedente: { type: 'string', default: 'livraison' },
} as const

type Options = Omit<VisualOptions, 'signal' | 'tell'> & { named: string }

const command: Command<Options> = {
  usage,

  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    // A machine has looked at nothing.
    if (values.accepter && context.env['CI'])
      throw new UsageError(
        '--accepter : une personne regarde les images sur sa machine, puis les accepte ; pas la CI.',
      )
    const shared = readEditionOptions(values, context)
    return {
      ...shared,
      baselines: readReferences(values.references, { ...shared, cwd: context.cwd }),
      report: resolve(context.cwd, values.rapport),
      former: resolve(context.cwd, values.precedente),
      accept: values.accepter,
    }
  },

  async run(options, { signal }) {
    using progress = showProgress()
    const result = await compareVisual({ ...options, signal, tell: progress.tell })
    if (result.state === 'refused') {
      console.error(formatProblems(result.problems, 'texte', options.named))
      return 1
    }
    const { differences, shots, bytes, report } = result
    console.log(`${shots} vues (${formatBytes(bytes)}) : ${summarize(differences)}.`)
    for (const difference of differences) {
      console.log(`  ${kindNames[difference.kind].one} : ${nameOf(difference)}`)
      if (difference.constat) console.log(`    ${difference.constat}`)
    }
    if (report) console.log(`Rapport : ${report}`)
    if (result.accepted)
      console.log(
        'Ces images sont maintenant la référence : les regarder dans le rapport, puis les valider avec git.',
      )
    return differences.length === 0 || result.accepted ? 0 : 1
  },
}
export default command
