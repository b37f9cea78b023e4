import { sheetAt, slugOfThreads } from '../../../src/kit/index.ts'
import { messageOf } from '../../../src/problems/index.ts'
import type { Ask } from '../shelf/server-shelf.ts'
import type { Workbench } from '../worker/workbench.ts'
import { kitPictures } from './beside.ts'
import { createDeedsView } from './deeds-view.ts'
import { type Desk, READ_ONLY } from './desk.ts'
import { button, closeMenus, createNotices, decodedAddress, drawIn, h, keepFocus } from './dom.ts'
import { closeKit } from './drafts.ts'
import { drawn } from './editor/signs.ts'
import { glanceView, hasKit, rowOf, type SheetDeed, showAnew, tellPages } from './glance-view.ts'
import { createImport } from './import-word.ts'
import { createOpenText, nameOf } from './open-text.ts'
import { askForNewKit } from './opening.ts'
import { showPictures } from './pictures-view.ts'
import { forAuthors } from './problems-view.ts'
import { reviewTaker } from './review/take-reviews.ts'
import { createSaving } from './saving.ts'
import { sheetDeeds } from './sheet-deeds.ts'
import { fileTaker } from './take-files.ts'

type Options = {
  /** Names the kit in this browser. */
  kit: string
  desk: Desk
  workbench: Workbench
  ask: Ask | null
  styles: CSSStyleSheet
}

/** The app on an open kit: the kit at a glance, or one text with its problems and its page. */
export function createRoom(host: HTMLElement, options: Options) {
  const { desk, workbench } = options
  const pages = new Map<string, number>()
  const { element: notices, say, clear } = createNotices()
  const picture = kitPictures(file => desk.bytesOf(file))
  const glance = h('main.kit')
  const deeds = sheetDeeds(desk, workbench, { open, say })
  const text = createOpenText({
    ...options,
    say,
    clear,
    picture,
    onCounted(file, count) {
      pages.set(file, count)
      tellPages(glance, file, count)
    },
    openAt: (file, line, column) => openAt(file, { reviews: false, line, column }),
    onStatut: sheet => deeds.act(sheet.statut === 'a-paraitre' ? 'commencer' : 'annoncer', sheet),
  })
  const writing =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) =>
      desk.isWritable() ? work(...given) : say(READ_ONLY, undefined, 'onglet')
  const importWord = writing(createImport(desk, workbench, { say, clear, open, report: text.report }))
  const word = writing(
    reviewTaker({ desk, workbench, say, importWord, open: fiche => openAt(fiche, { reviews: true }) }),
  )
  const take = fileTaker(
    {
      word,
      fiche: writing(deeds.addFiche),
      picture: () => (text.path() === null ? null : file => void text.addPicture(file)),
    },
    say,
  )
  const saving = createSaving(desk, { say, clear })
  const bar = createBar(options, { saving, take, begin: writing(deeds.begin), showKit })
  host.replaceChildren(bar.element, notices, ...bar.panels, glance, text.element)

  const toDo = {
    act(deed: SheetDeed, file: string): void {
      const sheet = sheetAt(desk.reading().glance, file)
      if (deed === 'ouvrir') open(file)
      else if (sheet) writing(deeds.act)(deed, sheet)
    },
    openAt(file: string, line: number, column?: number): void {
      const slug = slugOfThreads(file)
      const sheet = desk.reading().glance.sheets.find(sheet => sheet.slug === slug)
      openAt(sheet?.file ?? file, { reviews: sheet !== undefined, line, column })
    },
    beginKit: writing(
      () =>
        void askForNewKit(workbench).then(
          kit => kit && desk.replace(new Map([...kit.files].filter(([path]) => desk.bytesOf(path) === null))),
        ),
    ),
    showPictures: writing(() => showPictures(desk, { say, open, picture })),
  }

  /** Shows a file, and writes it into the address: « Back » leads from there to where one was. */
  function open(file: string): void {
    if (showFile(file)) history.pushState(null, '', `#/${encodeURI(file)}`)
  }

  function openAt(
    file: string,
    { reviews, line = 1, column }: { reviews: boolean; line?: number; column?: number | undefined },
  ): void {
    open(file)
    if (text.path() !== file) return
    if (reviews) text.showReviews()
    else text.goTo(line, column)
  }

  function showKit(): void {
    history.pushState(null, '', location.pathname)
    showGlance()
  }

  const tellFault = (error: unknown) =>
    say(
      `Ce geste n’a pas abouti : ${messageOf(error)}. Rien de ce qui est écrit n’est perdu.`,
      undefined,
      'echec',
    )

  let glanceTop = 0
  function showFile(file: string): boolean {
    const bytes = desk.bytesOf(file)
    if (!bytes) return false
    const top = text.path() === null ? scrollY : glanceTop
    if (!text.show(file, bytes)) {
      say(`${file} n’est pas en UTF-8 : l’enregistrer de nouveau en UTF-8 pour l’ouvrir ici.`)
      return false
    }
    clear('collage')
    glanceTop = top
    glance.hidden = true
    refresh()
    text.heading.focus()
    return true
  }

  function showGlance(): void {
    const former = text.path()
    text.hide()
    glance.hidden = false
    refresh()
    scrollTo(0, glanceTop)
    if (former !== null) rowOf(glance, former)?.querySelector('button')?.focus({ preventScroll: true })
  }

  function showAddress(): void {
    const file = decodedAddress(location.hash.slice(2))
    if (file === '' || !showFile(file)) showGlance()
  }

  function refresh(): void {
    const reading = desk.reading()
    const unsaved = desk.unsaved()
    const path = text.path()
    const names = [path === null ? '' : nameOf(desk, path), reading.glance.titre || desk.name, 'Atelier']
    document.title = (unsaved.length > 0 ? '• ' : '') + names.filter(Boolean).join(' · ')
    drawIn(bar.element, 'La barre', () => {
      saving.follow()
      // There is nothing to do before a kit is begun.
      for (const task of bar.tasks) task.hidden = !hasKit(reading.glance)
      // One main deed a screen: to begin a fiche where nothing is to be saved.
      bar.tasks[0]?.classList.toggle('principal', path === null && unsaved.length === 0)
    })
    if (path === null)
      drawIn(
        glance,
        'Le kit',
        () =>
          showAnew(
            glance,
            glanceView(reading.glance, { problems: forAuthors(reading), unsaved, pages }, toDo),
          ),
        refresh,
      )
    text.refresh()
  }

  desk.listen(event => {
    if (event.kind === 'replaced') {
      text.replace(event.path, desk.bytesOf(event.path), event.isQuiet)
      if (event.path === text.path() && desk.bytesOf(event.path) === null) showKit()
    }
    refresh()
  })
  // A deed is done, or says that it was not.
  window.addEventListener('error', ({ error }) => error && tellFault(error))
  window.addEventListener('unhandledrejection', ({ reason }) => tellFault(reason))
  closeMenus(host)
  host.addEventListener('dragover', event => event.preventDefault())
  host.addEventListener('drop', event => {
    event.preventDefault()
    take(event.dataTransfer?.files ?? [])
  })
  history.scrollRestoration = 'manual'
  window.addEventListener('popstate', showAddress)
  keepFocus([host, text.root], () => (text.path() === null ? glance.querySelector('h1') : text.heading))
  showAddress()
  return { take }
}

