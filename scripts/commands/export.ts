import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { reviewsOf, writeFiche } from '../../build/edition/index.ts'
import { codeOf, orAbsent, readKit } from '../../build/ground/index.ts'
import { type FichePubliee, type Kit, publishedFiches } from '../../src/kit/index.ts'
import { formatProblems } from '../../src/problems/index.ts'
import { freeName, wordName } from '../../src/word/index.ts'
import { type Command, type Context, type ExitCode, UsageError } from '../command.ts'
import { kitOptions, readCall } from '../read-arguments.ts'

const usage = `Usage : kit export [FICHE…] [options]

Donne des fiches en Word, dans les styles du modèle : à faire relire, ou à réutiliser. kit import
les reprend. Les relectures ouvertes y sont, en commentaires et en modifications suivies. Une fiche se
nomme par son numéro ou son slug ; sans nom, toutes sont données. Un fichier qui est déjà là, et que
quelqu’un a pu annoter, n’est jamais remplacé : le nouveau est posé à côté, en .nouveau.docx.

  --fiches DIR      dossier des fiches (fiches)
  --out DIR         dossier où les poser (dist-word)`

type Options = { names: string[]; fiches: string; out: string }

function parse(args: string[]): Options {
  const accepted = { ...kitOptions, out: { type: 'string', default: 'dist-word' } } as const
  const { values, positionals } = readCall(args, accepted, { usage })
  return { names: positionals, fiches: values.fiches, out: values.out }
}

/** Writes the fiches and prints where they lie. 0: done; 1: errors in the kit. */
async function run(options: Options, { cwd }: Pick<Context, 'cwd'>): Promise<ExitCode> {
  const { kit, problems } = await readKit(resolve(cwd, options.fiches))
  if (!kit || problems.some(({ severity }) => severity === 'erreur')) {
    console.error(formatProblems(problems, 'texte', options.fiches))
    return 1
  }
  const out = resolve(cwd, options.out)
  const fiches = fichesOf(kit, options.names)
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(cause))) throw cause
    throw new UsageError(`--out : ${options.out} est un fichier. Choisir un dossier.`, { cause })
  })
  for (const fiche of fiches) {
    const name = wordName(fiche)
    const bytes = await writeFiche(kit, fiche, await reviewsOf(kit, fiche))
    const former = await orAbsent(readFile(join(out, name)), null)
    const target =
      former === null || former.equals(bytes) ? name : freeName(name, other => existsSync(join(out, other)))
    await writeFile(join(out, target), bytes)
    const note = target === name ? '' : ` (${name} était là, et n’a pas été changé)`
    console.log(`${relative(cwd, join(out, target))}${note}`)
  }
  return 0
}

/** @throws UsageError when the kit has no such fiche to give */
function fichesOf(kit: Kit, names: readonly string[]): FichePubliee[] {
  const published = publishedFiches(kit)
  if (names.length === 0) return published
  return names.map(name => {
    const fiche = published.find(({ slug, numero }) => slug === name || String(numero) === name)
    if (!fiche) throw new UsageError(`La fiche « ${name} » n’existe pas, ou n’est pas encore parue.`)
    return fiche
  })
}

export default { usage, parse, run } satisfies Command<Options>
