import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readKit, writeNew } from '../../build/ground/index.ts'
import { newFiche, placeOfFiche } from '../../src/kit/index.ts'
import { formatProblems } from '../../src/problems/index.ts'
import { type Command, type Context, type ExitCode, UsageError } from '../command.ts'
import { refuseFaults, runNewKit } from '../new/kit.ts'
import { assertFamily, type KitOptions, parseNewKit, usage } from '../new/options.ts'
import { kitOptions, readArguments } from '../read-arguments.ts'

const command: Command<FicheOptions | KitOptions> = {
  usage,

  parse(args) {
    const [kind, ...rest] = args
    if (kind === 'fiche') return parseNewFiche(rest)
    if (kind === 'kit') return parseNewKit(rest)
    throw new UsageError(usage)
  },
  run: (options, context) =>
    options.kind === 'fiche' ? runNewFiche(options, context) : runNewKit(options, context),
}
export default command

type FicheOptions = { kind: 'fiche'; titre: string; famille: string; fiches: string }

function parseNewFiche([titre = '', ...rest]: readonly string[]): FicheOptions {
  if (titre.trim() === '' || titre.startsWith('-'))
    throw new UsageError(`Quel est le titre de la fiche ?\n\n${usage}`)
  const { famille, fiches } = readArguments(rest, { ...kitOptions, famille: { type: 'string' } }, usage)
  if (famille === undefined)
    throw new UsageError(`De quelle famille est la fiche ? Écrire --famille F.\n\n${usage}`)
  return { kind: 'fiche', titre: titre.trim(), famille, fiches }
}

/** Writes the next fiche of the kit. 0: written; 1: the kit cannot be read. */
async function runNewFiche(
  { titre, famille, fiches }: FicheOptions,
  { cwd }: Pick<Context, 'cwd'>,
): Promise<ExitCode> {
  const dir = resolve(cwd, fiches)
  const { kit, problems } = await readKit(dir)
  const errors = problems.filter(({ severity }) => severity === 'erreur')
  // A number or a slug of a fiche that cannot be read could be given twice.
  if (kit === null || errors.length > 0) {
    console.error(formatProblems(errors, 'texte', fiches))
    return 1
  }
  assertFamily(kit, famille)
  const { numero, slug, plan, file } = placeOfFiche(kit, titre, famille)
  const same = [...kit.fiches, ...kit.pages].find(sheet => sheet.slug === slug)
  if (same) throw new UsageError(`${same.file} a déjà ce nom (slug : ${slug}). Choisir un autre titre.`)
  const text = newFiche({ numero, slug, titre, famille, maj: kit.edition.mois, plan })
  const settings = await readFile(join(dir, 'kit.yaml'), 'utf8')
  await refuseFaults(
    new Map([
      ['kit.yaml', settings],
      [file, text],
    ]),
    fiches,
    file,
  )
  await writeNew(dir, new Map([[file, text]]))
  console.log(`${join(fiches, file)} : fiche ${numero}, à écrire.`)
  return 0
}
