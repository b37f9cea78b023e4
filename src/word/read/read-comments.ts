import { type Citation, quoteAt, wordsAt } from '../../kit/index.ts'
import { untypeset } from '../typeset.ts'
import { childrenBy, dayOf, elementsOf, seenIn, type XmlElement } from './xml.ts'

/** A comment of a Word file, or an answer to one. `date`: a day; '' where it says none. */
export type Comment = { auteur: string; date: string; texte: string }

/** A comment on words of the text; null: on none that are still there. */
export type CommentThread = Comment & { citation: Citation | null; reponses: Comment[]; isClosed: boolean }

/** A place in the text, as an offset, where a comment begins, ends. */
export type Anchor = { id: string; kind: 'start' | 'end' | 'reference'; at: number }

/** The most of a text that a comment quotes, in signs. */
const LONGEST = 300

/** The comments of a file with their answers, in the order of the text.
 *  @param parts `word/comments.xml` and `word/commentsExtended.xml` @see [MS-DOCX] §2.5.4.3 for the latter */
export function commentThreads(
  parts: { comments: XmlElement | undefined; extended: XmlElement | undefined },
  text: string,
  anchors: readonly Anchor[],
): CommentThread[] {
  const comments = childrenBy(parts.comments, 'w:comment', 'w:id')
  const more = childrenBy(parts.extended, 'w15:commentEx', 'w15:paraId')
  const paragraphOf = (comment: XmlElement | undefined) =>
    elementsOf(comment).findLast(({ name }) => name === 'w:p')?.attributes['w14:paraId'] ?? ''
  const idByParagraph = new Map([...comments].map(([id, comment]) => [paragraphOf(comment), id]))
  const moreOf = (id: string) => more.get(paragraphOf(comments.get(id)))?.attributes
  const parentOf = (id: string) => idByParagraph.get(moreOf(id)?.['w15:paraIdParent'] ?? '-')
  const ids = [...new Set([...anchors.map(({ id }) => id), ...comments.keys()])].filter(id =>
    comments.has(id),
  )
  return ids
    .filter(id => parentOf(id) === undefined)
    .map(id => ({
      ...commentOf(comments.get(id)),
      citation: citationOf(text, anchors, id),
      reponses: ids.filter(other => parentOf(other) === id).map(other => commentOf(comments.get(other))),
      isClosed: moreOf(id)?.['w15:done'] === '1',
    }))
}

const commentOf = (comment: XmlElement | undefined): Comment => ({
  auteur: comment?.attributes['w:author']?.trim() ?? '',
  date: dayOf(comment?.attributes['w:date']),
  texte: seenIn(comment).replace(/\s+/g, ' ').trim(),
})

/** Quotes the words between the ends of a comment; where there are none, the paragraph in which it hangs. */
function citationOf(text: string, anchors: readonly Anchor[], id: string): Citation | null {
  const at = (kind: Anchor['kind']) => anchors.find(anchor => anchor.id === id && anchor.kind === kind)?.at
  const [start, end] = [at('start') ?? at('reference'), at('end') ?? at('reference')]
  if (start === undefined || end === undefined) return null
  const inside = wordsAt(text.slice(start, end)).filter(({ to }) => to <= LONGEST)
  const line = text.lastIndexOf('\n', start - 1) + 1
  const around = wordsAt(text.slice(line, line + LONGEST)).filter(
    ({ to }) =>
      !text
        .slice(line, line + to)
        .trimStart()
        .includes('\n'),
  )
  const [words, offset] = inside.length > 0 ? [inside, start] : [around, line]
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return null
  const { exact, avant, apres } = quoteAt(text, offset + first.from, offset + last.to)
  return { exact: plain(exact), avant: plain(avant), apres: plain(apres) }
}

/** « Ana Lo : « Depuis 2022. », sur « des clauses sociales » » */
export const sayComment = ({ auteur, texte, citation }: CommentThread): string =>
  `${auteur || 'sans nom'} : « ${texte} »${citation ? `, sur « ${citation.exact} »` : ''}`

const plain = (text: string) => untypeset(text).replace(/\s+/g, ' ').trim()
