import { readdirSync, readFileSync } from 'node:fs'
import { blocks } from '../../../src/blocks/index.ts'
import { formatProblems } from '../../../src/problems/format.ts'
import type { Problem } from '../../../src/problems/problem.ts'

/** Edits of the faultless kit (see `editKit`), and the lines that `kit check` prints of it. */
export type Case = { titre: string; edits: string; attendu: string }

const fixtures = new URL('../../fixtures/', import.meta.url)

/** The files of cases: `auteurs/`, by what an author did; `erreurs/`, by code, each with a neighbour that is right. */
export const caseFiles: readonly string[] = ['auteurs', 'erreurs'].flatMap(folder =>
  readdirSync(new URL(`${folder}/`, fixtures))
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => `${folder}/${name}`),
)

export const auteursFiles = caseFiles.filter(file => file.startsWith('auteurs/'))

export const urlOf = (file: string): URL => new URL(file, fixtures)

/** The cases of one file: title, `.`, edits, `.`, the lines of `kit check`, `.`. */
export function readEntrees(file: string): Case[] {
  const parts = readFileSync(urlOf(file), 'utf8').split(/^\.$\n/m)
  const cases: Case[] = []
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [titre = '', edits = '', attendu = ''] = parts.slice(at, at + 3)
    cases.push({ titre: titre.trim(), edits, attendu })
  }
  return cases
}

export const writeEntrees = (cases: readonly Case[]): string =>
  cases.map(({ titre, edits, attendu }) => `${titre}\n.\n${edits}.\n${attendu}.\n`).join('\n')

/** All cases of a folder, by title. */
export const casesIn = (folder: 'auteurs' | 'erreurs'): ReadonlyMap<string, Case> =>
  new Map(
    caseFiles
      .filter(file => file.startsWith(`${folder}/`))
      .flatMap(file => readEntrees(file).map(entry => [entry.titre, entry] as const)),
  )

/** The edits of the case of a code. */
export function faultOf(code: string): string {
  const { edits } = casesIn('erreurs').get(code) ?? {}
  if (edits === undefined) throw new Error(`no case of ${code}`)
  return edits
}

/** The lines that `kit check` prints of these problems, without the count; what nobody would see as `\u{200b}`, the
 *  names of all blocks as `{blocs}`. */
export function checkedLines(problems: readonly Problem[]): string {
  const lines = formatProblems(problems, 'texte').split('\n').slice(0, -2)
  return lines
    .map(line => `${line}\n`)
    .join('')
    .replace(blocks.map(({ name }) => name).join(', '), '{blocs}')
    .replace(/[\p{Cf}\p{Co}\p{M}\u00a0\u202f]/gu, found => `\\u{${found.codePointAt(0)?.toString(16)}}`)
}
