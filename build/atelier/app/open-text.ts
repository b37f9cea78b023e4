import { type SheetAtAGlance, sayInForm, settingForms, sheetAt } from '../../../src/kit/index.ts'
import type { Remedy } from '../worker/remedy.ts'
import type { Workbench } from '../worker/workbench.ts'
import { createBeside } from './beside.ts'
import type { Desk } from './desk.ts'
import { drawIn, h, hasFailed, type Notices, unbroken } from './dom.ts'
import { mountEditor } from './editor/editor.ts'
import { createHeadForm } from './forms/head-form.ts'
import { isPicture } from './forms/picture-form.ts'
import { createSettingForm } from './forms/setting-form.ts'
import { createImportReport } from './import-word.ts'
import type { SettledBy } from './merge.ts'
import { conflictView, createProblemsView, forAuthors } from './problems-view.ts'
import { createTextTools } from './text-tools.ts'

const TOOLS = 'Les outils du texte'
const HEAD = 'L’en-tête'
const SETTINGS = 'Les réglages'

/** Delays the search for remedies after a reading, in ms. */
const REMEDIES_MS = 500

type Options = Notices & {
  /** Names the kit in this browser. */
  kit: string
  desk: Desk
  workbench: Workbench
  styles: CSSStyleSheet
  picture(path: string): string | null
  onCounted(file: string, pages: number): void
  /** Shows another file at a place. */
  openAt(file: string, line: number, column?: number): void
  /** A fiche that was announced is to be written, or one that is written to be announced. */
  onStatut(sheet: SheetAtAGlance): void
}

/** Creates the place of an open text: its header as a form, the words, their problems, and the page beside them. */
export function createOpenText(options: Options) {
  const { desk, workbench } = options
  let path: string | null = null
  let remedies: Remedy[] = []
  const place = h('div.editeur')
  const titleOf = (slug: string) =>
    desk.reading().glance.sheets.find(sheet => sheet.slug === slug)?.titre ?? null
  const beside = createBeside({ ...options, titleOf, editor: () => editor })
  const editor = editorOn(place, options, { titleOf, tools: () => tools, onLine: follow })
  const headForm = createHeadForm({
    editor: () => editor,
    glance: () => desk.reading().glance,
    onStatut: options.onStatut,
  })
  const settingForm = createSettingForm({ editor: () => editor, choices: key => choicesOf(desk, key) })
  const goTo = (line: number, column?: number) => {
    const form = settingForm.isShown() ? settingForm : headForm
    if (!form.goTo(line, column) && !place.hidden) editor.goTo(line, column)
  }
  const problemsView = createProblemsView({
    goTo({ file, line, column }) {
      if (file === path) goTo(line, column)
      else options.openAt(file, line, column)
    },
    mend: editor.mend,
    say(problem) {
      const { name, field, message } = sayInForm(problem)
      const isElsewhere = problem.place.file !== path
      const where = isElsewhere
        ? [name, field].filter(Boolean).join(' › ')
        : field || headForm.labelOf(problem) || name
      return { where: where || 'Ici', message }
    },
  })
  const tools = createTextTools({ ...options, editor: () => editor, path: () => path })
  const report = createImportReport(options.kit, { text: () => editor.text(), goTo })
  const conflict = h('div')
  const heading = h('h1', { tabindex: '-1' })
  const text = h(
    'section.texte',
    { 'aria-label': 'Texte' },
    tools.element,
    conflict,
    h('div.page', headForm.element, settingForm.element, place),
    h('div.dessous', report.element, problemsView.element),
  )
  const element = h('main.fiche-ouverte', { hidden: true }, heading, text, beside.element)

  /** The cursor stands elsewhere, or the text changed. */
  function follow(): void {
    beside.follow()
    for (const [view, name, renew] of [
      [tools.element, TOOLS, tools.follow],
      [headForm.element, HEAD, headForm.refresh],
      [settingForm.element, SETTINGS, settingForm.refresh],
    ] as const)
      if (!hasFailed(view)) drawIn(view, name, renew, refresh)
  }

  let due: ReturnType<typeof setTimeout> | undefined
  let latestTurn = 0
  function refresh(): void {
    beside.refresh(path)
    if (path === null) return
    const file = path
    const { glance } = desk.reading()
    const sheet = sheetAt(glance, file)
    const titre = nameOf(desk, file)
    heading.textContent = sheet?.numero ? `${sheet.numero}. ${titre}` : titre
    const family = glance.familles.find(({ id }) => id === sheet?.famille)
    element.style.setProperty('--famille', family?.hex ?? '')
    drawIn(tools.element, TOOLS, () => {
      tools.element.inert = !desk.isWritable()
      tools.follow()
    })
    drawIn(headForm.element, HEAD, () => headForm.show(sheet ?? null), refresh)
    drawIn(settingForm.element, SETTINGS, () => settingForm.show(file), refresh)
    element.classList.toggle('reglages', settingForm.isShown())
    tellProblems()
    drawIn(conflict, 'Ce qui a changé ailleurs', () => showConflict(file))
    const turn = ++latestTurn
    clearTimeout(due)
    due = setTimeout(async () => {
      const latest = await workbench.remedies(file)
      if (turn !== latestTurn || path !== file) return
      remedies = latest
      tellProblems()
    }, REMEDIES_MS)
  }

  function tellProblems(): void {
    const all = forAuthors(desk.reading())
    const problems = all.filter(({ place: { file } }) => file === path)
    // An error in the settings stops the page of every fiche.
    const ofKit = all.filter(
      ({ severity, place: { file } }) => severity === 'erreur' && file !== path && file in settingForms,
    )
    drawIn(place, 'Le texte', () => editor.tell(problems, remedies))
    if (!hasFailed(headForm.element)) drawIn(headForm.element, HEAD, () => headForm.tell(problems), refresh)
    if (!hasFailed(settingForm.element))
      drawIn(settingForm.element, SETTINGS, () => settingForm.tell(problems), refresh)
    place.hidden = settingForm.isWhole()
    drawIn(problemsView.element, 'Les problèmes', () => problemsView.show([...problems, ...ofKit], remedies))
  }

  /** Has a choice done; one that takes the author's own words away gives them back. */
  function settled(file: string, choice: SettledBy, settle: () => Promise<void>): void {
    const mine = desk.bytesOf(file)
    void settle().then(() => {
      refresh()
      if (choice === 'theirs')
        options.say(
          `L’autre texte a pris la place du vôtre, dans « ${nameOf(desk, file)} ».`,
          () => void desk.replace(new Map([[file, mine]])),
          `choix ${file}`,
        )
    })
  }

  function showConflict(file: string): void {
    const theirs = desk.outside(file)
    conflict.replaceChildren()
    if (theirs === undefined) return
    conflict.append(
      conflictView(file, {
        overlaps: desk.overlaps(file),
        isRemoved: theirs === null,
        goTo,
        settle: which => settled(file, which, () => desk.settle(file, which)),
        settlePassage: (index, choice) =>
          settled(file, choice, () => desk.settlePassage(file, index, choice)),
      }),
    )
  }

  return {
    element,
    heading,
    report,
    /** Where things come and go. */
    root: place.shadowRoot ?? place,
    path: () => path,
    goTo,
    refresh,
    showReviews: beside.showReviews,
    addPicture: tools.addPicture,
    replace: editor.replace,
    /** @returns false for bytes that cannot be edited */
    show(file: string, bytes: Uint8Array): boolean {
      if (!editor.show(file, bytes)) return false
      if (path !== file) tools.showPage()
      path = file
      remedies = []
      element.hidden = false
      drawIn(report.element, 'Le relevé de l’import', () => report.show(file))
      return true
    },
    hide(): void {
      path = null
      element.hidden = true
    },
  }
}

