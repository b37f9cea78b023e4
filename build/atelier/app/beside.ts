import { type SheetAtAGlance, sayInForm, sheetAt } from '../../../src/kit/index.ts'
import { mediaTypeOf } from '../../../src/text/index.ts'
import type { KitReading, Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { drawIn, h, oneOf, type Say } from './dom.ts'
import type { Editor } from './editor/editor.ts'
import { createPaperPlace } from './paper/paper-place.ts'
import { createPreview } from './preview.ts'
import { createReviewsView } from './review/reviews-view.ts'

/** Delays the cutting of sheets after a reading, in ms: none is cut while keys come. */
const PAPER_MS = 350
const FOLLOW_MS = 150
/** Delays the count of pages of the other texts after the last change, in ms. */
const IDLE_MS = 2500

/** Creates the panel beside the text: its page on the site, or its sheets, or what reviewers say of it. */
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
  const preview = createPreview({ picture, source: () => editor().text(), goTo: line => editor().goTo(line) })
  const paper = createPaperPlace({ ...options, goTo: line => editor().goTo(line) })

  const choose = (next: typeof shows) => {
    shows = next
    preview.element.hidden = next !== 'site'
    paper.element.hidden = next !== 'papier'
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

  function refresh(next: string | null): void {
    file = next
    const refreshTurn = ++turn
    clearTimeout(due)
    clearTimeout(idle)
    idle = setTimeout(() => void countOthers(refreshTurn), IDLE_MS)
    void reviews.refresh(next)
    if (next === null) return
    if (shows === 'papier') due = setTimeout(() => showSheets(next, () => refreshTurn === turn), PAPER_MS)
    else if (shows === 'site')
      workbench
        .webPage(next)
        // Its problems say why it cannot be rendered.
        .catch(() => null)
        .then(page => {
          if (refreshTurn !== turn) return
          drawIn(preview.element, 'La page du site', () =>
            preview.show(next, page, whyNoPage(sheetOf(next), desk.reading())),
          )
          follow()
        })
  }

  function follow(): void {
    clearTimeout(resting)
    resting = setTimeout(() => {
      const line = editor().line()
      if (shows === 'site') preview.follow(line)
      else if (shows === 'papier') paper.follow(line)
      else reviews.follow()
    }, FOLLOW_MS)
  }

  /** The pages of all texts, while nobody writes. */
  async function countOthers(refreshTurn: number): Promise<void> {
    if (file !== null && shows !== 'papier') return
    const goesOn = () => refreshTurn === turn
    await paper.countAll(goesOn)
    if (goesOn() && file !== null) showSheets(file, goesOn)
  }

  function showSheets(of: string, goesOn: () => boolean): void {
    const fail = (error: unknown) => () => {
      throw error
    }
    const tell = (draw: () => void) => drawIn(paper.element, 'Les feuilles', draw, () => refresh(of))
    paper.show(of, goesOn).then(
      () => tell(() => {}),
      error => tell(fail(error)),
    )
  }

  return {
    element: h('div.a-cote', choices, preview.element, paper.element, reviews.element),
    /** Shows what reviewers say of the fiche. */
    showReviews: () => reviewChoice?.click(),
    /** The kit was read anew, or another file is shown; null: the kit at a glance is. */
    refresh,
    /** The cursor stands on another line. */
    follow,
  }
}

function whyNoPage(sheet: SheetAtAGlance | undefined, { problems }: KitReading): string {
  if (!sheet) return 'Ce fichier n’a pas de page.'
  if (sheet.statut === 'a-paraitre') return 'Une fiche annoncée n’a pas encore de page.'
  const errors = problems.filter(({ severity }) => severity === 'erreur')
  const error = errors.find(({ place }) => place.file === sheet.file) ?? errors[0]
  if (!error) return 'Pas de page tant que ce texte a des erreurs.'
  const { name, field, message } = sayInForm(error)
  const where = error.place.file === sheet.file ? 'Ce texte' : name || error.place.file
  return `Pas de page tant que reste cette erreur. ${[where, field].filter(Boolean).join(' › ')} : ${message}`
}

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
