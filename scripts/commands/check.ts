import { relative, resolve } from 'node:path'
import { readKit } from '../../build/ground/index.ts'
import { type Format, formatProblems } from '../../src/problems/index.ts'
import type { Command, Context, ExitCode } from '../command.ts'
import { kitOptions, readArguments, readFormat } from '../read-arguments.ts'

const usage = `Usage : kit check [options]

  --fiches DIR      dossier des fiches (fiches)
  --format FORMAT   texte, json ou github (texte)`

type Options = { fiches: string; format: Format }

export function parse(args: string[]): Options {
  const values = readArguments(args, { ...kitOptions, format: { type: 'string', default: 'texte' } }, usage)
  return { fiches: values.fiches, format: readFormat(values.format, usage) }
}

/** Prints every problem of the kit. 0: no error, warnings allowed; 1: errors. */
export async function run(options: Options, { cwd }: Pick<Context, 'cwd'>): Promise<ExitCode> {
  const dir = resolve(cwd, options.fiches)
  const { problems } = await readKit(dir)
  // A person reads the folder as they typed it; a forge finds a file from the root of its copy.
  const folder = options.format === 'github' ? relative(cwd, dir) : options.fiches
  const text = formatProblems(problems, options.format, folder)
  if (text !== '') console.log(text)
  return problems.some(({ severity }) => severity === 'erreur') ? 1 : 0
}

export default { usage, parse, run } satisfies Command<Options>
