import { plural } from '../../../../src/french.ts'
import type { PaperPart, PaperSheets, PaperStyles } from '../../worker/paper-press.ts'
import { h } from '../dom.ts'
import type { Counted } from './count-pages.ts'
import { endsOf, movesOf, type Placed, sizeOf } from './page-ends.ts'

/** The desk on which the sheets lie, trimmed. */
const desk = `html { background: #55555a; }
body { display: flex; flex-wrap: wrap; justify-content: center; gap: 4mm; padding: 6mm; margin: 0; }
body > .page { flex: none; margin: calc(var(--fond-perdu) * -1); clip-path: inset(var(--fond-perdu)); cursor: text; }
.vise { outline: 2px solid #162f68; outline-offset: 3px; }`

/** Width of a sheet and what lies around it, in CSS pixels. */
const SHEET = 850

export type SheetsView = {
  element: HTMLElement
  show(
    kind: 'fiche' | 'page',
    shown: { counted: Counted; sheets: PaperSheets; styles: PaperStyles } | null,
  ): void
  /** Says why there are no sheets. */
  tell(text: string): void
  /** Brings what a line of the file became into view. */
  follow(line: number): void
}

/** The sheets of a text as they will be printed, and what there is to say of them. */
export function createSheetsView(goTo: (line: number) => void): SheetsView {
  const size = h('p.tient', { role: 'status' })
  // Many notes scroll: the keyboard reaches them.
  const notes = h('ul.bouts', { tabindex: '0', 'aria-label': 'Remarques sur les feuilles' })
  const frame = h('iframe', {
    title: 'Feuilles imprimées',
    src: 'feuilles.html',
    sandbox: 'allow-same-origin',
  })
  const screen = h('div.ecran', frame)
  let lines: PaperPart['lines'] = []
  let placed: Placed[] = []
  let moves: string[] = []
  let shownId = ''
  const dressed = h('style')
  const loaded = new Promise<Document>(done =>
    frame.addEventListener('load', () => {
      const inside = frame.contentDocument
      if (!inside) return
      inside.addEventListener('click', click)
      done(inside)
    }),
  )
  new ResizeObserver(() => void loaded.then(resize)).observe(screen)

  function resize(inside: Document): void {
    const scale = Math.min(1, screen.clientWidth / SHEET)
    inside.body.style.zoom = String(scale)
  }

  function click(event: MouseEvent): void {
    event.preventDefault()
    const block = (event.target as Element | null)?.closest('[data-b]')
    const line = lines.find(([number]) => number === Number(block?.getAttribute('data-b')))?.[1]
    if (block && line !== undefined) goTo(line)
  }

  function say(text: string): void {
    if (size.textContent !== text) size.textContent = text
  }

  return {
    element: h('div.feuilles', size, notes, screen),
    async show(kind, shown) {
      if (!shown) {
        say('Ce texte n’est pas imprimé.')
        return
      }
      const { counted, sheets, styles } = shown
      const inside = await loaded
      lines = counted.lines
      const css = `${styles.fonts}\n${styles.content}\n${styles.assembly}\n${desk}`
      if (dressed.textContent !== css) dressed.textContent = css
      if (!dressed.isConnected) inside.head.append(inside.adoptNode(dressed))
      const top = inside.documentElement.scrollTop
      inside.body.replaceChildren(pagesIn(inside, sheets.html))
      resize(inside)
      inside.documentElement.scrollTop = top
      const now = headingsIn(inside)
      const same = shownId === counted.id
      const moved = same ? movesOf(placed, now, sheets.first) : []
      if (!same || moved.length > 0) moves = moved
      placed = now
      shownId = counted.id
      say(counted.faults.length > 0 ? 'Ces pages ont un défaut.' : sizeOf(kind, counted.pages, sheets.first))
      const provisional =
        sheets.uncounted > 0
          ? [`Numéros provisoires : ${plural(sheets.uncounted, 'texte')} à compter encore.`]
          : []
      notes.replaceChildren(
        ...counted.faults.map(text => h('li.faux', `${text}.`)),
        ...[...endsOf(counted.pages, styles.plan.zone.height, sheets.first), ...moves, ...provisional].map(
          text => h('li', text),
        ),
      )
    },
    tell(text) {
      say(text)
      notes.replaceChildren()
      // Those of another text, or of this one as it was, would be taken for its own.
      frame.contentDocument?.body.replaceChildren()
      shownId = ''
    },
    follow(line) {
      const inside = frame.contentDocument
      const number = lines.findLast(([, begun]) => begun <= line)?.[0]
      for (const one of inside?.querySelectorAll('.vise') ?? []) one.classList.remove('vise')
      const block = number === undefined ? null : inside?.querySelector(`[data-b="${number}"]`)
      block?.classList.add('vise')
      block?.scrollIntoView({ block: 'center' })
    },
  }
}

/** The sheets as nodes, by the policy of their frame: pieces say in a `style` where they stand, and no script runs. */
function pagesIn(inside: Document, html: string): DocumentFragment {
  const parsed = inside.createElement('template')
  parsed.innerHTML = html
  return parsed.content
}

function headingsIn(inside: Document): Placed[] {
  return [...inside.querySelectorAll('.page')].flatMap((page, index) =>
    [...page.querySelectorAll('h2, h3')].flatMap(heading => {
      const id = heading.id || heading.closest('[id]')?.id || ''
      const titre = (heading.textContent ?? '').trim()
      return id && titre && !heading.hasAttribute('data-split-from')
        ? [{ id: `${id} ${titre}`, titre, page: index + 1 }]
        : []
    }),
  )
}