/** The line over everything: where one is, what is begun or brought in, saved, makers and released. */
function createBar(
  { desk, ask, workbench }: Options,
  deeds: {
    saving: ReturnType<typeof createSaving>
    take(files: Iterable<File>): void
    begin(): void
    showKit(): void
  },
) {
  const { saving, take, begin, showKit } = deeds
  const deedsView = ask ? createDeedsView(ask, () => desk.save()) : null
  const word = h('input', {
    type: 'file',
    accept: '.docx,.md',
    multiple: true,
    onchange: () => {
      take(word.files ?? [])
      word.value = ''
    },
  })
  const makers = deedsView?.buttons ?? []
  const tasks = [button('Nouvelle fiche', begin), h('label.bouton', 'Importer', word)]
  const home = button('Le kit', showKit)
  const where = h('nav', { 'aria-label': 'Atelier' }, home)
  const icons = ['layout-grid', 'file-plus-2', 'file-input', 'hammer', 'package-check']
  for (const [at, control] of [home, ...tasks, ...makers].entries())
    control.prepend(drawn(icons[at] ?? '', workbench.picto))
  if (!ask) where.append(button('Un autre kit', closeKit))
  const element = h('header.barre', where, ...tasks, h('span.ecart'), saving.element)
  if (!ask && !desk.isFleeting)
    element.append(button('Envoyer une copie (.zip)', () => void saving.handOutKit()))
  element.append(...makers)
  return { element, panels: deedsView ? [deedsView.panel] : [], tasks: [...tasks, ...makers] }
}
