import { plural } from '../../../../src/problems/index.ts'
import type { PageOfPart } from '../../../paper/index.ts'
import type { PressWindow } from '../../paper/press.ts'
import type { PaperPart, PaperSheets } from '../../worker/paper-press.ts'
import { h } from '../dom.ts'
import { lineOf, partOf } from '../text-lines.ts'
import type { PagedDocument } from './count-pages.ts'

/** The desk on which the sheets lie, trimmed. */
const desk = `html { background: #55555a; }
body { margin: 0; }
main { zoom: var(--echelle); }
main[hidden] { display: block; visibility: hidden; zoom: 1; position: absolute; }
.pagedjs_pages { display: flex; flex-wrap: wrap; justify-content: center; gap: 4mm; padding: 6mm; }
.pagedjs_page { flex: none; margin: calc(var(--fond-perdu) * -1); clip-path: inset(var(--fond-perdu)); background: var(--papier); cursor: text; }
.vise { outline: 2px solid #162f68; outline-offset: 3px; }`

/** Width of a sheet and what lies around it, in CSS pixels. */
const SHEET = 850

/** The sheets of a text as they will be printed, and what there is to say of them. */
export function createSheetsView(goTo: (line: number) => void) {
  const size = h('p.tient', { role: 'status' })
  // Many notes scroll: the keyboard reaches them.
  const notes = h('ul.bouts', { tabindex: '0', 'aria-label': 'Remarques sur les feuilles' })
  const frame = h('iframe', {
    title: 'Feuilles imprimées',
    src: 'presse.html',
    sandbox: 'allow-same-origin allow-scripts',
  })
  const screen = h('div.ecran', frame)
  let lines: PaperPart['lines'] = []
  let headings: HeadingPage[] = []
  let moves: string[] = []
  let shownId = ''
  let look = ''
  const loaded = new Promise<PressWindow>(done =>
    frame.addEventListener('load', () => {
      const inside = frame.contentWindow as PressWindow | null
      if (!inside) return
      inside.document.addEventListener('click', click)
      done(inside)
    }),
  )
  new ResizeObserver(() => void loaded.then(resize)).observe(screen)

  function resize({ document }: PressWindow): void {
    const scale = Math.min(1, screen.clientWidth / SHEET)
    document.documentElement.style.setProperty('--echelle', String(scale))
  }

  function click(event: MouseEvent): void {
    event.preventDefault()
    const line = lineOf(lines, event.target as Element | null)
    if (line !== undefined) goTo(line)
  }

  function say(text: string): void {
    if (size.textContent !== text) size.textContent = text
  }

  return {
    element: h('div.feuilles', size, notes, screen),
    async show(
      kind: 'fiche' | 'page',
      text: { counted: PagedDocument; sheets: PaperSheets } | null,
    ): Promise<void> {
      if (!text) {
        say('Ce texte n’est pas imprimé.')
        return
      }
      const { counted, sheets } = text
      const { styles } = counted
      const inside = await loaded
      lines = counted.lines
      const css = `${styles.fonts}\n${styles.content}\n${styles.assembly}\n${desk}`
      if (look !== css) await inside.press.dress(css)
      look = css
      resize(inside)
      const { documentElement: root } = inside.document
      const top = root.scrollTop
      await inside.press.lay(sheets.html, styles.page, sheets.first)
      root.scrollTop = top
      const nextHeadings = headingsIn(inside.document)
      const same = shownId === counted.id
      const nextMoves = same ? movesOf(headings, nextHeadings, sheets.first) : []
      if (!same || nextMoves.length > 0) moves = nextMoves
      headings = nextHeadings
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
    tell(text: string): void {
      say(text)
      notes.replaceChildren()
      // Removes the sheets of another text, or of a former state.
      frame.contentDocument?.body.replaceChildren()
      shownId = ''
    },
    follow(line: number): void {
      const inside = frame.contentDocument
      for (const element of inside?.querySelectorAll('.vise') ?? []) element.classList.remove('vise')
      const block = partOf(lines, inside, line)
      block?.classList.add('vise')
      block?.scrollIntoView({ block: 'center' })
    },
  }
}

function headingsIn(inside: Document): HeadingPage[] {
  return [...inside.querySelectorAll('.zone')].flatMap((page, index) =>
    [...page.querySelectorAll('h2, h3')].flatMap(heading => {
      const id = heading.id || heading.closest('.zone [id]')?.id || ''
      const titre = (heading.textContent ?? '').trim()
      return id && titre && !heading.hasAttribute('data-coupe-haut')
        ? [{ id: `${id} ${titre}`, titre, page: index + 1 }]
        : []
    }),
  )
}

const PX = 96 / 25.4
/** White at the foot of a page that the report of a release tells of, in mm. */
const HOLE = 27
/** Part of a page under which its text would almost fit the pages before it. */
const LITTLE = 0.25

function sizeOf(kind: 'fiche' | 'page', pages: readonly PageOfPart[], first: number): string {
  const last = first + pages.length - 1
  const where = pages.length > 1 ? `${first} à ${last}` : `p. ${first}`
  return `${kind === 'fiche' ? 'Cette fiche' : 'Ce texte'} tient en ${plural(pages.length, 'page')} (${where}).`
}

/** Says how full the pages end, a sentence for each that deserves a look. `height`: of the text area, in mm; `first`: first folio. */
export function endsOf(
  pages: readonly Pick<PageOfPart, 'bottom' | 'heading'>[],
  height: number,
  first: number,
): string[] {
  return pages.flatMap(({ bottom, heading }, index) => {
    const share = bottom / PX / height
    const page = `Page ${first + index}`
    const remarks: string[] = []
    if (heading !== null) remarks.push(`${page} : le titre « ${heading} » reste seul en bas.`)
    if (index === pages.length - 1) {
      if (index > 0) remarks.push(`La dernière page est remplie à ${Math.round(share * 100)} %.`)
      if (index > 0 && share < LITTLE)
        remarks.push(`Un peu plus court, le texte tiendrait en ${plural(pages.length - 1, 'page')}.`)
    } else if (height * (1 - share) > HOLE)
      remarks.push(`${page} : ${Math.round((height * (1 - share)) / 10)} cm de blanc en bas.`)
    return remarks
  })
}

/** A heading of a document, and the page on which it begins, from 1 inside it. */
type HeadingPage = { id: string; titre: string; page: number }

/** Says which headings stand on another page than before, a sentence each. */
function movesOf(before: readonly HeadingPage[], after: readonly HeadingPage[], first: number): string[] {
  const formerPages = new Map(before.map(({ id, page }) => [id, page]))
  return after.flatMap(({ id, titre, page }) => {
    const former = formerPages.get(id)
    return former === undefined || former === page
      ? []
      : [`« ${titre} » passe de la page ${first + former - 1} à la page ${first + page - 1}.`]
  })
}