/** A file by its title, or by the name of its settings. */
export const nameOf = (desk: Desk, file: string): string =>
  unbroken(sheetAt(desk.reading().glance, file)?.titre ?? settingForms[file]?.name ?? file)

function choicesOf(desk: Desk, key: string): Readonly<Record<string, string>> | null {
  const { couleurs } = desk.reading().glance
  const pictures = [...desk.files().keys()].filter(name => isPicture({ name }))
  const all = key === 'couleur' ? couleurs : key === 'logo' ? ['', ...pictures] : null
  return all && Object.fromEntries(all.map(name => [name, name]))
}

function editorOn(
  place: HTMLElement,
  { desk, workbench, picture, styles, say, clear }: Options,
  page: {
    titleOf(slug: string): string | null
    tools(): ReturnType<typeof createTextTools>
    onLine(): void
  },
) {
  const { titleOf, tools, onLine } = page
  return mountEditor(place, styles, {
    page: {
      picto: workbench.picto,
      picture,
      titleOf,
      change: at => tools().change(at),
      link: () => tools().link(),
    },
    glance: () => desk.reading().glance,
    isWritable: desk.isWritable,
    paste: {
      read: workbench.pasted,
      picture: file => void tools().addPicture(file),
      tell(remarks) {
        clear('collage')
        if (remarks.length > 0) say(`Collé. À vérifier :\n${remarks.join('\n')}`, undefined, 'collage')
      },
    },
    async copy(file, text) {
      const answer = await workbench.drawBlock(file, text)
      return 'html' in answer ? answer.html : null
    },
    onEdit: (file, bytes) => desk.edit(file, bytes),
    onLine,
    say: words => say(words, undefined, 'texte'),
  })
}
