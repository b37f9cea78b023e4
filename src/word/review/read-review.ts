import { differencesBetween, type Relecture, splitFrontMatter } from '../../kit/index.ts'
import { type FicheElement, textOf } from '../element.ts'
import { type HeadTable, headOf, headValue, keysForReaders, plainHead } from '../front-matter.ts'
import { faithfulSegments, wordToFiche } from '../markdown/write-body.ts'
import { ficheElements } from '../read/fiche-elements.ts'
import type { Manuscript } from '../read/manuscript.ts'
import { readManuscript } from '../read/read-manuscript.ts'
import { typeset } from '../typeset.ts'

/** A Word file that the kit gave, and somebody sent back. */
export type Review = {
  /** The fiche as it was base. */
  source: string
  slug: string
  /** Remarks and proposals, each with its place in `source`. */
  threads: Relecture[]
  /** Pictures that were put in: no proposal brings them. */
  newPictures: number
}

/** The file is read once for each author of tracked changes; a crowd is read as one. */
const MOST_AUTHORS = 20

/** Reads what reviewers wrote into a fiche; null: the kit did not make the file. @param jour of what says none, `2026-12-03`
 *  @throws UnreadableWord with the reason in French */
export function readReview(bytes: Uint8Array, jour: string): Review | null {
  const manuscript = readManuscript(bytes, () => false)
  const { source, changes, savedBy } = manuscript
  const parts = source === null ? null : splitFrontMatter(source, '').parts
  if (source === null || parts === null) return null
  const head = headOf(parts.yaml)
  const elements = faithfulSegments(parts.body).flatMap(({ elements }) => elements.map(typeset))
  const original = originalsOf(elements)
  const version = (manuscript: Manuscript) => {
    const { pictures, ...fiche } = ficheElements(manuscript.elements)
    const elements = fiche.elements.filter(element => !pictures.has(element)).map(typeset)
    const text = canonical(readersHead(head, fiche.head), elements.map(original).map(inItsList))
    return { text, newPictures: pictures.size }
  }
  const plainVersion = version(manuscript)
  const proposals = (before: string, now: string, by: Signature) =>
    differencesBetween(before, now).map(difference => proposalBy(signed(by, jour), difference))
  const authors = new Map(changes.map(({ auteur, date }) => [auteur, date]))
  const isCrowd = authors.size > MOST_AUTHORS
  const versions = [...(isCrowd ? [['Plusieurs personnes', jour] as const] : authors)].map(
    ([auteur, date]) => {
      const { text, newPictures } = version(readManuscript(bytes, other => isCrowd || other === auteur))
      return { proposals: proposals(plainVersion.text, text, { auteur, date }), newPictures }
    },
  )
  return {
    source,
    slug: headValue(head, 'slug'),
    threads: [
      ...remarksOf(manuscript, jour),
      ...proposals(canonical(head, elements), plainVersion.text, savedBy),
      ...versions.flatMap(({ proposals }) => proposals),
    ],
    newPictures: Math.max(plainVersion.newPictures, ...versions.map(({ newPictures }) => newPictures)),
  }
}

type Signature = Pick<Relecture, 'auteur' | 'date'>

/** What somebody wrote, with a name and a day where the file says none. */
export const signed = <By extends Signature>({ auteur, date, ...rest }: By, jour: string) => ({
  ...rest,
  auteur: auteur || 'Sans nom',
  date: date || jour,
})

export const proposalBy = (
  { auteur, date }: Signature,
  { citation, remplace_par }: Pick<Relecture, 'citation' | 'remplace_par'>,
): Relecture => ({ auteur, date, etat: 'ouverte', citation, texte: '', remplace_par, reponses: [] })

/** The comments of a file, as remarks. */
export const remarksOf = ({ comments }: Manuscript, jour: string): Relecture[] =>
  comments.map(({ isClosed, reponses, ...comment }) => ({
    ...signed(comment, jour),
    etat: isClosed ? 'close' : 'ouverte',
    remplace_par: null,
    reponses: reponses.map(answer => signed(answer, jour)),
  }))

/** Gives the paragraph that was given with the same words, if there was one such: styles are no proposal, and LibreOffice gives a
 *  paragraph that of one deleted above it. */
function originalsOf(elements: readonly FicheElement[]): (element: FicheElement) => FicheElement {
  const byWords = new Map<string, FicheElement | null>()
  const wordsOf = (element: FicheElement) => (element.kind === 'paragraph' ? textOf(element.runs) : '')
  for (const element of elements)
    byWords.set(wordsOf(element), byWords.has(wordsOf(element)) ? null : element)
  byWords.delete('')
  return element => {
    const original = byWords.get(wordsOf(element))
    if (element.kind !== 'paragraph' || original?.kind !== 'paragraph') return element
    return { ...original, list: original.list && (element.list ?? original.list) }
  }
}

/** An item below none is the first of its list. */
function inItsList(element: FicheElement, index: number, elements: readonly FicheElement[]): FicheElement {
  const above = elements[index - 1]
  if (element.kind !== 'paragraph' || !element.list || element.list.depth > 0) return element
  const goesOn = above?.kind === 'paragraph' && above.list && above.bloc === element.bloc
  return goesOn ? element : { ...element, list: { ...element.list, opens: true } }
}

/** The front matter with the title and the values that readers see as they came back; nobody reviews the others. */
const readersHead = (base: HeadTable, now: HeadTable): HeadTable => ({
  titre: now.titre || base.titre,
  rows: base.rows.map(([key, value]) => [key, (keysForReaders.has(key) && headValue(now, key)) || value]),
})

/** A fiche in the one way to write it: two versions differ where a person changed something. Editors end the address of a host
 *  with a slash. */
const canonical = (head: HeadTable, elements: readonly FicheElement[]): string =>
  wordToFiche({ head: plainHead(head), elements: [...elements] }, null).markdown.replace(
    /\]\((https?:\/\/[^/()\s]+)\/\)/g,
    ']($1)',
  )
