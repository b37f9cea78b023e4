import { count, type Finding, fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import type { PdfPage, PdfText } from '../read/pdf.ts'
import { lettersOf } from '../read/words.ts'
import { lostLinks } from './addresses.ts'

export const linksPdf = {
  id: 'liens-pdf',
  title: 'Les liens et les signets du PDF mènent où ils disent',
  phase: 'editions',
  async *run({ kit, pdf }: Pick<Subject, 'kit' | 'pdf'>) {
    const { pages, outline } = await pdf()
    const links = pages.flatMap(({ number, links }) =>
      links.map(link => ({ ...link, place: `PDF, page ${number}` })),
    )
    // The description of a link has all of its words; a page may cut those on the page.
    const outside = links.flatMap(({ to, text, contents }) =>
      to && 'url' in to ? [{ address: to.url, text: contents || text }] : [],
    )
    for (const { to, text, place } of links)
      if (to === null) yield fault(place, `Le lien « ${text.replace(/\s+/g, ' ')} » ne mène nulle part.`)
    for (const bookmark of outline) yield* misleading(bookmark, pages)
    yield* lostLinks(kit, 'PDF', outside)
    return `${count(links.length - outside.length, 'lien interne', 'liens internes')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

/** How far below its bookmark's place a title may begin and end, in pt: three lines of the largest. */
const REACH = 110
/** Letters by which a title is known: a page may cut it. */
const BEGINNING = 16

/** A bookmark of a section leads to where its title stands. */
function misleading(
  { title, depth, page, top }: PdfText['outline'][number],
  pages: readonly PdfPage[],
): Finding[] {
  const target = pages.find(({ number }) => number === page)
  const near = target?.places.filter(({ y }) => top === null || (y < top && y > top - REACH)) ?? []
  // The code of a character that no font draws is as long as a word: the lines that it takes are out of reach.
  const [drawn = ''] = title.split('[U+')
  const wanted = lettersOf(drawn).slice(0, BEGINNING)
  return depth === 0 || lettersOf(near.map(({ text }) => text).join('')).includes(wanted)
    ? []
    : [fault('PDF, signets', `« ${title} » mène à la page ${page ?? '?'}, où ce titre n’est pas.`)]
}
