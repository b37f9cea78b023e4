import type { ColumnName } from '../../../../src/text/index.ts'
import { setOnLines } from './fit-text.ts'
import { breakWideTables } from './set-apart.ts'
import type { PagingSheet } from './workbench.ts'
import { MM } from './workbench.ts'

/** Lays a document out in `host` at each width that its texts and boxes (`data-cle`) may have. */
export async function layCopies(
  part: Element,
  host: Element,
  sheet: PagingSheet,
): Promise<Map<ColumnName, Element>> {
  const { columns } = sheet
  /** A box across the page has two columns, if each has so many lines at least. */
  const LEAST_LINES = 6
  const bands =
    '.tete, .page-tete, .ressources-section, .rang.tableau, .rang.plein[data-cle]:not(:has(> .texte))'
  /** Elements that never stand so wide, not laid out. */
  const single = columns.text === columns.page
  const leftOut: [width: ColumnName, selectors: string[]][] = single
    ? [['page', []]]
    : [
        ['text', [bands]],
        ['half', [bands]],
        ['margin', ['.texte', bands]],
        ['page', ['.texte[data-cle]:not(:has(> .chapo))']],
      ]
  const copies = new Map<ColumnName, Element>()
  for (const [width, selectors] of leftOut) {
    const copy = part.cloneNode(true) as Element
    for (const selector of selectors) for (const element of copy.querySelectorAll(selector)) element.remove()
    for (const box of copy.querySelectorAll('.texte, .bloc[data-cle]'))
      box.setAttribute('style', `width: ${columns[width]}mm`)
    if (width === 'page' && !single) {
      addClass(copy, '.bloc[data-cle]', 'large')
      addClass(copy, '.texte:has(> .chapo)', 'ouvert')
    }
    const frame = document.createElement('div')
    frame.style.width = `${columns[width]}mm`
    frame.append(copy)
    host.append(frame)
    copies.set(width, copy)
  }
  // Pictures that are not there yet would have no height.
  await Promise.all([...host.querySelectorAll('img')].map(image => image.decode().catch(() => {})))
  for (const copy of copies.values()) breakWideTables(copy)
  markShortBoxes()
  // A wheel higher than a page goes on over the next ones: its list stands in rows.
  for (const wheel of copies.get('page')?.querySelectorAll('.domaines') ?? [])
    if (wheel.getBoundingClientRect().height > sheet.height * MM) wheel.classList.add('en-rangs')
  for (const copy of copies.values()) setOnLines(copy)
  return copies

  function addClass(copy: Element, selector: string, name: string): void {
    for (const element of copy.querySelectorAll(selector)) element.classList.add(name)
  }

  function markShortBoxes(): void {
    const boxes = '[data-print~=box][data-cle]'
    const short = [...(copies.get('half')?.querySelectorAll(boxes) ?? [])].filter(
      box => linesOf(box) < 2 * LEAST_LINES,
    )
    for (const box of short) {
      const key = box.getAttribute('data-cle')
      copies.get('page')?.querySelector(`[data-cle="${key}"]`)?.classList.add('court')
    }
  }

  function linesOf(box: Element): number {
    return [...box.querySelectorAll('p:not(.lieu, .bloc-titre, .bloc-tete), li')]
      .filter(line => !line.querySelector('p'))
      .reduce((sum, line) => {
        const leading = Number.parseFloat(getComputedStyle(line).lineHeight)
        return sum + line.getBoundingClientRect().height / leading
      }, 0)
  }
}
