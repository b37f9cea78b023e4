import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import {
  askLinks,
  digestOfPress,
  type Judged,
  openCache,
  readKitTexts,
  readPdfLinks,
  theWeb,
  writeKitTexts,
} from '../../build/ground/index.ts'
import { readBody, splitFrontMatter } from '../../src/kit/index.ts'
import { giveLinks, linksOfSetting, linksOfSheet, replaceLinks } from '../../src/links/index.ts'
import { type Format, formatProblems, plural, sortProblems } from '../../src/problems/index.ts'
import { type Command, type Context, type ExitCode, UsageError } from '../command.ts'
import { cacheDirOf, home, kitOptions, readArguments, readFormat } from '../read-arguments.ts'

const usage = `Usage : kit liens [options]
        kit liens --pdf ORIGINAL.pdf [options]

Sans document, demande au web chaque adresse du kit : c'est la seule commande qui sort de cette machine.
  --corriger           écrire les nouvelles adresses, et https où le site répond
  --no-cache           demander à nouveau ce qui l'a été depuis moins d'un jour
  --format FORMAT      texte, json ou github (texte)

Avec un PDF, écrit dans les fiches les adresses de ses liens, aux mots qu'ils couvrent.
  --essai              montrer sans écrire

  --fiches DIR         dossier des fiches (fiches)`

const accepted = {
  ...kitOptions,
  format: { type: 'string', default: 'texte' },
  corriger: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  pdf: { type: 'string' },
  essai: { type: 'boolean', default: false },
} as const

type Ask = { task: 'demander'; fiches: string; format: Format; correct: boolean; cached: boolean }
type Take = { task: 'reprendre'; fiches: string; pdf: string; trial: boolean }

export function parse(args: string[]): Ask | Take {
  const values = readArguments(args, accepted, usage)
  const { pdf, fiches } = values
  if (pdf !== undefined) return { task: 'reprendre', fiches, pdf, trial: values.essai }
  const format = readFormat(values.format, usage)
  return { task: 'demander', fiches, format, correct: values.corriger, cached: !values['no-cache'] }
}

export async function run(
  options: Ask | Take,
  { cwd, env, signal }: Context,
  web = theWeb,
): Promise<ExitCode> {
  const dir = resolve(cwd, options.fiches)
  if (options.task === 'reprendre') return take(dir, resolve(cwd, options.pdf), options.trial, signal)
  const texts = await readKitTexts(dir)
  const links = [
    ...[...texts.settings].flatMap(([file, text]) => linksOfSetting(text, file)),
    ...[...texts.sheets].flatMap(([file, text]) => linksOfSheet(text, file)),
  ]
  const press = digestOfPress(home)
  const cache = openCache(options.cached ? cacheDirOf(env, cwd) : null, press)
  const tell = (done: number, all: number) =>
    process.stderr.write(process.stderr.isTTY ? `\r${done}/${all} ` : '')
  const judged = await askLinks(links, { web, cache, signal, tell })
  const corrected = options.correct ? judged.filter(({ correction }) => correction !== null) : []
  await writeKitTexts(dir, correctedTexts(new Map([...texts.settings, ...texts.sheets]), corrected))
  const answered = judged.filter(one => !corrected.includes(one)).flatMap(({ problem }) => problem ?? [])
  const problems = sortProblems([...answered, ...[...texts.sheets].flatMap(absentIn)])
  const shown = options.format === 'github' ? relative(cwd, dir) : options.fiches
  const text = formatProblems(problems, options.format, shown)
  if (options.format === 'texte') {
    for (const { link, correction } of corrected)
      console.log(`${link.place.file}:${link.place.line}  ${link.written}\n  → ${correction}`)
    console.log(
      `${plural(new Set(links.map(({ url }) => url)).size, 'adresse')}, ${plural(corrected.length, 'correction')}.`,
    )
  }
  if (text !== '') console.log(text)
  return problems.some(({ severity }) => severity === 'erreur') ? 1 : 0
}

async function take(dir: string, path: string, trial: boolean, signal: AbortSignal): Promise<ExitCode> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UsageError(`${path} ne peut pas être lu.`, { cause })
  })
  const links = await readPdfLinks(bytes, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw new UsageError(`${path} ne se lit pas comme un PDF, ou un mot de passe le ferme.`, { cause })
  })
  const { sheets } = await readKitTexts(dir)
  const { written, left, changed } = giveLinks(sheets, links)
  if (!trial) await writeKitTexts(dir, changed)
  for (const { file, line, words, before, after } of written)
    console.log(`${file}:${line}  « ${words} »\n- ${before}\n+ ${after}\n`)
  for (const { page, words, url } of left) console.log(`non écrit, page ${page} : « ${words} » ${url}`)
  console.log(
    `${plural(links.length, 'lien')} dans le PDF, ${plural(written.length, 'adresse')} ${trial ? 'à écrire (essai)' : 'dans les fiches'}, ${left.length} non ${left.length > 1 ? 'écrits' : 'écrit'}.`,
  )
  return 0
}

function correctedTexts(
  texts: ReadonlyMap<string, string>,
  corrected: readonly Judged[],
): Map<string, string> {
  const changed = new Map<string, string>()
  for (const file of new Set(corrected.map(({ link }) => link.place.file))) {
    const edits = corrected.flatMap(({ link, correction }) =>
      link.place.file === file && correction !== null ? [{ link, url: correction }] : [],
    )
    changed.set(file, replaceLinks(texts.get(file) ?? '', edits))
  }
  return changed
}

function absentIn([file, text]: readonly [string, string]) {
  const { parts } = splitFrontMatter(text, file)
  if (!parts) return []
  const { problems } = readBody(parts.body, { file, firstLine: parts.bodyLine })
  return problems.filter(({ code }) => code === 'ressources-sans-adresse')
}

export default { usage, parse, run } satisfies Command<Ask | Take>
