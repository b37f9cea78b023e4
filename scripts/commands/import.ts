import { posix, resolve } from 'node:path'
import { importFile } from '../../build/edition/index.ts'
import { readKit } from '../../build/ground/index.ts'
import { isProposition, sayThread, UnreadableThreads } from '../../src/kit/index.ts'
import { plural } from '../../src/problems/index.ts'
import { sayComment, type TakenFiche, type TakenReview, UnreadableWord } from '../../src/word/index.ts'
import { type Command, type Context, type ExitCode, UsageError } from '../command.ts'
import { assertFamily } from '../new/options.ts'
import { kitOptions, readCall, readDate } from '../read-arguments.ts'

const usage = `Usage : kit import FICHIER… [options]

Fait une fiche de chaque document de Word (.docx), à la place de celle qui n’était qu’annoncée. Une
fiche écrite n’est jamais remplacée : le nouveau texte est posé à côté, en .nouveau.md. D’un document
que kit export a donné et qui revient relu, les remarques et les propositions vont dans relectures/,
et la fiche ne change pas.

  --fiches DIR      dossier des fiches (fiches)
  --famille F       famille de la fiche, un « id » de kit.yaml
  --relecture-de N  le document est une relecture de la fiche N, même s’il ne le dit plus : il est passé par
                    Google Docs, Pages ou OnlyOffice
  --numero N        numéro de la fiche ; s’il est pris ou s’il n’y en a pas, la fiche reçoit le suivant`

type Options = {
  files: string[]
  fiches: string
  famille: string | null
  numero: number | null
  relectureDe: number | null
}

function parse(args: string[]): Options {
  const accepted = {
    ...kitOptions,
    famille: { type: 'string' },
    numero: { type: 'string' },
    'relecture-de': { type: 'string' },
  } as const
  const { values, positionals } = readCall(args, accepted, { usage })
  if (positionals.length === 0) throw new UsageError(`Quel document importer ?\n\n${usage}`)
  const { fiches, famille = null, numero = null, 'relecture-de': relecture = null } = values
  for (const [option, value] of Object.entries({ numero, 'relecture-de': relecture }))
    if (value !== null && !/^[1-9]\d{0,2}$/.test(value))
      throw new UsageError(`--${option} : « ${value} » n’est pas un numéro de fiche.\n\n${usage}`)
  if (numero !== null && positionals.length > 1)
    throw new UsageError(`--numero ne vaut que pour un document.\n\n${usage}`)
  const numberOf = (value: string | null) => (value === null ? null : Number(value))
  return {
    files: positionals,
    fiches,
    famille,
    numero: numberOf(numero),
    relectureDe: numberOf(relecture),
  }
}

/** Imports each file and prints what became of it. 0: all are fiches; 1: one could not be read, or lost a word. */
async function run(options: Options, { cwd, env }: Pick<Context, 'cwd' | 'env'>): Promise<ExitCode> {
  const { famille, numero, relectureDe } = options
  const fiches = resolve(cwd, options.fiches)
  const jour = (readDate(undefined, env['SOURCE_DATE_EPOCH']) ?? new Date()).toISOString().slice(0, 10)
  // A kit that cannot be read may have any family.
  const { kit } = await readKit(fiches)
  if (kit && famille !== null) assertFamily(kit, famille)
  let sound = true
  for (const file of options.files) {
    try {
      const result = await importFile(resolve(cwd, file), {
        fiches,
        famille,
        numero,
        relectureDe,
        jour,
        familles: kit?.familles ?? [],
      })
      if ('additions' in result) {
        console.log(describeReview(file, options.fiches, result))
        continue
      }
      console.log(describeImport(file, options.fiches, result))
      sound &&= result.lost.length === 0
    } catch (error) {
      if (!(error instanceof UnreadableWord || error instanceof UnreadableThreads)) throw error
      console.error(`${file} : ${error.message}`)
      sound = false
    }
  }
  return sound ? 0 : 1
}

export default { usage, parse, run } satisfies Command<Options>

function describeImport(file: string, dir: string, result: TakenFiche): string {
  const { complete, readAs, comments, messages, pictures, lost, changes, announced } = result
  const path = posix.join(dir.replaceAll('\\', '/'), result.file)
  const place = (line: number) => `  ${path}:${line}`
  const sections: [title: string, lines: string[]][] = [
    ['À compléter', complete.map(({ line, text }) => `${place(line)}  ${text}`)],
    ['À vérifier', readAs.map(({ line, text }) => `${place(line)}  ${text}`)],
    ['Commentaires', comments.map(comment => `  ${sayComment(comment)}`)],
    ['Images', pictures.map(picture => `  ${posix.join(dir, picture.path)}`)],
    [
      'À savoir',
      [...(announced ? ['C’est la fiche annoncée, dont il prend la place.'] : []), ...messages].map(
        text => `  ${text}`,
      ),
    ],
  ]
  if (changes)
    sections.push([
      `${posix.join(dir, changes.file)} existe et n’a pas été changée ; ce que le nouveau texte en change`,
      changes.words.map(
        ({ line, before, now, context }) => `${place(line)}  ${context} ${swap(before, now)}`,
      ),
    ])
  const [, numero] = /(\d+)-[^/]*$/.exec(changes?.file ?? '') ?? []
  if (numero)
    sections.push([
      'Si c’est une relecture de cette fiche',
      [`  kit import ${file} --relecture-de ${Number(numero)}`],
    ])
  const parts = sections.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : [`${title} :\n${lines.join('\n')}`],
  )
  return [`${file} → ${path} (${count(result.words, lost)})`, ...parts].join('\n\n')
}

function describeReview(file: string, dir: string, review: TakenReview): string {
  const { fiche, path, additions, repeats, newPictures } = review
  const proposals = additions.filter(({ thread }) => isProposition(thread)).length
  const counts = [
    plural(additions.length - proposals, 'remarque'),
    plural(proposals, 'proposition'),
    ...(repeats > 0 ? [`${repeats} déjà reçues`] : []),
  ]
  const lines = additions.map(({ thread, line }) => {
    const { auteur, citation, etat } = thread
    const place = line === null ? (citation ? 'sans place' : 'toute la fiche') : `ligne ${line}`
    const about = citation ? `, sur « ${citation.exact} »` : ''
    return `  ${place}  ${auteur} : ${sayThread(thread)}${about}${etat === 'ouverte' ? '' : ` (${etat})`}`
  })
  const pictures =
    newPictures > 0 ? [`  ${plural(newPictures, 'image')} de plus : à reprendre à la main.`] : []
  const [from, to] = [fiche, path].map(inKit => posix.join(dir.replaceAll('\\', '/'), inKit))
  return [`${file} : relecture de ${from} → ${to} (${counts.join(', ')})`, ...lines, ...pictures].join('\n')
}

function count(words: number, lostWords: readonly string[]): string {
  if (lostWords.length === 0) return `${plural(words, 'mot')}, aucun perdu`
  return `${plural(words, 'mot')}, ${lostWords.length} à retrouver dans l’original : ${lostWords.join(' ')}`
}

const swap = (before: string, now: string) =>
  [...(before === '' ? [] : [`[−${before}−]`]), ...(now === '' ? [] : [`[+${now}+]`])].join(' ')
