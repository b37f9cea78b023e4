import { changed, elementsOf, escapeXml } from '../../../src/edit-html.ts'

export type TitlePage = { title: string; count: string; note: string; publisher: string; rights: string }

/** The cover of an excerpt, in words: the picture of the kit's counts all its fiches.
 *  @param cover the cover of the kit, whose frame it takes
 *  @throws SyntaxError when that has no body */
export function titlePage(cover: string, { title, count, note, publisher, rights }: TitlePage): string {
  const body = elementsOf(cover, true).find(({ name }) => name === 'body')
  if (!body) throw new SyntaxError('a cover without body')
  const paragraph = (words: string, kind = '') => `<p${kind && ` class="${kind}"`}>${escapeXml(words)}</p>`
  const text = `
<section epub:type="titlepage" aria-labelledby="titre">
<h1 id="titre" class="page-titre">${escapeXml(title)}</h1>
${[paragraph(count, 'chapo'), paragraph(note), paragraph(publisher), paragraph(rights)].join('\n')}
</section>
`
  return changed(cover, [{ start: body.inside, end: body.outside, text }])
}
