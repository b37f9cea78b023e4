import { posix } from 'node:path'
import type { ImportedFile } from '../build/word/import-file.ts'
import { plural } from '../src/french.ts'

/** What a person reads of a file that was imported: where it is, what it lacks, what was guessed, what was left. */
export function describeImport(file: string, dir: string, imported: ImportedFile): string {
  const { complete, readAs, comments, messages, pictures, lost, changes } = imported
  const path = posix.join(dir.replaceAll('\\', '/'), imported.path)
  const place = (line: number) => `  ${path}:${line}`
  const parts = [
    part(
      'À compléter',
      complete.map(({ line, text }) => `${place(line)}  ${text}`),
    ),
    part(
      'Lu ainsi',
      readAs.map(({ line, text, confidence }) => `${place(line)}  ${text} (${confidence})`),
    ),
    part(
      'Commentaires',
      comments.map(
        ({ author, text, sentence }) => `  ${author || 'sans nom'} : « ${text} », sur « ${sentence} »`,
      ),
    ),
    part(
      'Images',
      pictures.map(one => `  ${posix.join(dir, one.path)}`),
    ),
    part(
      'À savoir',
      messages.map(text => `  ${text}`),
    ),
    changes === null
      ? ''
      : part(
          `${posix.join(dir, changes.path)} existe et n’a pas été changée ; ce que le nouveau texte en change`,
          changes.words.map(
            ({ line, before, now, context }) => `${place(line)}  ${context} ${swap(before, now)}`,
          ),
        ),
  ]
  return [`${file} → ${path} (${count(imported.words, lost)})`, ...parts.filter(text => text !== '')].join(
    '\n\n',
  )
}

function count(words: number, lost: readonly string[]): string {
  if (lost.length === 0) return `${plural(words, 'mot')}, aucun perdu`
  return `${plural(words, 'mot')}, ${lost.length} à retrouver dans l’original : ${lost.join(' ')}`
}

const swap = (before: string, now: string) =>
  [...(before === '' ? [] : [`[−${before}−]`]), ...(now === '' ? [] : [`[+${now}+]`])].join(' ')

const part = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`${title} :`, ...lines].join('\n')
