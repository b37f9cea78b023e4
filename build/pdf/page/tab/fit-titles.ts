/** Runs in the tab. Gives each title the largest of its sizes at which it fits its box (styles/print/content/titles.css), and
 *  the head of a page the height that its title takes. */
export function fitTitles(source: ParentNode, host: Element): void {
  const MM = 96 / 25.4
  const SIZES = ['', 'long', 'tres-long', 'petit', 'minuscule']
  /** A title outside the families begins so much above the text area; what follows keeps its distance. */
  const RAISED = 10.5
  const BELOW = 9
  /** Height of a head whose title has one line. */
  const LEAST = 22.5
  for (const title of source.querySelectorAll(
    '.tete h1, .page-tete h1, .couverture-titre, .quatrieme-titre',
  )) {
    const head = title.parentElement
    if (!head) continue
    const probe = document.createElement('div')
    probe.className = 'zone sonde'
    const shell = source.firstElementChild?.cloneNode(false) as Element
    const copy = head.cloneNode(false) as Element
    const tried = title.cloneNode(true) as HTMLElement
    copy.append(tried)
    shell.append(copy)
    probe.append(shell)
    host.append(probe)
    let size = SIZES.at(-1) ?? ''
    for (const name of SIZES) {
      tried.className = `${title.className} ${name}`
      if (!fits(tried)) continue
      size = name
      break
    }
    if (size) title.classList.add(size)
    if (head.matches('.page-tete')) {
      const height = Math.ceil(tried.getBoundingClientRect().height / MM - RAISED + BELOW)
      if (height > LEAST) head.setAttribute('style', `height: ${height}mm`)
    }
    probe.remove()
  }

  function fits(title: HTMLElement): boolean {
    // The box of a glyph is taller than a tight line: a third of the size is no overflow.
    const slack = Number.parseFloat(getComputedStyle(title).fontSize) / 3
    return title.scrollHeight <= title.clientHeight + slack && title.scrollWidth <= title.clientWidth + 1
  }
}
