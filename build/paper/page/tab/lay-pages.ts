import { type ColumnName, line } from '../../../../src/text/index.ts'
import type { Placement, Plan } from '../compose/matter.ts'
import { columnCut, halve } from './cut-columns.ts'
import { bottomOf, findFaults, firstBlockOf, leadOf, overflowOf } from './measure.ts'
import type { MeasuredDocument, PagedPart, PagingSheet } from './workbench.ts'
import { MM } from './workbench.ts'

/** Cuts a document laid out by `measureMatter` as the plan says, and checks that nothing is lost, repeated, cut off or covered. */
export function layPages(draft: MeasuredDocument, plan: Plan, sheet: PagingSheet): PagedPart {
  const faults: PagedPart['faults'] = []
  const firstPieces = new Set<Element>()
  const host = document.createElement('div')
  const pages = plan.pages.map((placements, index) => {
    const frame = document.createElement('div')
    frame.setAttribute('style', `position: relative; width: ${sheet.width}mm; height: ${sheet.height}mm`)
    const part = half(draft.part)
    frame.append(part)
    if (index < plan.pages.length - 1) part.setAttribute('data-coupe-bas', '')
    const order = (piece: Placement) =>
      piece.item * 100 + (typeof piece.part === 'object' ? piece.part.box + 1 : 0)
    for (const placement of [...placements].sort((a, b) => order(a) - order(b)))
      place(part, placement, placements)
    return frame
  })
  host.append(...pages)
  document.body.replaceChildren(host)
  faults.push(...findFaults(pages, draft.expected))
  const laid = pages.map((page, index) => {
    const bounds = page.getBoundingClientRect()
    const text = overflowOf(page, bounds) ?? coveredIn(page)
    if (text !== null) faults.push({ kind: 'coupe', page: index + 1, text })
    for (const element of page.querySelectorAll('[data-cle]')) element.removeAttribute('data-cle')
    if (index === plan.pages.length - 1) page.firstElementChild?.append(...endOf(plan, sheet))
    return {
      bottom: bottomOf(page, bounds.top),
      ids: [...page.querySelectorAll('[id]')].map(({ id }) => id),
      block: firstBlockOf(page),
      heading: null,
      html: page.innerHTML,
    }
  })
  document.body.replaceChildren()
  return { pages: laid, faults }

  /** A shell of an element of the source; the first has its id, the others go on. */
  function half(element: Element): Element {
    const shell = element.cloneNode(false) as Element
    if (firstPieces.has(element)) {
      shell.removeAttribute('id')
      shell.setAttribute('data-coupe-haut', '')
    }
    firstPieces.add(element)
    return shell
  }

  function place(part: Element, placement: Placement, all: readonly Placement[]): void {
    const { item, part: what, left, top, foot, from, until, halves } = placement
    let { width } = placement
    const key = what === 'bande' ? `${item}` : what === 'texte' ? `${item}-t` : `${item}-${what.box}`
    const piece = take(key, width, from, until)
    const origin = draft.part.querySelector(`[data-cle="${key}"]`)
    if (!origin) throw new Error(`nothing at ${key}`)
    const isLone = !all.some(other => other.left > left && other.top < foot && top < other.foot)
    // Words under a picture of few pixels are no wider than it.
    if (width === 'text' && isLone && piece.matches('.image:not(:has(> img[style]))')) {
      piece.classList.add('seule')
      width = 'page'
    }
    piece.setAttribute('style', `left: ${mm(left)}; top: ${mm(top)}; width: ${mm(sheet.columns[width])}`)
    piece.classList.add('place')
    // Other boxes may stand between two pieces of a text: by this name they are known to be one.
    piece.setAttribute('data-suite', `piece-${key}`)
    if (placement.apart) setApart(piece, origin)
    if (halves === 'under') piece.classList.add('sous-titre')
    if (what === 'bande' && width === 'margin') piece.classList.add('a-part')
    if (top === 0 && piece.matches('h2, .ressources-section')) piece.classList.add('en-haut')
    if (placement.look) piece.className += ` ${placement.look}`
    // The shells around it, as far as the page has them already.
    const path: Element[] = []
    for (let around = origin.parentElement; around && around !== draft.part; around = around.parentElement)
      path.unshift(around)
    let into = part
    for (const around of path) {
      const name = nameOf(around, draft.part)
      let shell = [...into.children].find(child => child.getAttribute('data-suite') === name)
      if (!shell) {
        shell = half(around)
        shell.setAttribute('data-suite', name)
        into.append(shell)
      }
      into = shell
    }
    into.append(piece)
  }

  /** The next piece of a text or box: what is left of it stays in its copy. */
  function take(key: string, width: ColumnName, from: number, until: number | null): Element {
    const element = draft.copies.get(width)?.querySelector(`[data-cle="${key}"]`)
    if (!element) throw new Error(`nothing at ${key}`)
    if (until === null) return element
    const lead = from > 0 ? leadOf(element) : 0
    const foot = element.getBoundingClientRect().top + (until - from + lead + 2) * MM
    const cut = columnCut(element, Number.POSITIVE_INFINITY, foot)
    if (!cut) throw new Error(`no cut in ${key}`)
    return halve(element, cut)
  }
}

/** The name of a shell: its rank in the document. */
function nameOf(element: Element, document: Element): string {
  const all = [...document.querySelectorAll('.section, .rang, .marge')]
  return String(all.indexOf(element))
}

/** A box away from its lever bears the disc of that lever, for eyes alone. */
function setApart(box: Element, origin: Element): void {
  const disc = origin.closest('.rang')?.querySelector('.levier-titre .pastille')
  const head = box.querySelector(':scope > .bloc-tete')
  if (!disc || !head) return
  box.classList.add('ecarte')
  const again = disc.cloneNode(true) as Element
  again.classList.add('reprise')
  head.append(again)
}

/** Finds the first box, or title across both columns, that touches another. */
function coveredIn(page: Element): string | null {
  const boxes = [...page.querySelectorAll('.place, .sous-titre > .levier-titre')].map(box => ({
    box,
    rect: box.getBoundingClientRect(),
  }))
  for (const [index, { box, rect: a }] of boxes.entries())
    for (const { box: other, rect: b } of boxes.slice(index + 1)) {
      const touches =
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 10 && b.top < a.bottom - 10
      if (touches && !box.contains(other))
        return (box.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
    }
  return null
}

/** Lines for notes, or the shape of the family, for eyes alone. */
function endOf({ notes, shape }: Plan, sheet: PagingSheet): Element[] {
  const top = notes?.top ?? shape
  if (top === undefined) return []
  const end = document.createElement('div')
  end.className = `${notes ? 'notes' : 'fin'} decor`
  end.setAttribute('aria-hidden', 'true')
  const height = notes ? '' : `; height: ${mm(sheet.height - line / 2 - top)}`
  end.setAttribute('style', `top: ${mm(top)}${height}`)
  const lines = notes ? Math.min(5, Math.floor((notes.foot - notes.top) / (2 * line))) : 0
  if (lines > 0) end.innerHTML = `<i><b>Notes</b></i>${'<i></i>'.repeat(lines - 1)}`
  return [end]
}

function mm(length: number): string {
  return `${Math.round(length * 1000) / 1000}mm`
}
