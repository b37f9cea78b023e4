import { amendPaging } from './amend-paging.ts'
import { fitTitles } from './fit-text.ts'
import {
  bottomOf,
  findFaults,
  firstBlockOf,
  headingAtFoot,
  loadFaces,
  overflowOf,
  streamsOf,
} from './measure.ts'
import { breakWideTables } from './set-apart.ts'
import type { PagedPart, PagingForm, PagingSheet } from './workbench.ts'
import { MM } from './workbench.ts'

/** Cuts one document into pages with Paged.js: as it is written; closer, when that saves a page; in one flow, when something would be lost. @param forms the forms to try @returns the first faultless pages, or the faults of
 *  the first form */
export async function paginatePart(
  html: string,
  sheet: PagingSheet,
  forms: PagingForm[],
): Promise<PagedPart> {
  const [usual = 'libre', ...others] = forms
  const whole = await pageAs(usual)
  const { pages } = whole
  if (whole.faults.length === 0) {
    if (usual !== 'libre' || pages.length === 1) return whole
    const close = await pageAs('serre')
    return close.faults.length === 0 && close.pages.length < pages.length ? close : whole
  }
  // A simpler form does not mend a missing font.
  if (whole.faults.some(({ kind }) => kind === 'police')) return whole
  for (const form of others) {
    const simpler = await pageAs(form)
    if (simpler.faults.length === 0) return { ...simpler, mended: whole.faults }
  }
  return whole

  async function pageAs(form: PagingForm): Promise<PagedPart> {
    try {
      return await pageOnce(html, sheet, form)
    } catch (error) {
      return { pages: [], faults: [{ kind: 'avis', text: String(error) }] }
    }
  }
}

/** Cuts one document into pages in one form, checks that nothing was lost, and resets the tab. */
export async function pageOnce(html: string, sheet: PagingSheet, form: PagingForm): Promise<PagedPart> {
  const { PagedModule } = window
  const faults: PagedPart['faults'] = []
  const { warn, error } = console
  const note = (...parts: unknown[]) => {
    const words = parts.map(part =>
      part instanceof Node ? `<${part.nodeName}> ${part.textContent?.slice(0, 60)}` : String(part),
    )
    faults.push({ kind: 'avis', text: words.join(' ').replace(/\s+/g, ' ') })
  }
  console.warn = note
  console.error = note
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  // Paged.js measures the first page before a face is asked for by any text.
  await loadFaces()
  const source = document.createElement('template')
  source.innerHTML = html
  reshape(source.content, form)
  fitTitles(source.content, host)
  if (form === 'lineaire') {
    const frame = document.createElement('div')
    frame.style.width = `${sheet.width}mm`
    frame.append(source.content)
    host.append(frame)
    breakWideTables(frame)
    source.content.append(...frame.childNodes)
    frame.remove()
  }
  // Right after the last text: an element of its own at the end would open a line, or a page.
  const walker = document.createTreeWalker(source.content, NodeFilter.SHOW_TEXT, node =>
    node.textContent?.trim() && !node.parentElement?.closest('svg, .pose')
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_SKIP,
  )
  let last: ChildNode | null = source.content.firstElementChild?.lastChild ?? null
  while (walker.nextNode()) last = walker.currentNode as Text
  // No style sheet knows it: a margin of its own would move the last words.
  const end = document.createElement('x-end')
  end.id = 'fin-du-document'
  last?.after(end)
  // Names of our own: Paged.js would draw random ones.
  for (const [index, element] of [...source.content.querySelectorAll('*')].entries())
    element.setAttribute('data-ref', `r${index}`)
  const expected = streamsOf([source.content])
  // A bound above any page: by default the length of the first page would decide where the others are checked.
  const previewer = new PagedModule.Previewer({ maxChars: 4000, hyphenGlyph: '\u200b' })
  ;new (amendPaging(PagedModule.Handler))(previewer.chunker, previewer.polisher, previewer)
  try {
    const { pages } = await previewer.preview(source.content, [{ [location.href]: sheet.css }], host)
    if (!host.querySelector('#fin-du-document')) faults.push({ kind: 'fin' })
    faults.push(
      ...findFaults(
        pages.map(({ wrapper }) => wrapper),
        expected,
      ),
    )
    // Measures pages, not columns: Paged.js lays a page out in columns, and may move lines near its foot for reasons of
    // columns.
    for (const [index, { area, wrapper }] of pages.entries()) {
      area.style.columnWidth = 'auto'
      nameHalves(wrapper)
      // A column drops the space above what it begins with; a page is told to.
      if (index > 0)
        for (let first = wrapper.firstElementChild; first; first = first.firstElementChild)
          first.setAttribute('data-tete', '')
    }
    const paged = pages.map(({ area, wrapper }, index) => {
      // Takes the bounds of the page, even when Paged.js was given less of it.
      const { x, y, width } = area.getBoundingClientRect()
      const bounds = new DOMRect(x, y, width, sheet.height * MM)
      const text = overflowOf(wrapper, bounds)
      if (text !== null) faults.push({ kind: 'coupe', page: index + 1, text })
      return {
        bottom: bottomOf(wrapper, bounds.top),
        ids: [...wrapper.querySelectorAll('[id]')].map(({ id }) => id).filter(id => id !== 'fin-du-document'),
        block: firstBlockOf(wrapper),
        heading: index < pages.length - 1 ? headingAtFoot(wrapper) : null,
        html: cleanPage(wrapper),
      }
    })
    return { pages: paged, faults }
  } finally {
    // Otherwise the style sheets of every part pile up in the tab.
    previewer.polisher.destroy()
    previewer.chunker.destroy()
    document.body.replaceChildren()
    console.warn = warn
    console.error = error
  }
}

/** Gives the document the form in which it is to be paged; `lineaire` puts every aside under its text, where it can be cut. */
export function reshape(source: DocumentFragment, form: PagingForm): void {
  if (form === 'libre') return
  source.firstElementChild?.classList.add(form)
  if (form !== 'lineaire') return
  for (const margin of source.querySelectorAll('.marge')) {
    const asides = [...margin.children]
    const text = margin.parentElement?.querySelector(':scope > .texte')
    if (text) text.after(...asides)
    else margin.after(...asides)
    margin.remove()
    for (const aside of asides) aside.classList.add('long')
  }
  for (const aside of source.querySelectorAll('.bloc.large')) aside.classList.replace('large', 'long')
}

/** Gives the halves of what a page cuts the names of the press: printed, they come before Paged.js once more, which would take
 *  its own for halves that it cut. */
export function nameHalves(page: Element): void {
  for (const [theirs, ours] of [
    ['data-split-from', 'data-coupe-haut'],
    ['data-split-to', 'data-coupe-bas'],
  ] as const)
    for (const half of page.querySelectorAll(`[${theirs}]`)) {
      half.removeAttribute(theirs)
      half.setAttribute(ours, '')
    }
}

/** Writes a page without the names that Paged.js draws at random and the attributes that no style sheet reads. */
export function cleanPage(area: Element): string {
  const noise = [
    'data-ref',
    'data-id',
    'data-undisplayed',
    'data-split-original',
    'data-last-split-element',
    'data-align-last-split-element',
    'data-break-before',
    'data-break-after',
    'data-previous-break-after',
    'data-next-break-before',
  ]
  for (const element of area.querySelectorAll('[data-ref]'))
    for (const name of noise) element.removeAttribute(name)
  area.querySelector('#fin-du-document')?.remove()
  return area.innerHTML
}
