import { type BuildOptions, buildEditions, type Progress } from '../../build/edition/index.ts'
import { type Edition, editions, type Manifest } from '../../build/ground/index.ts'
import { formatProblems } from '../../src/problems/index.ts'
import { type Command, UsageError } from '../command.ts'
import {
  editionOptions,
  readArguments,
  readEditionOptions,
  readImposition,
  readOut,
} from '../read-arguments.ts'
import { showProgress } from '../show-progress.ts'

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
  --jobs N         onglets qui mettent en pages en même temps`

const accepted = {
  ...editionOptions,
  out: { type: 'string', default: 'dist' },
  only: { type: 'string' },
  imposition: { type: 'string' },
  'gros-caracteres': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
} as const

type Options = Omit<BuildOptions, 'signal' | 'tell'> & { named: string }

const command: Command<Options> = {
  usage,

  parse(args, context) {
    const values = readArguments(args, accepted, usage)
    const shared = readEditionOptions(values, context)
    return {
      ...shared,
      out: readOut(values.out, context.cwd, shared.fiches),
      only: readOnly(values.only),
      keep: !values['no-cache'],
      imposition: readImposition(values.imposition),
      largePrint: values['gros-caracteres'],
    }
  },

  async run(options, { signal }) {
    using progress = showProgress()
    const tell: Progress = event => {
      // Page numbers are true in every edition: the command says why pages are made when no PDF was asked for.
      if (event.step === 'impression' && event.state === 'debut' && !options.only.has('pdf'))
        console.error('Les numéros de page sont ceux du PDF : mise en pages d’abord.')
      progress.tell(event)
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

function readOnly(list: string | undefined): ReadonlySet<Edition> {
  if (list === undefined) return new Set(editions)
  const names = list.split(',').map(name => name.trim())
  const unknown = names.filter(name => !editions.some(edition => edition === name))
  if (unknown.length > 0)
    throw new UsageError(`--only : « ${unknown.join(', ')} » n’existe pas. Écrire : ${editions.join(', ')}.`)
  return new Set(editions.filter(edition => names.includes(edition)))
}
