import { line, pageHead } from '../../../../src/text/index.ts'
import { MM } from './workbench.ts'

/** Gives each title the largest size at which it fits its box (styles/print/content/titles.css), and its head the height for it. */
export function fitTitles(source: ParentNode, host: Element): void {
  const SIZES = ['', 'long', 'tres-long', 'petit', 'minuscule']
  for (const title of source.querySelectorAll(
    '.tete h1, .page-tete h1, .couverture-titre, .couverture-pied p, .quatrieme-titre',
  )) {
    const head = title.parentElement
    if (!head) continue
    const probe = document.createElement('div')
    probe.className = 'zone sonde'
    const shell = source.firstElementChild?.cloneNode(false) as Element
    const copy = head.cloneNode(false) as Element
    const sample = title.cloneNode(true) as HTMLElement
    copy.append(sample)
    shell.append(copy)
    probe.append(shell)
    host.append(probe)
    const size = SIZES.find(name => {
      sample.className = `${title.className} ${name}`
      return fits(sample) || name === SIZES.at(-1)
    })
    if (size) title.classList.add(size)
    if (head.matches('.page-tete')) {
      const height = Math.ceil(sample.getBoundingClientRect().height / MM - pageHead.raised + pageHead.below)
      if (height > pageHead.least) head.setAttribute('style', `height: ${height}mm`)
    }
    probe.remove()
  }

  function fits(title: HTMLElement): boolean {
    // The box of a glyph is taller than a tight line: a third of the size is no overflow.
    const slack = Number.parseFloat(getComputedStyle(title).fontSize) / 3
    return title.scrollHeight <= title.clientHeight + slack && title.scrollWidth <= title.clientWidth + 1
  }
}

/** Ties the last word of each paragraph and item to the one before by a no-break space. Two long words stay apart. */
export function joinLastWords(source: ParentNode): void {
  /** Letters that a line holds wherever the text may stand; a date of a timeline has a sixth of the page. */
  const longestOf = (element: Element) => (element.matches('.frise-dates li') ? 14 : 26)
  /** Shorter ones are mostly one line; items stand further in. */
  const leastOf = (element: Element) => (element.matches('li') ? 30 : 50)
  // A reference begins a line of its own, under its title.
  const texts = '.texte p, .texte li, .bloc p, .bloc:not(.ressources) li'
  for (const element of source.querySelectorAll(texts)) {
    if (element.querySelector('p, ul, ol, table') || (element.textContent ?? '').length < leastOf(element))
      continue
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    let after = ''
    for (const text of texts.reverse()) {
      // Between two elements a space may end a line: the second begins its own under a name.
      if (after !== '' && text.data.trim() === '') break
      const data = after === '' ? text.data.trimEnd() : text.data
      const space = data.search(/[ \n][^ \n]*$/)
      if (space < 0) {
        after = data + after
        continue
      }
      const before = data.slice(0, space).split(/\s/).at(-1) ?? ''
      const last = data.slice(space + 1) + after
      if (last.length + before.length <= longestOf(element))
        text.data = `${data.slice(0, space)}\u00a0${text.data.slice(space + 1)}`
      break
    }
  }
}

/** Keeps a page number on the line of the last word before it, and the bracket or full stop after it on its line. */
export function keepPunctuation(source: ParentNode): void {
  for (const link of source.querySelectorAll('.renvoi:has(> .p)')) {
    const after = link.nextSibling
    const signs = after instanceof Text ? /^[)\].,;…»]*/.exec(after.data)?.[0].length : 0
    if (after instanceof Text && signs) after.splitText(signs)
    const noBreak = document.createElement('span')
    noBreak.className = 'insecable'
    link.replaceWith(noBreak)
    noBreak.append(link, ...(after && signs ? [after] : []))
    // Its words go on the lines as before, but for the last.
    const words = document.createElement('span')
    words.className = 'secable'
    words.append(...[...link.childNodes].filter(node => !(node instanceof Element && node.matches('.p'))))
    const end = words.lastChild
    const title = end instanceof Text ? end.data.trimEnd() : ''
    const space = title.lastIndexOf(' ') + 1
    if (end instanceof Text) end.data = title.slice(0, space)
    link.prepend(words, `${title.slice(space)} `)
  }
}

/** Sets paragraphs and lists on the lines of the page, counted from the top of their text or box. The spaces above change to
 *  the nearest line, down to about half. Labels, names, sources and keywords have lines of their own. */
export function setOnLines(document: Element): void {
  const ROUNDING = 0.1
  const LEAST = 0.45
  const texts = 'p:not(.bloc-tete, .bloc-titre, .propos > .auteur, .source, .mots-cles, .chapo), ul, ol'
  const margins: [element: HTMLElement, margin: number][] = []
  for (const box of document.querySelectorAll('.texte, .bloc')) {
    const { display, columnCount } = getComputedStyle(box)
    if (display.endsWith('grid')) continue
    const { top } = box.getBoundingClientRect()
    let above: HTMLElement[] = []
    let by = 0
    for (const child of box.children) {
      if (!(child instanceof HTMLElement) || child.getBoundingClientRect().height === 0) continue
      if (!child.matches(texts)) {
        above.push(child)
        continue
      }
      by += widen(above, firstLine(child) - top / MM + by)
      // The next text runs down columns.
      if (columnCount !== 'auto' && getComputedStyle(child).columnSpan !== 'all') break
      above = []
    }
  }
  for (const [element, margin] of margins) element.style.marginBottom = `${margin.toFixed(3)}mm`

  /** Brings to a line what stands at `y` under these. @returns by how much */
  function widen(above: readonly HTMLElement[], y: number): number {
    const spaces = above.map(element => space(element, 'marginBottom'))
    const sum = spaces.reduce((sum, width) => sum + width, 0)
    if (sum === 0) return 0
    let rest = Math.round(y / line) * line - y
    if (rest < -ROUNDING && sum + rest < LEAST * sum) rest += line
    if (Math.abs(rest) < ROUNDING / 2) return 0
    for (const [index, element] of above.entries())
      margins.push([element, ((spaces[index] ?? 0) * (sum + rest)) / sum])
    return rest
  }

  /** Top of the first line of a paragraph or list: an item may have a rule above. */
  function firstLine(element: Element): number {
    const item = (element.matches('ul, ol') && element.firstElementChild) || element
    return item.getBoundingClientRect().top / MM + space(item, 'borderTopWidth') + space(item, 'paddingTop')
  }

  function space(element: Element, of: 'marginBottom' | 'borderTopWidth' | 'paddingTop'): number {
    return Number.parseFloat(getComputedStyle(element)[of]) / MM
  }
}
