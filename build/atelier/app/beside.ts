import { type SheetAtAGlance, sheetAt } from '../../../src/kit/index.ts'
import { messageOf } from '../../../src/problems/index.ts'
import { mediaTypeOf } from '../../../src/text/index.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { h, oneOf, type Say } from './dom.ts'
import type { Editor } from './editor/editor.ts'
import type { openPageCounter } from './paper/count-pages.ts'
import type { createSheetsView } from './paper/sheets-view.ts'
import { createPreview } from './preview.ts'
import { createReviewsView } from './review/reviews-view.ts'

/** Delays the cutting of sheets after a reading, in ms: none is cut while keys come. */
const PAPER_MS = 350
const FOLLOW_MS = 150
/** Delays the count of pages of the other texts after the last change, in ms. */
const IDLE_MS = 2500

/** Creates the panel beside the text: its page on the site, or its sheets, whose code is loaded when first needed. */
export function createBeside(options: {
  workbench: Workbench
  editor(): Editor
  picture(path: string): string | null
  titleOf(slug: string): string | null
  onCounted(file: string, pages: number): void
  desk: Desk
  say: Say
}) {
  const { workbench, editor, picture, desk } = options
  const sheetOf = (file: string) => sheetAt(desk.reading().glance, file)
  let file: string | null = null
  let shows: 'site' | 'papier' | 'relecture' = 'site'
  let turn = 0
  let due: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  let counter: ReturnType<typeof openPageCounter> | null = null
  let sheets: ReturnType<typeof createSheetsView> | null = null
  const preview = createPreview({ picture, source: () => editor().text(), goTo: line => editor().goTo(line) })
  const place = h('div.papier', { hidden: true })

  const choose = (next: typeof shows) => {
    shows = next
    preview.element.hidden = next !== 'site'
    place.hidden = next !== 'papier'
    reviews.element.hidden = next !== 'relecture'
    refresh(file)
  }
  const choices = oneOf('À côté du texte', [
    ['Page du site', () => choose('site')],
    ['Feuilles', () => choose('papier')],
    ['Relecture', () => choose('relecture')],
  ])
  const reviewChoice = choices.querySelector<HTMLButtonElement>('button:last-child')
  const reviews = createReviewsView({
    ...options,
    onCounted(open) {
      if (reviewChoice) reviewChoice.textContent = open > 0 ? `Relecture (${open})` : 'Relecture'
    },
  })

  const count = () => {
    counter ??= import('./paper/count-pages.ts').then(({ openPageCounter }) =>
      openPageCounter(workbench, picture),
    )
    return counter
  }

  function refresh(next: string | null): void {
    file = next
    const refreshTurn = ++turn
    clearTimeout(due)
    clearTimeout(idle)
    idle = setTimeout(() => void countOthers(refreshTurn), IDLE_MS)
    void reviews.refresh(next)
    if (next === null) return
    if (shows === 'papier') due = setTimeout(() => void showSheets(next, refreshTurn), PAPER_MS)
    else if (shows === 'site')
      workbench
        .webPage(next)
        // Its problems say why it cannot be rendered.
        .catch(() => null)
        .then(page => {
          if (refreshTurn !== turn) return
          preview.show(next, page, whyNoPage(sheetOf(next)))
          follow()
        })
  }

  function follow(): void {
    clearTimeout(resting)
    resting = setTimeout(() => {
      const line = editor().line()
      if (shows === 'site') preview.follow(line)
      else if (shows === 'papier') sheets?.follow(line)
      else reviews.follow()
    }, FOLLOW_MS)
  }

  async function showSheets(path: string, refreshTurn: number): Promise<void> {
    if (!sheets) {
      const { createSheetsView } = await import('./paper/sheets-view.ts')
      sheets ??= createSheetsView(line => editor().goTo(line))
      place.replaceChildren(sheets.element)
      sheets.tell('Mise en pages…')
    }
    try {
      const [documents, { LONGEST, withPictures }] = await Promise.all([
        workbench.paperDocuments(),
        import('./paper/count-pages.ts'),
      ])
      const document = documents.find(document => document.file === path)
      if (refreshTurn !== turn) return
      if (document && document.mots > LONGEST) return sheets.tell(tooLong(document.mots, LONGEST))
      const counted = document && (await (await count()).count(document.id))
      const paper = counted && (await workbench.paperSheets(counted.id))
      const html = paper && (await withPictures(paper.html, picture)).html
      if (refreshTurn !== turn) return
      if (counted) options.onCounted(path, counted.pages.length)
      const shown = counted && paper && html ? { counted, sheets: { ...paper, html } } : null
      await sheets.show(sheetOf(path)?.kind ?? 'page', shown)
    } catch (error) {
      if (refreshTurn === turn)
        sheets.tell(`Pas de feuilles tant que ce texte a des erreurs : ${messageOf(error)}`)
    }
  }

  /** The pages of all texts, while nobody writes. */
  async function countOthers(refreshTurn: number): Promise<void> {
    if (file !== null && shows !== 'papier') return
    await (await count()).countAll(
      () => refreshTurn === turn,
      (document, pages) => document.file !== null && options.onCounted(document.file, pages),
    )
    if (refreshTurn === turn && file !== null) void showSheets(file, refreshTurn)
  }

  return {
    element: h('div.a-cote', choices, preview.element, place, reviews.element),
    /** Shows what reviewers say of the fiche. */
    showReviews: () => reviewChoice?.click(),
    /** The kit was read anew, or another file is shown; null: the kit at a glance is. */
    refresh,
    /** The cursor stands on another line. */
    follow,
  }
}

function whyNoPage(sheet: SheetAtAGlance | undefined): string {
  if (!sheet) return 'Ce fichier n’a pas de page.'
  return sheet.statut === 'a-paraitre'
    ? 'Une fiche annoncée n’a pas encore de page.'
    : 'Pas de page tant que ce texte, ou les réglages du kit, ont des erreurs.'
}

const tooLong = (mots: number, limit: number) =>
  `Ce texte a ${mots.toLocaleString('fr-FR')} mots : au-delà de ${limit.toLocaleString('fr-FR')}, ses feuilles ne sont pas montrées pendant la saisie, qu’elles ralentiraient. Ses pages sont comptées quand le kit est fabriqué.`

/** Gives pictures of the kit addresses in this page's memory; null: there is no such file. */
export function kitPictures(bytesOf: (file: string) => Uint8Array | null): (file: string) => string | null {
  const objectUrls = new Map<string, { bytes: Uint8Array; address: string }>()
  return file => {
    const bytes = bytesOf(file)
    if (!bytes) return null
    const former = objectUrls.get(file)
    if (former?.bytes === bytes) return former.address
    if (former) URL.revokeObjectURL(former.address)
    const type = mediaTypeOf(file) ?? ''
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
    objectUrls.set(file, { bytes, address })
    return address
  }
}
