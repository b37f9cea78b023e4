import type { WebPage } from '../worker/workbench.ts'
import { decodedAddress, h, oneOf } from './dom.ts'
import { lineOf, partOf } from './text-lines.ts'

/** Widths of the screens that are shown, in CSS pixels. */
const widths = { bureau: 1180, telephone: 390 }

/** Shows the page of the site beside the text, in a frame where no script runs. */
export function createPreview(options: {
  picture(path: string): string | null
  source(): string
  goTo(line: number): void
}) {
  const frame = h('iframe', {
    title: 'Page du site',
    sandbox: 'allow-same-origin',
    srcdoc:
      '<!DOCTYPE html><html lang="fr"><head><link rel="stylesheet" href="site.css"></head><body></body></html>',
  })
  const screen = h('div.ecran', frame)
  let width: keyof typeof widths = 'bureau'
  let colours: CSSStyleSheet | null = null
  let latest: [file: string, page: WebPage | null, why: string] | null = null
  let shownFile = ''

  const resize = () => {
    const scale = Math.min(1, screen.clientWidth / widths[width])
    frame.style.width = `${widths[width]}px`
    frame.style.height = `${screen.clientHeight / scale}px`
    frame.style.transform = `scale(${scale})`
  }
  new ResizeObserver(resize).observe(screen)

  const widen = (next: typeof width) => {
    width = next
    resize()
  }
  const sizes = oneOf('Largeur', [
    ['Bureau', () => widen('bureau')],
    ['Téléphone', () => widen('telephone')],
  ])
  // On a phone a page for a desk cannot be read.
  if (matchMedia('(max-width: 700px)').matches) sizes.querySelector<HTMLElement>('button:last-child')?.click()
  const light = oneOf('Lumière', [
    ['Jour', () => frame.style.setProperty('color-scheme', 'light')],
    ['Nuit', () => frame.style.setProperty('color-scheme', 'dark')],
  ])
  frame.style.setProperty('color-scheme', 'light')
  const note = h('p.apercu-vide', { hidden: true })
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument
    const view = frame.contentWindow as (Window & typeof globalThis) | null
    if (!inside || !view) return
    colours = new view.CSSStyleSheet()
    inside.adoptedStyleSheets = [colours]
    inside.addEventListener('click', click)
    if (latest) show(...latest)
  })

  function click(event: MouseEvent): void {
    event.preventDefault()
    const part = event.target as Element | null
    const title =
      options
        .source()
        .split('\n')
        .findIndex(line => line.startsWith('titre:')) + 1
    const line = part?.closest('h1') ? title : lineOf(latest?.[1]?.lines ?? [], part)
    if (line) options.goTo(line)
  }

  /** @param content `page` null: there is none, and `why` says so */
  function show(...content: [file: string, page: WebPage | null, why: string]): void {
    latest = content
    const [file, page, why] = content
    const inside = frame.contentDocument
    note.hidden = page !== null
    note.textContent = page || shownFile !== file ? why : `${why} Voici celle d’avant.`
    if (!inside || !colours) return
    if (!page) {
      // The page of another text would be taken for its own.
      if (shownFile !== file) inside.body.replaceChildren()
      return
    }
    shownFile = file
    colours.replaceSync(page.colours)
    renew(inside.body, bodyOf(page, options.picture))
  }

  return {
    element: h(
      'section.apercu',
      { 'aria-label': 'Aperçu de la page du site' },
      h('div.outils', sizes, light),
      note,
      screen,
    ),
    show,
    follow(line: number): void {
      partOf(latest?.[1]?.lines ?? [], frame.contentDocument, line)?.scrollIntoView({ block: 'center' })
    },
  }
}

/** The body of a page as it is looked at: without scripts, with the pictures of this tab. */
function bodyOf({ html }: WebPage, picture: (path: string) => string | null): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const script of body.querySelectorAll('script')) script.remove()
  // A click leads to the text; by keyboard these lead nowhere.
  for (const control of body.querySelectorAll('a, button, input, select, summary'))
    control.setAttribute('tabindex', '-1')
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? ''
    const address = picture(decodedAddress(source.replace(/^\//, '')))
    if (address) image.setAttribute('src', address)
    // A picture that was removed is asked of nobody.
    else if (source.startsWith('/')) image.removeAttribute('src')
  }
  return body
}

/** Turns an element into another and touches only the differences: the rest of a long page keeps its layout. Takes nodes
 *  from `next`. */
export function renew(current: Element, next: Element): void {
  if (!isSameShell(current, next)) {
    current.replaceWith(next)
    return
  }
  const [olds, news] = [[...current.childNodes], [...next.childNodes]]
  const least = Math.min(olds.length, news.length)
  let start = 0
  while (start < least && isSame(olds[start], news[start])) start += 1
  let end = 0
  while (end < least - start && isSame(olds.at(-1 - end), news.at(-1 - end))) end += 1
  const [removals, additions] = [olds.slice(start, olds.length - end), news.slice(start, news.length - end)]
  const [oldNode, newNode] = [removals[0], additions[0]]
  if (removals.length === 1 && additions.length === 1 && isElement(oldNode) && isElement(newNode)) {
    renew(oldNode, newNode)
    return
  }
  const after = olds[olds.length - end] ?? null
  for (const node of removals) node.remove()
  for (const node of additions) current.insertBefore(node, after)
}

const isSame = (a: Node | undefined, b: Node | undefined) =>
  a !== undefined && b !== undefined && a.isEqualNode(b)

/** By its type: a frame has classes of its own. */
const isElement = (node: Node | undefined): node is Element => node?.nodeType === 1

const isSameShell = (a: Element, b: Element) => a.cloneNode().isEqualNode(b.cloneNode())
