import { declaration, W, xml, xmlText } from './markup.ts'

/** A comment; its number is its place in their list. `parent`: the number of the one that it answers. */
export type WordComment = { auteur: string; date: string; texte: string; parent: number | null }

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** What a change or a comment says of who made it. The day is all that is kept. */
export const signature = ({ auteur, date }: { auteur: string; date: string }) => ({
  'w:author': auteur,
  'w:date': `${date}T00:00:00Z`,
})

/** Eight hexadecimal digits, as Word numbers paragraphs. */
const paragraphId = (id: number) => (id + 1).toString(16).toUpperCase().padStart(8, '0')

/** The parts of the comments: their words, and which is an answer to which. @see ECMA-376-1 §17.13.4 and [MS-DOCX] §2.5.4 */
export const commentParts = (comments: readonly WordComment[]): Record<string, string> => ({
  'word/comments.xml':
    declaration +
    xml(
      'w:comments',
      { 'xmlns:w': W, 'xmlns:w14': W14, 'xmlns:mc': MC, 'mc:Ignorable': 'w14' },
      comments.map((comment, id) =>
        xml(
          'w:comment',
          { 'w:id': id, ...signature(comment), 'w:initials': initials(comment.auteur) },
          xml(
            'w:p',
            { 'w14:paraId': paragraphId(id) },
            xml('w:r', {}, `<w:t xml:space="preserve">${xmlText(comment.texte)}</w:t>`),
          ),
        ),
      ),
    ),
  'word/commentsExtended.xml':
    declaration +
    xml(
      'w15:commentsEx',
      { 'xmlns:w15': W15, 'xmlns:mc': MC, 'mc:Ignorable': 'w15' },
      comments.map(({ parent }, id) =>
        xml('w15:commentEx', {
          'w15:paraId': paragraphId(id),
          'w15:paraIdParent': parent === null ? null : paragraphId(parent),
          'w15:done': 0,
        }),
      ),
    ),
})

const initials = (auteur: string) =>
  auteur
    .split(/[\s-]+/)
    .map(word => word.slice(0, 1))
    .join('')
    .toUpperCase()
