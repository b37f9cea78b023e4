import { sheetAt } from '../../../../src/kit/index.ts'
import { messageOf } from '../../../../src/problems/index.ts'
import type { Workbench } from '../../worker/workbench.ts'
import type { Desk } from '../desk.ts'
import { h } from '../dom.ts'
import type { openPageCounter } from './count-pages.ts'
import type { createSheetsView } from './sheets-view.ts'

/** Creates the place of the sheets; what cuts and shows them is loaded when first needed. */
export function createPaperPlace(options: {
  desk: Desk
  workbench: Workbench
  picture(path: string): string | null
  onCounted(file: string, pages: number): void
  goTo(line: number): void
}) {
  const { desk, workbench, picture, onCounted } = options
  const element = h('div.papier', { hidden: true })
  let counter: ReturnType<typeof openPageCounter> | null = null
  let sheets: ReturnType<typeof createSheetsView> | null = null

  const openCounter = () => {
    counter ??= import('./count-pages.ts').then(({ openPageCounter }) => openPageCounter(workbench, picture))
    return counter
  }

  async function openSheets() {
    const { createSheetsView } = await import('./sheets-view.ts')
    sheets ??= createSheetsView(options.goTo)
    element.replaceChildren(sheets.element)
    sheets.tell('Mise en pages…')
    return sheets
  }

  return {
    element,
    /** Shows the sheets of a text. `goesOn`: false once another text, or another state of it, is to be shown. */
    async show(file: string, goesOn: () => boolean): Promise<void> {
      const view = sheets ?? (await openSheets())
      try {
        const [documents, { LONGEST, withPictures }] = await Promise.all([
          workbench.paperDocuments(),
          import('./count-pages.ts'),
        ])
        const document = documents.find(document => document.file === file)
        if (!goesOn()) return
        if (document && document.mots > LONGEST) return view.tell(tooLong(document.mots, LONGEST))
        const counted = document && (await (await openCounter()).count(document.id))
        const paper = counted && (await workbench.paperSheets(counted.id))
        const html = paper && (await withPictures(paper.html, picture)).html
        if (!goesOn()) return
        if (counted) onCounted(file, counted.pages.length)
        const shown = counted && paper && html ? { counted, sheets: { ...paper, html } } : null
        await view.show(sheetAt(desk.reading().glance, file)?.kind ?? 'page', shown)
      } catch (error) {
        if (goesOn()) view.tell(`Pas de feuilles tant que ce texte a des erreurs : ${messageOf(error)}`)
      }
    },
    /** Counts the pages of all texts. */
    async countAll(goesOn: () => boolean): Promise<void> {
      await (await openCounter()).countAll(
        goesOn,
        ({ file }, pages) => file !== null && onCounted(file, pages),
      )
    },
    follow: (line: number) => sheets?.follow(line),
  }
}

const tooLong = (mots: number, limit: number) =>
  `Ce texte a ${mots.toLocaleString('fr-FR')} mots : au-delà de ${limit.toLocaleString('fr-FR')}, ses feuilles ne sont pas montrées pendant la saisie, qu’elles ralentiraient. Ses pages sont comptées quand le kit est fabriqué.`
