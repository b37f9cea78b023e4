import type { Ask } from '../shelf/server-shelf.ts'
import type { Remedy } from '../worker/remedy.ts'
import type { Workbench } from '../worker/workbench.ts'
import { createBeside, kitPictures } from './beside.ts'
import { createDeedsView } from './deeds-view.ts'
import { type Desk, READ_ONLY } from './desk.ts'
import { button, closeMenus, createNotices, h, keepFocus, unbroken } from './dom.ts'
import { closeKit } from './drafts.ts'
import { mountEditor } from './editor/editor.ts'
import { createHeadForm } from './forms/head-form.ts'
import { isPicture } from './forms/picture-form.ts'
import { createSettingForm, sayInSettings, settings } from './forms/setting-form.ts'
import { glanceView, hasKit, rowOf, type SheetDeed, showAnew, tellPages } from './glance-view.ts'
import { createImport, createImportReport, refusalOf } from './import-word.ts'
import { askForNewKit } from './opening.ts'
import { showPictures } from './pictures-view.ts'
import { conflictView, createProblemsView, forAuthors } from './problems-view.ts'
import { reviewTaker } from './review/take-reviews.ts'
import { createSaving } from './saving.ts'
import { sheetDeeds } from './sheet-deeds.ts'
import { createTextTools } from './text-tools.ts'

/** Delays the search for remedies after a reading, in ms. */
const REMEDIES_MS = 500

