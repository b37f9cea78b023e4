import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { askLinks, type Judged } from '../../build/links/ask-links.ts'
import { readKitTexts, writeKitTexts } from '../../build/links/kit-texts.ts'
import { theWeb } from '../../build/links/open-web.ts'
import { readPdfLinks } from '../../build/links/read-pdf-links.ts'
import { digestOfPress, openCache } from '../../build/store/cache.ts'
import { splitFrontMatter } from '../../src/content/split-front-matter.ts'
import { type Format, formatDiagnostics } from '../../src/diagnostics/format.ts'
import { sortDiagnostics } from '../../src/diagnostics/sort-diagnostics.ts'
import { plural } from '../../src/french.ts'
import { giveLinks } from '../../src/links/give-links.ts'
import { linksOfWord } from '../../src/links/links-of-word.ts'
import { linksOfSetting, linksOfSheet, replaceLinks } from '../../src/links/outside-links.ts'
import { readBody } from '../../src/markdown/read-body.ts'
import { UnreadableWord } from '../../src/word/read/open-package.ts'
import { readManuscript } from '../../src/word/read/read-manuscript.ts'
import { type Command, type Context, type ExitCode, UsageError } from '../command.ts'
import { cacheDirOf, home, kitOptions, readArguments, readFormat } from '../read-arguments.ts'
import { sayGiven } from '../say-given.ts'

const usage = `Usage : kit liens [options]
        kit liens --pdf ORIGINAL.pdf | --docx ORIGINAL.docx [options]

Sans document, demande au web chaque adresse du kit : c'est la seule commande qui sort de cette machine.
  --corriger           écrire les nouvelles adresses, et https où le site répond
  --no-cache           demander à nouveau ce qui l'a été depuis moins d'un jour
  --format FORMAT      texte, json ou github (texte)

Avec un document, écrit dans les fiches les adresses de ses liens, aux mots qu'ils couvrent.
  --ressemblance N     de 0,5 à 1 : en dessous, rien n'est écrit (0,85)
  --essai              montrer sans écrire

  --fiches DIR         dossier des fiches (fiches)`

const accepted = {
  ...kitOptions,
  format: { type: 'string', default: 'texte' },
  corriger: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  pdf: { type: 'string' },
  docx: { type: 'string' },
  ressemblance: { type: 'string', default: '0,85' },
  essai: { type: 'boolean', default: false },
} as const

type Ask = { task: 'demander'; fiches: string; format: Format; correct: boolean; cached: boolean }
type Take = {
  task: 'reprendre'
  fiches: string
  document: { kind: 'pdf' | 'docx'; path: string }
  bound: number
  trial: boolean
}

export function parse(args: string[]): Ask | Take {
  const values = readArguments(args, accepted, usage)
  const { pdf, docx, fiches } = values
  if (pdf !== undefined && docx !== undefined)
    throw new UsageError(`--pdf ou --docx : un document à la fois.\n\n${usage}`)
  const path = pdf ?? docx
  if (path !== undefined) {
    const bound = Number(values.ressemblance.replace(',', '.'))
    if (!(bound >= 0.5 && bound <= 1))
      throw new UsageError(
        `--ressemblance : « ${values.ressemblance} » ne convient pas. Écrire un nombre de 0,5 à 1.`,
      )
    const kind = pdf === undefined ? 'docx' : 'pdf'
    return { task: 'reprendre', fiches, document: { kind, path }, bound, trial: values.essai }
  }
  const format = readFormat(values.format, usage)
  return { task: 'demander', fiches, format, correct: values.corriger, cached: !values['no-cache'] }
}

export async function run(
  options: Ask | Take,
  { cwd, env, signal }: Context,
  web = theWeb,
): Promise<ExitCode> {
  const dir = resolve(cwd, options.fiches)
  if (options.task === 'reprendre') return take(options, dir, resolve(cwd, options.document.path), signal)
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
  const problems = judged
    .filter(one => !corrected.includes(one))
    .flatMap(({ diagnostic }) => diagnostic ?? [])
  const diagnostics = sortDiagnostics([...problems, ...[...texts.sheets].flatMap(absentIn)])
  const shown = options.format === 'github' ? relative(cwd, dir) : options.fiches
  const text = formatDiagnostics(diagnostics, options.format, shown)
  if (options.format === 'texte') {
    for (const { link, correction } of corrected)
      console.log(`${link.place.file}:${link.place.line}  ${link.written}\n  → ${correction}`)
    console.log(
      `${plural(new Set(links.map(({ url }) => url)).size, 'adresse')}, ${plural(corrected.length, 'correction')}.`,
    )
  }
  if (text !== '') console.log(text)
  return diagnostics.some(({ severity }) => severity === 'erreur') ? 1 : 0
}

async function take(
  { document, bound, trial }: Take,
  dir: string,
  path: string,
  signal: AbortSignal,
): Promise<ExitCode> {
  const links = await readDocument(document.kind, path, signal)
  const { sheets } = await readKitTexts(dir)
  const result = giveLinks(sheets, links, bound)
  if (!trial) await writeKitTexts(dir, result.changed)
  console.log(sayGiven(result, { links: links.length, bound, trial }))
  return 0
}

async function readDocument(kind: 'pdf' | 'docx', path: string, signal: AbortSignal) {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UsageError(`${path} ne peut pas être lu.`, { cause })
  })
  try {
    return kind === 'pdf' ? await readPdfLinks(bytes, signal) : linksOfWord(readManuscript(bytes))
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof UnreadableWord) throw new UsageError(`${path} : ${cause.message}`, { cause })
    const what = kind === 'pdf' ? 'un PDF, ou un mot de passe le ferme' : 'un document Word'
    throw new UsageError(`${path} ne se lit pas comme ${what}.`, { cause })
  }
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

/** What `kit check` says of a fiche whose resources have no address. */
function absentIn([file, text]: readonly [string, string]) {
  const { parts } = splitFrontMatter(text, file)
  if (!parts) return []
  const { diagnostics } = readBody(parts.body, { file, firstLine: parts.bodyLine })
  return diagnostics.filter(({ code }) => code === 'ressources-sans-adresse')
}

export default { usage, parse, run } satisfies Command<Ask | Take>
