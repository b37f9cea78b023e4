import { EditorView } from '@codemirror/view'

/** Marks what was copied here: pasted here again, it is the Markdown beside it. */
export const OWN = 'data-fiche'

/** Puts HTML beside the text that is copied or cut: Word, a mail or Docs set it as titles, lists and tables.
 *  @param read HTML of a piece of Markdown, as the site shows it; null: it is no whole piece */
export const copying = (read: (markdown: string) => Promise<string | null>) => {
  const copy = (_: ClipboardEvent, { state }: EditorView) => {
    const text = state.selection.ranges.map(({ from, to }) => state.sliceDoc(from, to)).join('\n')
    if (text === '') return false
    const blobOf = (type: string, words: string) => new Blob([words], { type })
    const html = read(text).then(answer => blobOf('text/html', plainHtml(answer ?? '')))
    const item = new ClipboardItem({ 'text/html': html, 'text/plain': blobOf('text/plain', text) })
    // The editor puts the text there meanwhile: where no more is allowed, that is what is copied.
    void navigator.clipboard.write([item]).catch(() => undefined)
    return false
  }
  return EditorView.domEventHandlers({ copy, cut: copy })
}

/** The words with their titles, lists, tables and links, without what the site draws around them. */
function plainHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const drawn of body.querySelectorAll(
    'svg, img, style, script, button, [hidden], [aria-hidden="true"]',
  ))
    drawn.remove()
  for (const link of body.querySelectorAll('a:not([href^="http"], [href^="mailto:"])'))
    link.replaceWith(...link.childNodes)
  for (const element of body.querySelectorAll('*'))
    for (const { name } of [...element.attributes])
      if (!/^(?:href|colspan|rowspan)$/.test(name)) element.removeAttribute(name)
  const [only, ...others] = body.children
  const words = only?.localName === 'p' && others.length === 0 ? only : body
  return `<div ${OWN}>${words.innerHTML}</div>`
}
