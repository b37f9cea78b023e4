import type { BoxWidth, Flow, Item, Matter, TextWidth } from '../compose/matter.ts'
import type { PagingSheet } from './workbench.ts'

/** Runs in the tab. Lays a document out once, each text and each box at all the widths that it may have, and keeps it so for
 *  `layPages`.
 *  @returns null for a document that is not made of rows */
export async function measureMatter(html: string, sheet: PagingSheet): Promise<Matter | null> {
  const MM = 96 / 25.4
  const { workbench } = window
  const template = document.createElement('template')
  template.innerHTML = html
  const source = template.content
  const part = source.firstElementChild
  if (!part?.matches('.fiche, .texte-libre')) return null
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  await Promise.all([...document.fonts].map(face => face.load().catch(() => face)))
  workbench.fitTitles(source, host)
  part.classList.add('composee')
  workbench.joinLastWords(source)
  workbench.keepPunctuation(source)
  workbench.setTablesApart(part, host)
  // In a column a panorama would be a strip.
  for (const picture of part.querySelectorAll('.rang > .texte > .image:has(> .panorama)'))
    workbench.setApart(picture)
  for (const row of part.querySelectorAll('.rang:is(.plein, .figure)')) announce(row)
  // Who supported the fiche stands under its resources, which end the page.
  const support = part.querySelector(':scope > .soutien')
  if (support?.previousElementSibling?.matches('.ressources-section'))
    support.previousElementSibling.append(support)
  const expected = workbench.streamsOf([source])
  const isFree = part.matches('.texte-libre')
  const elements: Element[] = []
  const items: (() => Item)[] = []
  for (const child of [...part.children]) {
    if (child.matches('.section') && !child.matches('.ressources-section'))
      for (const inner of [...child.children]) list(inner)
    else list(child)
  }
  // One copy a width; what is laid out is what is cut.
  const copies = new Map<number, Element>()
  for (const width of [102, 81, 60, 170]) {
    const copy = part.cloneNode(true) as Element
    // What never stands so wide is not laid out.
    if (width === 60) for (const left of copy.querySelectorAll('.texte')) left.remove()
    if (width === 170)
      for (const left of copy.querySelectorAll('.texte[data-cle]:not(:has(> .chapo))')) left.remove()
    if (width !== 170)
      for (const left of copy.querySelectorAll(
        '.tete, .page-tete, .ressources-section, .rang.tableau, .rang.plein[data-cle]:not(:has(> .texte))',
      ))
        left.remove()
    for (const box of copy.querySelectorAll('.texte, .bloc[data-cle]'))
      box.setAttribute('style', `width: ${width}mm`)
    if (width === 81) for (const texte of copy.querySelectorAll('.texte')) texte.classList.add('etroit')
    if (width === 170) {
      for (const box of copy.querySelectorAll('.bloc[data-cle]')) box.classList.add('large')
      for (const texte of copy.querySelectorAll('.texte:has(> .chapo)')) texte.classList.add('ouvert')
    }
    const frame = document.createElement('div')
    frame.style.width = `${width === 170 ? sheet.width : width}mm`
    frame.append(copy)
    host.append(frame)
    copies.set(width, copy)
  }
  // Pictures that are not there yet would have no height.
  await Promise.all([...host.querySelectorAll('img')].map(image => image.decode().catch(() => {})))
  for (const copy of copies.values()) workbench.breakWideTables(copy)
  for (const narrow of shortBoxes()) narrow.classList.add('court')
  // A wheel higher than a page goes on over the next ones: its list stands in rows.
  for (const wheel of copies.get(170)?.querySelectorAll('.domaines') ?? [])
    if (wheel.getBoundingClientRect().height > sheet.height * MM) wheel.classList.add('en-rangs')
  for (const copy of copies.values()) workbench.setOnLines(copy)
  workbench.draft = { part, copies, expected }
  return { page: sheet.height, items: items.map(measure => measure()) }

  /** Headings at the end of a text stand over what comes next: a block without a text of its own has them in its own row. */
  function announce(row: Element): void {
    const before = row.previousElementSibling
    const texte = before?.matches('.rang') ? before.querySelector(':scope > .texte:only-child') : null
    const headings: Element[] = []
    for (let last = texte?.lastElementChild; last?.matches('h3, h4'); last = last.previousElementSibling)
      headings.unshift(last)
    if (!before || !texte || headings.length === 0) return
    let into = row.querySelector(':scope > .texte') ?? row
    if (into === row && isPlein(row)) {
      into = document.createElement('div')
      into.className = 'texte'
      row.prepend(into)
    }
    into.prepend(...headings)
    row.classList.toggle('levier', before.matches('.levier'))
    if (texte.childElementCount === 0) before.remove()
  }

  /** Across the page a box has two columns, if each has four lines at least: those that have not. */
  function shortBoxes(): Element[] {
    return [...(copies.get(81)?.querySelectorAll('.bloc[data-cle]') ?? [])].flatMap(box =>
      box.matches('.exemple, .info, .definition, .loi, .propos') && linesOf(box) < 8
        ? [at(170, box.getAttribute('data-cle') ?? '')]
        : [],
    )
  }

  function linesOf(box: Element): number {
    return [...box.querySelectorAll('p:not(.lieu, .bloc-titre, .bloc-tete), li')].reduce(
      (sum, line) =>
        sum +
        (line.querySelector('p')
          ? 0
          : line.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(line).lineHeight)),
      0,
    )
  }

  function at(width: number, key: string): Element {
    const element = copies.get(width)?.querySelector(`[data-cle="${key}"]`)
    if (!element) throw new Error(`nothing at ${key}`)
    return element
  }

  function list(element: Element): void {
    const key = String(elements.length)
    elements.push(element)
    if (element.matches('.rang') && !isPlein(element)) {
      listRow(element, key)
      return
    }
    element.setAttribute('data-cle', key)
    const role = element.matches('.tete, .page-tete')
      ? 'tete'
      : element.matches('h2')
        ? 'titre'
        : element.matches('.ressources-section')
          ? 'ressources'
          : element.matches('.tableau')
            ? 'tableau'
            : element.matches('.rang')
              ? 'plein'
              : 'texte'
    // The space under a heading is its own.
    const space =
      role === 'titre'
        ? (element: Element) => Number.parseFloat(getComputedStyle(element).marginBottom)
        : () => 0
    const height = (width: number) => {
      const element = at(width, key)
      return (element.getBoundingClientRect().height + space(element)) / MM
    }
    items.push(() => {
      const rows = role === 'tableau' ? rowsOfTable(at(170, key)) : rowsOf(at(170, key))
      return {
        kind: 'bande',
        role,
        height: height(170),
        ...(element.matches('.tableau, :has(> .texte)') && { headed: true }),
        ...(role === 'ressources' && { entries: element.querySelectorAll('li').length }),
        ...(rows && { rows }),
        ...(role === 'titre' && { narrow: height(102), column: height(81) }),
        ...(isFree && { over: true }),
      }
    })
  }

  /** Resources, misconceptions, or a wheel and its list, as a flow that may end under each row of entries. */
  function rowsOf(section: Element): Flow | null {
    const entries = section.querySelectorAll(
      '.ressources-liste > li, .en-rangs > .domaines-liste > li, .idees-recues > ul > li',
    )
    if (entries.length === 0) return null
    const { top, height } = section.getBoundingClientRect()
    const feet = [...entries].map(entry => (entry.getBoundingClientRect().bottom - top) / MM)
    const ends = [...new Set(feet.map(foot => Math.round(foot * 100) / 100))].sort((a, b) => a - b)
    const lead = workbench.leadOf(section)
    const list = entries[0]?.parentElement
    const gap = list ? (Number.parseFloat(getComputedStyle(list).rowGap) || 0) / MM : 0
    const cuts = ends.slice(0, -1).map(keep => ({ keep, rest: keep + gap }))
    return { height: height / MM, cuts, lead, tail: 0 }
  }

  /** A table as a flow that may end under each row, when two rows or four lines stay and as much goes on, under the head once more. */
  function rowsOfTable(section: Element): Flow {
    const LEAST = 18
    const { top, height } = section.getBoundingClientRect()
    const rows = [...section.querySelectorAll('tbody > tr')].map(row => row.getBoundingClientRect())
    const [first, last] = [rows[0], rows.at(-1)]
    const cuts = rows.slice(0, -1).flatMap(({ bottom }, index) => {
      const stays = index > 0 || (bottom - (first?.top ?? 0)) / MM >= LEAST
      const goesOn = index < rows.length - 2 || ((last?.bottom ?? 0) - bottom) / MM >= LEAST
      const keep = (bottom - top) / MM
      return stays && goesOn ? [{ keep, rest: keep }] : []
    })
    return { height: height / MM, cuts, lead: workbench.leadOf(section), tail: 0 }
  }

  /** A chart without its table is as wide as the text; stacked bars run across the page. */
  function isPlein(row: Element): boolean {
    const narrow = ':scope > .graphique:not(:has(> .donnees), [data-type="barres-empilees"])'
    return row.matches('.plein') && !row.querySelector(narrow)
  }

  function listRow(row: Element, key: string): void {
    row.setAttribute('data-cle', key)
    let texte = row.querySelector(':scope > .texte')
    if (row.matches('.plein')) {
      texte = document.createElement('div')
      texte.className = 'texte'
      texte.append(...row.childNodes)
      row.append(texte)
    }
    let margin = row.querySelector(':scope > .marge')
    const wide = [...row.querySelectorAll(':scope > .large, :scope > .long')]
    if (!margin && wide.length > 0) {
      margin = document.createElement('div')
      margin.className = 'marge'
    }
    margin?.append(...wide)
    if (margin) row.append(margin)
    const boxes = [...(margin?.children ?? [])]
    const lone = boxes.length > 0 && [...(texte?.children ?? [])].every(one => one.matches('h3, h4'))
    for (const [index, box] of boxes.entries()) {
      box.classList.remove('large', 'long')
      box.setAttribute('data-cle', `${key}-${index}`)
    }
    texte?.setAttribute('data-cle', `${key}-t`)
    const figure = texte?.querySelector('.graphique, .dessin') != null
    const chapo = row.matches('.chapo-rang')
    const texts = [102, ...(figure || chapo ? [] : [81]), ...(chapo ? [170] : [])] as TextWidth[]
    items.push(() => ({
      kind: 'rang',
      chapo,
      ...(row.matches('.levier') && { lever: true }),
      ...(lone && { lone }),
      texte:
        texte &&
        unbroken(`${key}-t`, {
          102: text(102),
          81: text(81),
          170: text(170),
        }),
      boxes: boxes.map((box, index) =>
        unbroken(`${key}-${index}`, {
          60: boxAt(60, index, box),
          81: boxAt(81, index, box),
          // Figures stand one under another in the margin, or side by side across the page.
          102: box.matches('.chiffres') && !lone ? null : boxAt(102, index, box),
          // Two figures would leave half of the page white.
          170: box.matches(
            '.exemple, .info, .definition, .loi, .chiffres:has(li:nth-child(3)), .citation, .propos',
          )
            ? boxAt(170, index, box)
            : null,
        }),
      ),
    }))

    /** Without the widths at which words of a table are broken, where they are not at each. */
    function unbroken<Width extends number>(key: string, flows: Record<Width, Flow | null>): typeof flows {
      const widths = Object.keys(flows).map(Number) as Width[]
      const breaks = (width: Width) => at(width, key).querySelector('.mots-coupes') !== null
      const good = widths.filter(width => flows[width] && !breaks(width))
      if (good.length === 0) return flows
      const kept = { ...flows }
      for (const width of widths) if (!good.includes(width)) kept[width] = null
      return kept
    }

    function text(width: TextWidth) {
      return texts.includes(width) ? workbench.measureFlow(at(width, `${key}-t`), figure || chapo) : null
    }

    function boxAt(width: BoxWidth, index: number, box: Element) {
      return workbench.measureFlow(at(width, `${key}-${index}`), width === 170 || !box.matches('.exemple'))
    }
  }
}
