import { type EditorView, WidgetType } from '@codemirror/view'
import { tableOf } from '../../../../src/text/index.ts'
import { drawingsIn, h } from '../dom.ts'

/** What the page knows of the kit, and what its signs do when they are pressed. */
export type PageContext = {
  /** The shapes of a pictogram, as SVG; null: there is none of that name. */
  picto(name: string): Promise<string | null>
  /** The address of a picture of the kit in this browser. */
  picture(path: string): string | null
  /** The title of a fiche or page; null: the kit has none of that name. */
  titleOf(slug: string): string | null
  /** Opens the form of what stands at an offset: a block, a table, a picture, a lever. */
  change(at: number): void
  /** Asks for a link at the cursor. */
  link(): void
}

/** Draws an element in the place of some text. Two with the same key are the same element. */
class Sign extends WidgetType {
  readonly key: string
  readonly draw: (view: EditorView) => HTMLElement
  constructor(key: string, draw: (view: EditorView) => HTMLElement) {
    super()
    this.key = key
    this.draw = draw
  }
  override eq(other: Sign): boolean {
    return other.key === this.key
  }
  override toDOM(view: EditorView): HTMLElement {
    return this.draw(view)
  }
  override ignoreEvent(): boolean {
    return true
  }
}

/** A button in the text, which acts where it stands. Keys reach the same by the bar. */
export function pressed(
  view: EditorView,
  label: string,
  act: (at: number) => void,
  ...inside: (Node | string)[]
) {
  const element: HTMLButtonElement = h(
    'button.signe',
    {
      type: 'button',
      tabindex: '-1',
      'aria-label': label,
      title: label,
      onclick: () => act(view.posAtDOM(element)),
    },
    ...inside,
  )
  return element
}

/** The drawing of a pictogram, which comes a moment later. */
export function drawn(name: string, picto: PageContext['picto']): HTMLElement {
  const place = h('span.picto')
  void picto(name).then(svg => {
    const shapes = drawingsIn(svg ?? '')
    for (const shape of shapes) shape.setAttribute('viewBox', '0 0 24 24')
    place.replaceChildren(...shapes)
  })
  return place
}

/** The signs of a mark of attributes, `{picto=search #reperer}`. */
export const markSign = (mark: string, context: PageContext) =>
  new Sign(mark, view => {
    const words = mark.replace(/[{}]/g, '').trim().split(/\s+/)
    return h(
      'span.marque',
      ...words.map(word => {
        const [, name] = /^picto=(.*)/.exec(word) ?? []
        if (name !== undefined)
          return pressed(view, `Pictogramme : ${name}`, context.change, drawn(name, context.picto))
        if (word.startsWith('.')) return h('span.etiquette', word.slice(1))
        return h(
          'span.ancre',
          { title: `Adresse : ${word}`, role: 'img', 'aria-label': 'adresse écrite' },
          '#',
        )
      }),
    )
  })

/** The name of a block, which opens its form. */
export const blockSign = (label: string, context: PageContext) =>
  new Sign(`bloc ${label}`, view =>
    h('span.tete', pressed(view, `Modifier : ${label}`, context.change, label)),
  )

/** A table as it is read; it is changed in its form. */
export const tableSign = (source: string, isInBlock: boolean, context: PageContext) =>
  new Sign(`${isInBlock} ${source}`, view => {
    const row = (name: 'th' | 'td') => (cells: readonly string[]) =>
      h('tr', ...cells.map(cell => h(name, name === 'th' ? { scope: 'col' } : null, cell)))
    const [head = [], ...body] = tableOf(source)
    return h(
      isInBlock ? 'div.tableau.dans-bloc' : 'div.tableau',
      h('table', h('thead', row('th')(head)), h('tbody', ...body.map(row('td')))),
      pressed(view, 'Modifier le tableau', context.change, 'Modifier le tableau'),
    )
  })

export const pictureSign = (path: string, alt: string, { picture }: PageContext) => {
  const address = picture(path)
  return new Sign(`${path} ${alt} ${address}`, () =>
    h('span.image', address !== null && h('img', { src: address, alt: '' }), h('span.legende', alt)),
  )
}

export const wordsSign = (name: string, words: string) =>
  new Sign(words, () => h(`span`, { class: name }, words))