/** The app on an open kit: the kit at a glance, or one fiche with its problems and its page. */
export function createRoom(
  host: HTMLElement,
  options: {
    /** Names the kit in this browser. */
    kit: string
    desk: Desk
    workbench: Workbench
    ask: Ask | null
    styles: CSSStyleSheet
  },
) {
  const { desk, workbench } = options
  let path: string | null = null
  let remedies: Remedy[] = []
  const pages = new Map<string, number>()

  const { element: notices, say, clear } = createNotices()
  const place = h('div.editeur')
  const picture = kitPictures(file => desk.bytesOf(file))
  const sheetOf = (file: string) => desk.reading().glance.sheets.find(sheet => sheet.file === file)
  const titleOf = (slug: string) =>
    desk.reading().glance.sheets.find(sheet => sheet.slug === slug)?.titre ?? null
  const beside = createBeside({
    workbench,
    titleOf,
    desk,
    say,
    editor: () => editor,
    picture,
    sheetOf,
    onCounted(file, count) {
      pages.set(file, count)
      tellPages(glance, file, count)
    },
  })
  const editor = mountEditor(place, options.styles, {
    page: {
      picto: workbench.picto,
      picture,
      titleOf,
      change: at => tools.change(at),
      link: () => tools.link(),
    },
    glance: () => desk.reading().glance,
    isWritable: desk.isWritable,
    paste: {
      read: workbench.pasted,
      picture: file => void tools.addPicture(file),
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
    onLine() {
      beside.follow()
      tools.follow()
      headForm.refresh()
      settingForm.refresh()
    },
    onHead: line => headForm.goTo(line),
    say: words => say(words, undefined, 'texte'),
  })
  const headForm = createHeadForm({
    editor: () => editor,
    glance: () => desk.reading().glance,
    onStatut: sheet => deeds.act(sheet.statut === 'a-paraitre' ? 'commencer' : 'annoncer', sheet),
  })
  const settingForm = createSettingForm({
    editor: () => editor,
    choices(key) {
      const { couleurs } = desk.reading().glance
      const pictures = [...desk.files().keys()].filter(name => isPicture({ name }))
      const all = key === 'couleur' ? couleurs : key === 'logo' ? ['', ...pictures] : null
      return all && Object.fromEntries(all.map(name => [name, name]))
    },
  })
  const goTo = (line: number, column?: number) => settingForm.goTo(line, column) || editor.goTo(line, column)
  const problemsView = createProblemsView({
    goTo,
    mend: editor.mend,
    sayAtField: problem => headForm.sayAtField(problem) ?? sayInSettings(problem),
  })
  const tools = createTextTools({
    desk,
    workbench,
    editor: () => editor,
    path: () => path,
    say,
  })
  const report = createImportReport(options.kit, { text: () => editor.text(), goTo: editor.goTo })
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
  const glance = h('main.kit')
  const desktop = h('main.fiche-ouverte', { hidden: true }, heading, text, beside.element)
  const deeds = sheetDeeds(desk, workbench, { open, say })
  const writing =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) =>
      desk.isWritable() ? work(...given) : say(READ_ONLY, undefined, 'onglet')
  const importWord = writing(createImport(desk, workbench, { say, clear, open, report }))
  const importFiche = writing(deeds.addFiche)
  const beginKit = writing(() => void askForNewKit(workbench).then(kit => kit && desk.replace(kit.files)))

  const importWords = writing(
    reviewTaker({
      desk,
      workbench,
      say,
      importWord,
      open(fiche) {
        open(fiche)
        beside.showReviews()
      },
    }),
  )

  const kit = button('Le kit', () => showKit())
  const saving = createSaving(desk, { say, clear })
  const deedsView = options.ask ? createDeedsView(options.ask, () => desk.save()) : null
  const word = h('input', {
    type: 'file',
    accept: '.docx,.md',
    multiple: true,
    onchange: () => {
      take(word.files ?? [])
      word.value = ''
    },
  })
  const begin = button('Nouvelle fiche', writing(deeds.begin))
  const bringIn = h('label.bouton', 'Importer', word)
  host.replaceChildren(
    h(
      'header.barre',
      h('nav', { 'aria-label': 'Atelier' }, kit, options.ask ? null : button('Un autre kit', closeKit)),
      begin,
      bringIn,
      h('span.ecart'),
      saving.element,
      deedsView || desk.isFleeting
        ? null
        : button('Envoyer une copie (.zip)', () => void saving.handOutKit()),
      ...(deedsView?.buttons ?? []),
    ),
    notices,
    ...(deedsView ? [deedsView.panel] : []),
    glance,
    desktop,
  )

  function act(deed: SheetDeed, file: string): void {
    const sheet = desk.reading().glance.sheets.find(sheet => sheet.file === file)
    if (deed === 'ouvrir') open(file)
    else if (sheet) writing(deeds.act)(deed, sheet)
  }

  /** Shows a file, and writes it into the address: « Back » leads from there to where one was. */
  function open(file: string): void {
    if (showFile(file)) history.pushState(null, '', `#/${encodeURI(file)}`)
  }

  function openAt(file: string, line: number, column = 1): void {
    const [, slug] = /^relectures\/(.+)\.yaml$/.exec(file) ?? []
    const sheet = desk.reading().glance.sheets.find(sheet => sheet.slug === slug)
    if (sheet) {
      open(sheet.file)
      beside.showReviews()
      return
    }
    open(file)
    if (path === file) goTo(line, column)
  }

  function showKit(): void {
    history.pushState(null, '', location.pathname)
    showGlance()
  }

  function showFile(file: string): boolean {
    const bytes = desk.bytesOf(file)
    if (!bytes) return false
    if (!editor.show(file, bytes)) {
      say(`${file} n’est pas en UTF-8 : l’enregistrer de nouveau en UTF-8 pour l’ouvrir ici.`)
      return false
    }
    clear('collage')
    if (path === null) glanceTop = scrollY
    if (path !== file) tools.showPage()
    path = file
    remedies = []
    glance.hidden = true
    desktop.hidden = false
    report.show(file)
    refresh()
    heading.focus()
    return true
  }

  let glanceTop = 0
  function showGlance(): void {
    const former = path
    path = null
    desktop.hidden = true
    glance.hidden = false
    refresh()
    scrollTo(0, glanceTop)
    if (former !== null) rowOf(glance, former)?.querySelector('button')?.focus({ preventScroll: true })
  }

  function showAddress(): void {
    const file = decodeURI(location.hash.slice(2))
    if (file === '' || !showFile(file)) showGlance()
  }

  let due: ReturnType<typeof setTimeout> | undefined
  let latestTurn = 0
  function refresh(): void {
    const reading = desk.reading()
    const unsaved = desk.unsaved()
    const sheet = reading.glance.sheets.find(({ file }) => file === path)
    const titre = unbroken(sheet?.titre ?? settings[path ?? '']?.name ?? path ?? '')
    const names = [titre, reading.glance.titre || desk.name, 'Atelier'].filter(Boolean)
    document.title = (unsaved.length > 0 ? '• ' : '') + names.join(' · ')
    saving.follow()
    tools.element.inert = !desk.isWritable()
    // There is nothing to do before a kit is begun.
    for (const task of [begin, bringIn, ...(deedsView?.buttons ?? [])]) task.hidden = !hasKit(reading.glance)
    if (path === null) {
      const next = glanceView(
        reading.glance,
        forAuthors(reading),
        { unsaved, pages },
        { act, openAt, beginKit, showPictures: writing(() => showPictures(desk, { say, open, picture })) },
      )
      showAnew(glance, next)
      beside.refresh(null)
      return
    }
    const file = path
    heading.textContent = sheet?.numero ? `${sheet.numero}. ${titre}` : titre
    const family = reading.glance.familles.find(({ id }) => id === sheet?.famille)
    host.style.setProperty('--famille', family?.hex ?? '')
    tools.follow()
    headForm.show(sheet ?? null)
    settingForm.show(settings[file] ? file : '')
    desktop.classList.toggle('reglages', settingForm.isShown())
    tellProblems()
    showConflict(file)
    const turn = ++latestTurn
    beside.refresh(file)
    clearTimeout(due)
    due = setTimeout(async () => {
      const latest = await workbench.remedies(file)
      if (turn !== latestTurn || path !== file) return
      remedies = latest
      tellProblems()
    }, REMEDIES_MS)
  }

  function tellProblems(): void {
    const problems = forAuthors(desk.reading()).filter(({ place: { file } }) => file === path)
    editor.tell(problems, remedies)
    headForm.tell(problems)
    settingForm.tell(problems)
    place.hidden = settingForm.isWhole()
    problemsView.show(problems, remedies)
  }

  function showConflict(file: string): void {
    const theirs = desk.outside(file)
    conflict.replaceChildren()
    if (theirs === undefined) return
    conflict.append(
      conflictView(file, {
        overlaps: desk.overlaps(file),
        isRemoved: theirs === null,
        goTo: editor.goTo,
        settle: which => void desk.settle(file, which).then(refresh),
        settlePassage: (index, choice) => void desk.settlePassage(file, index, choice).then(refresh),
      }),
    )
  }

  desk.listen(event => {
    if (event.kind === 'replaced') {
      editor.replace(event.path, desk.bytesOf(event.path), event.isQuiet)
      if (event.path === path && desk.bytesOf(path) === null) showKit()
    }
    refresh()
  })
  closeMenus(host)
  host.addEventListener('dragover', event => event.preventDefault())
  host.addEventListener('drop', event => {
    event.preventDefault()
    take(event.dataTransfer?.files ?? [])
  })
  /** Takes files that were dropped or chosen; what cannot be taken is told. */
  function take(files: Iterable<File>): void {
    const isWord = ({ name }: File) => /\.docx$/i.test(name)
    const all = [...files]
    importWords(all.filter(isWord))
    for (const file of all.filter(file => !isWord(file)))
      if (/\.md$/i.test(file.name)) importFiche(file)
      else if (!isPicture(file)) say(refusalOf(file.name), undefined, file.name)
      else if (path === null) say(`« ${file.name} » : ouvrir d’abord la fiche où l’image prendra place.`)
      else void tools.addPicture(file)
  }
  history.scrollRestoration = 'manual'
  window.addEventListener('popstate', showAddress)
  keepFocus([host, place.shadowRoot ?? place], () => (path === null ? glance.querySelector('h1') : heading))
  showAddress()
  return { take }
}
