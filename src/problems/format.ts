import { plural } from './french.ts'
import { type Problem, refusesRelease } from './problem.ts'

export const formats = ['texte', 'json', 'github'] as const
export type Format = (typeof formats)[number]

/** Problems as a person, a program or a forge reads them. Files are shown below `dir`, the folder of the kit as its
 *  author typed it (`fiches`). */
export function formatProblems(problems: readonly Problem[], format: Format, dir = ''): string {
  const shown = problems.map(problem => ({
    ...problem,
    place: { ...problem.place, file: displayPath(dir, problem.place.file) },
  }))
  switch (format) {
    case 'texte':
      return [...shown.map(formatLine), ...(shown.length > 0 ? [''] : []), countProblems(shown)].join('\n')
    case 'json':
      return JSON.stringify(shown, null, 2)
    case 'github':
      return shown.map(formatCommand).join('\n')
    default:
      return format satisfies never
  }
}

/** « 2 erreurs, 3 avertissements (1 à régler avant une livraison). » */
export function countProblems(problems: readonly Problem[]): string {
  const held = problems.filter(problem => problem.severity !== 'erreur' && refusesRelease(problem)).length
  return `${sayProblems(problems) || 'Aucun problème'}${held > 0 ? ` (${held} à régler avant une livraison)` : ''}.`
}

/** « 2 erreurs, 1 avertissement, 1 remarque »; '' for none. */
function sayProblems(problems: readonly Problem[]): string {
  return (['erreur', 'avertissement', 'remarque'] as const)
    .map(severity => [problems.filter(problem => problem.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [plural(count, severity)] : []))
    .join(', ')
}

function formatLine({ place, severity, message, hint }: Problem): string {
  return `${place.file}:${place.line}:${place.column}  ${severity}  ${oneLine(`${message} ${hint}`)}`
}

/** A workflow command of GitHub Actions.
 *  @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function formatCommand({ place, severity, code, message, hint }: Problem): string {
  const name = { erreur: 'error', avertissement: 'warning', remarque: 'notice' }[severity]
  const properties = { file: place.file, line: place.line, col: place.column, title: code }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(`${message} ${hint}`)}`
}

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

// One problem is one line, whatever an author's value holds; control characters must not reach a terminal.
const oneLine = (text: string) =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/\p{Cc}/gu, character => (character === '\t' ? ' ' : '\uFFFD'))

function displayPath(dir: string, file: string): string {
  const folder = dir.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of `${folder}/${file}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  // `\\serveur\kit` → `//serveur/kit`
  return (/^\/{1,2}/.exec(folder)?.[0] ?? '') + parts.join('/') || '.'
}
