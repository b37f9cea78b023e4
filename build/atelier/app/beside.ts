import type { SheetAtAGlance } from '../../../src/content/glance.ts'
import { messageOf } from '../../../src/diagnostics/diagnostic.ts'
import type { Workbench } from '../worker/workbench.ts'
import { h, oneOf } from './dom.ts'
import type { Editor } from './editor/editor.ts'
import type { PageCounter } from './paper/count-pages.ts'
import type { SheetsView } from './paper/sheets-view.ts'
import { createPreview } from './preview.ts'

/** How long after a reading sheets are cut, in ms: while keys come, none is. */
const PAPER_MS = 350
/** How long the cursor rests before what stands beside it is shown, in ms. */
const FOLLOW_MS = 150
/** How long nothing happens before the pages of the other texts are counted, in ms. */
const IDLE_MS = 2500

export type Beside = {
  element: HTMLElement
  /** The kit was read anew, or another file is shown; null: the kit at a glance is. */
  refresh(file: string | null): void
  /** The cursor stands on another line. */
  follow(): void
}

/** What stands beside the text: its page on the site, or its sheets. What pages are cut with is loaded when it is first needed.
 *  @param options `picture`: the address of a picture of the kit in this page's memory; `onCounted`: called for each file whose
 *  pages are counted */
export function createBeside(options: {
  workbench: Workbench
  editor(): Editor
  picture(path: string): string | null
  sheetOf(file: string): SheetAtAGlance | undefined
  onCounted(file: string, pages: number): void
}): Beside {
  const { workbench, editor, picture } = options
  let file: string | null = null
  let shows: 'site' | 'papier' = 'site'
  let turn = 0
  let due: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  let counter: Promise<PageCounter> | null = null
  let sheets: SheetsView | null = null
  const preview = createPreview({ picture, source: () => editor().text(), goTo: line => editor().goTo(line) })
  const place = h('div.papier', { hidden: true })

  const choose = (next: typeof shows) => {
    shows = next
    preview.element.hidden = next !== 'site'
    place.hidden = next !== 'papier'
    refresh(file)
  }
  const choices = oneOf('À côté du texte', [
    ['Page du site', () => choose('site')],
    ['Feuilles', () => choose('papier')],
  ])

  const count = () => {
    counter ??= import('./paper/count-pages.ts').then(({ openPageCounter }) =>
      openPageCounter(workbench, picture),
    )
    return counter
  }

  function refresh(next: string | null): void {
    file = next
    const asked = ++turn
    clearTimeout(due)
    clearTimeout(idle)
    idle = setTimeout(() => void countOthers(asked), IDLE_MS)
    if (next === null) return
    if (shows === 'papier') due = setTimeout(() => void showSheets(next, asked), PAPER_MS)
    else
      workbench
        .webPage(next)
        // What cannot be rendered has problems, which say why.
        .catch(() => null)
        .then(page => asked === turn && preview.show(next, page, whyNoPage(options.sheetOf(next))))
  }

  async function showSheets(shown: string, asked: number): Promise<void> {
    if (!sheets) {
      const { createSheetsView } = await import('./paper/sheets-view.ts')
      sheets ??= createSheetsView(line => editor().goTo(line))
      place.replaceChildren(sheets.element)
      sheets.tell('Mise en pages…')
    }
    try {
      const document = (await workbench.paperDocuments()).find(one => one.file === shown)
      const { LONGEST } = await import('./paper/count-pages.ts')
      if (asked !== turn) return
      if (document && document.mots > LONGEST) {
        sheets.tell(tooLong(document.mots, LONGEST))
        return
      }
      const counted = document && (await (await count()).count(document.id))
      const styles = await workbench.paperStyles()
      const paperSheets = document && (await workbench.paperSheets(document.id))
      if (asked !== turn) return
      if (counted) options.onCounted(shown, counted.pages.length)
      sheets.show(
        options.sheetOf(shown)?.kind ?? 'page',
        counted && paperSheets && styles ? { counted, sheets: paperSheets, styles } : null,
      )
    } catch (error) {
      if (asked === turn) sheets.tell(`Pas de feuilles tant que ce texte a des erreurs : ${messageOf(error)}`)
    }
  }

  /** The pages of all texts, while nobody writes. */
  async function countOthers(asked: number): Promise<void> {
    if (file !== null && shows !== 'papier') return
    await (await count()).countAll(
      () => asked === turn,
      (document, pages) => document.file !== null && options.onCounted(document.file, pages),
    )
    // The numbers of the pages are known now.
    if (asked === turn && file !== null) void showSheets(file, asked)
  }

  return {
    element: h('div.a-cote', choices, preview.element, place),
    refresh,
    follow() {
      clearTimeout(resting)
      resting = setTimeout(() => {
        const { number, text } = editor().line()
        if (shows === 'site') preview.follow(text)
        else sheets?.follow(number)
      }, FOLLOW_MS)
    },
  }
}

function whyNoPage(sheet: SheetAtAGlance | undefined): string {
  if (!sheet) return 'Ce fichier n’a pas de page.'
  return sheet.statut === 'a-paraitre'
    ? 'Une fiche annoncée n’a pas encore de page.'
    : 'Pas de page tant que ce texte ou kit.yaml a des erreurs.'
}

const tooLong = (mots: number, most: number) =>
  `Ce texte a ${mots.toLocaleString('fr-FR')} mots : au-delà de ${most.toLocaleString('fr-FR')}, ses feuilles ne se montrent pas pendant qu’on écrit, car elles retiendraient la frappe. Ses pages se comptent quand le kit est fabriqué.`
