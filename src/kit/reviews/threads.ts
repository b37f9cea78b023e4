import { stringify } from 'yaml'
import { decodeText } from '../file-text.ts'
import { identityOf } from '../identity.ts'
import type { KitFolder } from '../kit-folder.ts'
import { yamlOfSetting } from '../read-file.ts'
import {
  isProposition,
  type Proposition,
  type Relecture,
  type RelecturesYaml,
  relecturesSchema,
} from '../schemas/relecture.ts'
import { fill } from '../schemas/schema.ts'
import { type Checked, validate } from '../validate.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { acceptanceOf } from './accept.ts'
import { wordsAt } from './quote.ts'

/** A file of threads that has mistakes. The message is a French sentence for its author. */
export class UnreadableThreads extends Error {
  override readonly name = 'UnreadableThreads'
}

/** The slug of the fiche whose threads a file holds; null for any other file. */
export const slugOfThreads = (file: string): string | null =>
  /^relectures\/(.+)\.yaml$/.exec(file)?.[1] ?? null

/** The threads of a fiche and their file: a fiche that was renamed keeps it. @param fiche its text @throws UnreadableThreads */
export function threadsOf(
  fiche: string,
  folder: Pick<KitFolder, 'read'>,
): { path: string; threads: Relecture[] } {
  const paths = identityOf('', fiche).slugs.map(slug => `relectures/${slug}.yaml`)
  for (const path of paths) {
    const bytes = folder.read(path)
    if (typeof bytes === 'string') continue
    const { value } = checkThreads(bytes, path)
    if (value === null)
      throw new UnreadableThreads(`${path} a des erreurs, que le contrôle dit : les corriger d’abord.`)
    return { path, threads: fill(relecturesSchema, value) }
  }
  return { path: paths[0] ?? '', threads: [] }
}

/** Characters do not matter here: nothing of it is printed. */
export function checkThreads(
  bytes: Uint8Array,
  file: string,
): Checked<RelecturesYaml> & { yaml: Yaml | null } {
  const { text, problems } = decodeText(bytes, file)
  if (text === null) return { value: null, problems, yaml: null }
  const yaml = yamlOfSetting(text, file)
  return { ...validate(yaml, relecturesSchema), yaml }
}

/** Writes threads as their file has them; what is empty is left out. */
export const writeThreads = (threads: readonly Relecture[]): string =>
  stringify(
    threads.map(({ auteur, date, etat, citation, texte, remplace_par, reponses }) => ({
      auteur,
      date,
      etat,
      ...(citation && {
        citation: {
          exact: citation.exact,
          ...(citation.avant && { avant: citation.avant }),
          ...(citation.apres && { apres: citation.apres }),
        },
      }),
      ...(texte && { texte }),
      ...(remplace_par !== null && { remplace_par }),
      ...(reponses.length > 0 && { reponses }),
    })),
    { lineWidth: 100, blockQuote: 'literal' },
  )

/** What a thread says as a comment. */
export const sayThread = (thread: Relecture): string =>
  [thread.texte, isProposition(thread) ? sayProposition(thread) : ''].filter(Boolean).join(' ')

const sayProposition = ({ citation, remplace_par }: Proposition) =>
  remplace_par === '' ? `Proposition : supprimer « ${citation.exact} »` : `Proposition : « ${remplace_par} »`

/** Adds the threads of a review to those of a fiche. One that was there before, and went out with the fiche, takes the answers that
 *  came back with it; a proposal that the fiche follows already counts as accepted. */
export function addThreads(
  former: readonly Relecture[],
  incoming: readonly Relecture[],
  fiche: string,
): { threads: Relecture[]; additions: Relecture[] } {
  const threads = [...former]
  const unpaired = new Set(former.keys())
  const additions: Relecture[] = []
  for (const thread of incoming) {
    const at = [...unpaired].find(index => isSame(former[index], thread))
    const twin = at === undefined ? undefined : threads[at]
    if (at !== undefined && twin) {
      unpaired.delete(at)
      const answers = thread.reponses.filter(
        ({ texte }) => !twin.reponses.some(other => plain(other.texte) === plain(texte)),
      )
      const etat = thread.etat === 'close' ? 'close' : twin.etat
      threads[at] = { ...twin, etat, reponses: [...twin.reponses, ...answers] }
    } else additions.push(isFollowed(fiche, thread) ? { ...thread, etat: 'acceptee' } : thread)
  }
  return { threads: [...threads, ...additions], additions }
}

function isSame(twin: Relecture | undefined, thread: Relecture): boolean {
  if (!twin) return false
  if (!isProposition(thread))
    return twin.auteur === thread.auteur && plain(sayThread(twin)) === plain(thread.texte)
  return (
    isProposition(twin) &&
    words(twin.citation.exact) === words(thread.citation.exact) &&
    plain(twin.remplace_par) === plain(thread.remplace_par)
  )
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const words = (text: string) =>
  wordsAt(text)
    .map(({ word }) => word)
    .join(' ')

function isFollowed(fiche: string, thread: Relecture): boolean {
  const acceptance = isProposition(thread) ? acceptanceOf(fiche, thread) : null
  return acceptance !== null && fiche.slice(acceptance.from, acceptance.to) === acceptance.text
}
