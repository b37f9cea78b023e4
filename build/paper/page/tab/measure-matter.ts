import type { ColumnName } from '../../../../src/text/index.ts'
import type { Band, BoxWidth, Flow, Matter, MatterItem, TextWidth } from '../compose/matter.ts'
import { fitTitles, joinLastWords, keepPunctuation } from './fit-text.ts'
import { layCopies } from './lay-copies.ts'
import { loadFaces, streamsOf } from './measure.ts'
import { measureBand, measureFlow } from './measure-flow.ts'
import { announce, setApart, setTablesApart } from './set-apart.ts'
import type { MeasuredDocument, PagingSheet } from './workbench.ts'
import { MM } from './workbench.ts'

/** Lays a document out once, each text and box at all its widths, for `layPages`; null: it is not made of rows. */
export async function measureMatter(
  html: string,
  sheet: PagingSheet,
): Promise<{ matter: Matter; draft: MeasuredDocument } | null> {
  const { columns } = sheet
  /** Texts and boxes stand one under the other. */
  const single = columns.text === columns.page
  const template = document.createElement('template')
  template.innerHTML = html
  const source = template.content
  const part = source.firstElementChild
  if (!part?.matches('.fiche, .texte-libre')) return null
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  await loadFaces()
  const isFree = part.matches('.texte-libre')
  arrange(source, part, host, sheet)
  const elements = [...part.children]
    .flatMap(child => (child.matches('.section:not(.ressources-section)') ? [...child.children] : [child]))
    .flatMap(element => (single ? stacked(element) : [element]))
  const expected = streamsOf([source])
  const measures = elements.map((element, index) =>
    element.matches('.rang') && !isPlein(element) && !single
      ? rowMeasure(element, String(index))
      : bandMeasure(element, String(index)),
  )
  const copies = await layCopies(part, host, sheet)
  const openings = elements.map(
    element => element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? '',
  )
  const matter: Matter = {
    page: sheet.height,
    items: measures.map(measure => measure()),
    openings,
    ...(!isFree && !single && { closed: true }),
  }
  return { matter, draft: { part, copies, expected } }

  function at(width: ColumnName, key: string): Element {
    const element = copies.get(width)?.querySelector(`[data-cle="${key}"]`)
    if (!element) throw new Error(`nothing at ${key}`)
    return element
  }

  function bandMeasure(element: Element, key: string): () => MatterItem {
    const roles: [Band['role'], selector: string][] = [
      ['tete', '.tete, .page-tete'],
      ['titre', 'h2'],
      [single ? 'texte' : 'ressources', '.ressources-section'],
      ['tableau', '.tableau'],
      ['plein', '.rang'],
      ['plein', '.rang > *'],
    ]
    element.setAttribute('data-cle', key)
    const role = roles.find(([, selector]) => element.matches(selector))?.[0] ?? 'texte'
    const height = (width: ColumnName) => {
      const element = at(width, key)
      // The space under a heading is its own.
      const space = role === 'titre' ? Number.parseFloat(getComputedStyle(element).marginBottom) : 0
      return (element.getBoundingClientRect().height + space) / MM
    }
    return () => {
      const band = at('page', key)
      const whole = element.matches('.bloc:not([data-print~=breaks]), :has(> .chapo, .graphique, .dessin)')
      const most = whole ? sheet.height : 0
      const rows =
        measureBand(band) ??
        (single && element.parentElement?.matches('.rang') ? measureFlow(band, most) : null)
      return {
        kind: 'bande',
        role,
        height: height('page'),
        ...(element.matches('.tableau, .texte, :has(> .texte)') && { headed: true }),
        ...(role === 'ressources' && { looks: looksOf(band) }),
        ...(rows && { rows }),
        ...(role === 'titre' && !single && { narrow: height('text'), column: height('half') }),
        ...(role === 'titre' && isFree && !single && { aside: height('margin') }),
      }
    }
  }

  function rowMeasure(row: Element, key: string): () => MatterItem {
    row.setAttribute('data-cle', key)
    let texte = row.querySelector(':scope > .texte')
    if (row.matches('.plein')) {
      const chart = [...row.childNodes].filter(node => node !== texte)
      texte ??= document.createElement('div')
      texte.className = 'texte'
      texte.append(...chart)
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
    const lone = boxes.length > 0 && [...(texte?.children ?? [])].every(child => child.matches('h3, h4'))
    for (const [index, box] of boxes.entries()) {
      box.classList.remove('large', 'long')
      box.setAttribute('data-cle', `${key}-${index}`)
    }
    texte?.setAttribute('data-cle', `${key}-t`)
    const figure = texte?.querySelector('.graphique, .dessin') != null
    const chapo = row.matches('.chapo-rang')
    return () => ({
      kind: 'rang',
      chapo,
      ...(row.matches('.levier') && { lever: true }),
      ...(lone && { lone }),
      texte:
        texte &&
        unbroken(`${key}-t`, {
          text: text('text'),
          half: figure || chapo ? null : text('half'),
          page: chapo ? text('page') : null,
        }),
      boxes: boxes.map((box, index) =>
        unbroken(`${key}-${index}`, {
          margin: boxAt('margin', index, box),
          half: boxAt('half', index, box),
          // Figures stand one under another in the margin, or side by side across the page.
          text: isNarrow(box) && !lone ? null : boxAt('text', index, box),
          page: suitsPage(box, `${key}-${index}`) ? boxAt('page', index, box) : null,
        }),
      ),
    })

    /** Tells a picture that is as wide as the page. */
    function fills(key: string): boolean {
      const picture = at('page', key).querySelector(':scope.image > img')
      return picture !== null && picture.getBoundingClientRect().width > (columns.page - 1) * MM
    }

    /** Figures would leave half of a text's width white, and so would a picture that is higher than wide, alone or in a box. */
    function isNarrow(box: Element): boolean {
      return box.matches('[data-print~=figures], :has(.portrait)')
    }

    function suitsPage(box: Element, key: string): boolean {
      return (box.matches('[data-print]') && !box.querySelector('.portrait')) || fills(key)
    }

    /** Without the widths at which words of a table are broken; where they are at each, without the narrowest. */
    function unbroken<Width extends ColumnName>(
      key: string,
      flows: Record<Width, Flow | null>,
    ): typeof flows {
      const widths = Object.keys(flows) as Width[]
      const breaks = (width: Width) => at(width, key).querySelector('.mots-coupes') !== null
      const whole = widths.filter(width => flows[width] && !breaks(width))
      const wide = widths.filter(width => flows[width] && width !== 'margin')
      const good = whole.length > 0 ? whole : wide
      if (good.length === 0) return flows
      const unbrokenFlows = { ...flows }
      for (const width of widths) if (!good.includes(width)) unbrokenFlows[width] = null
      return unbrokenFlows
    }

    function text(width: TextWidth) {
      return measureFlow(at(width, `${key}-t`), figure || chapo ? Number.POSITIVE_INFINITY : 0)
    }

    function boxAt(width: BoxWidth, index: number, box: Element) {
      // Two columns are not cut; nor is what a page holds, but an example.
      const most = width === 'page' ? Number.POSITIVE_INFINITY : sheet.height
      return measureFlow(
        at(width, `${key}-${index}`),
        // A picture stays with the words of its box.
        width !== 'page' && box.matches('[data-print~=breaks]:not(:has(.image))') ? 0 : most,
      )
    }
  }
}

/** Sets each thing apart that does not stand in its text. @param host where it is measured */
function arrange(source: DocumentFragment, part: Element, host: Element, { columns }: PagingSheet): void {
  fitTitles(source, host)
  part.classList.add('composee')
  joinLastWords(source)
  keepPunctuation(source)
  setTablesApart(part, host, columns)
  // In a column a panorama would be a strip.
  for (const picture of part.querySelectorAll('.rang > .texte > .image:has(> .panorama)')) setApart(picture)
  // The others stand as a box does: in the margin, in one of two columns, under their text or across the page. They are read before boxes.
  const isAlone = columns.text === columns.page || part.matches('.texte-libre')
  if (!isAlone)
    for (const picture of part.querySelectorAll('.rang:not(.plein) > .texte > .image')) setBeside(picture)
  // A text whose end announces a block stands over it.
  for (const row of part.querySelectorAll('.rang:is(.plein, .figure)')) {
    const before = row.previousElementSibling
    const texte = before?.querySelector(':scope.rang > .texte:only-child')
    if (!before || !texte || !announce(row, texte)) continue
    if (texte.childElementCount === 0) before.remove()
  }
  // Supporters of the fiche stand under its resources, which end the page.
  const support = part.querySelector(':scope > .soutien')
  if (support?.previousElementSibling?.matches('.ressources-section'))
    support.previousElementSibling.append(support)
}

function setBeside(picture: Element): void {
  const row = picture.closest('.rang')
  if (!row) return
  let margin = row.querySelector(':scope > .marge')
  if (!margin) {
    margin = document.createElement('div')
    margin.className = 'marge'
    row.prepend(margin)
  }
  margin.insertBefore(picture, margin.querySelector(':scope > :not(.image)'))
  if (row.querySelector(':scope > .texte')?.childElementCount === 0)
    row.querySelector(':scope > .texte')?.remove()
}

/** In one column a row is its text, then each of its boxes. */
function stacked(element: Element): Element[] {
  if (!element.matches('.rang') || isPlein(element)) return [element]
  const asides = [...element.querySelectorAll(':scope > .marge > *, :scope > .large, :scope > .long')]
  for (const aside of asides) aside.classList.remove('large', 'long')
  element.append(...asides)
  element.querySelector(':scope > .marge')?.remove()
  return [...element.children]
}

/** A chart without its table is as wide as the text; stacked bars run across the page. */
function isPlein(row: Element): boolean {
  const narrow = ':scope > .graphique:not(:has(> .donnees), [data-type="barres-empilees"])'
  return row.matches('.plein') && !row.querySelector(narrow)
}

/** Heights of resources, in three columns or two, close or further apart. */
function looksOf(panel: Element): Record<string, number> {
  const usual = panel.className
  const looks = ['', 'ample', 'en-deux', 'en-deux ample'].map(look => {
    panel.className = `${usual} ${look}`
    return [look, panel.getBoundingClientRect().height / MM]
  })
  panel.className = usual
  return Object.fromEntries(looks)
}
