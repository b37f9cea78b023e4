import { messageOf } from '../../../src/problems/index.ts'
import type { Ask } from '../shelf/server-shelf.ts'
import { zipOf } from '../shelf/zip-shelf.ts'
import type { Remedy } from '../worker/remedy.ts'
import type { Vocabulary, Workbench } from '../worker/workbench.ts'
import { createBeside, kitPictures } from './beside.ts'
import { createDeedsView } from './deeds-view.ts'
import type { Desk } from './desk.ts'
import { button, closeMenus, createNotice, h, handOut, unbroken } from './dom.ts'
import { tellOtherTabs } from './drafts.ts'
import { mountEditor } from './editor/editor.ts'
import { isPicture } from './forms/picture-form.ts'
import { glanceView, tellPages } from './glance-view.ts'
import { conflictView, createProblemsView } from './problems-view.ts'
import { reviewTaker } from './review/take-reviews.ts'
import { sheetDeeds } from './sheet-deeds.ts'
import { createTextTools } from './text-tools.ts'

/** Delays the search for remedies after a reading, in ms. */
const REMEDIES_MS = 500

/** Says what saves a kit that goes with the page. */
const HAND_OUT = 'Télécharger le kit'

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
    vocabulary: Vocabulary
  },
) {
  const { desk, workbench } = options
  let path: string | null = null
  let remedies: Remedy[] = []
  const pages = new Map<string, number>()

  const { element: notice, say } = createNotice()
  const place = h('div.editeur')
  const beside = createBeside({
    workbench,
    desk,
    say,
    editor: () => editor,
    picture: kitPictures(file => desk.bytesOf(file)),
    sheetOf: file => desk.reading().glance.sheets.find(sheet => sheet.file === file),
    onCounted(file, count) {
      pages.set(file, count)
      tellPages(glance, file, count)
    },
  })
  const editor = mountEditor(place, options.styles, {
    vocabulary: options.vocabulary,
    picto: workbench.picto,
    glance: () => desk.reading().glance,
    onEdit: (file, bytes) => desk.edit(file, bytes),
    onLine() {
      beside.follow()
      tools.follow()
    },
  })
  const problemsView = createProblemsView({ goTo: editor.goTo, mend: editor.mend })
  const tools = createTextTools({ desk, workbench, editor: () => editor, path: () => path, say })
  const conflict = h('div')
  const heading = h('h1', { tabindex: '-1' })
  const text = h(
    'section.texte',
    { 'aria-label': 'Texte' },
    tools.element,
    conflict,
    place,
    problemsView.element,
  )
  const glance = h('main.kit')
  const desktop = h('main.fiche-ouverte', { hidden: true }, heading, text, beside.element)
  const deeds = sheetDeeds(desk, workbench, { open, say })

  const importWords = reviewTaker({
    desk,
    workbench,
    say,
    importWord: deeds.importWord,
    open(fiche) {
      open(fiche)
      beside.showReviews()
    },
  })

  const kit = button('Le kit', () => showKit())
  const save = button(desk.isFleeting ? HAND_OUT : 'Enregistrer', () => void saveAll(), {
    class: 'principal',
  })
  const deedsView = options.ask
    ? createDeedsView(options.ask, {
        save: () => desk.save(),
        async check() {
          await desk.read()
          return desk.reading().problems
        },
        openAt,
      })
    : null
  const word = h('input', {
    type: 'file',
    accept: '.docx',
    multiple: true,
    onchange: () => {
      importWords([...(word.files ?? [])])
      word.value = ''
    },
  })
  host.replaceChildren(
    h(
      'header.barre',
      h('nav', { 'aria-label': 'Atelier' }, kit),
      button('Nouvelle fiche', deeds.begin),
      h('label.bouton', 'Importer (.docx)', word),
      h('span.ecart'),
      save,
      deedsView || desk.isFleeting ? null : button('Donner le kit (.zip)', handOutKit),
      ...(deedsView?.buttons ?? []),
    ),
    notice,
    ...(deedsView ? [deedsView.panel] : []),
    glance,
    desktop,
  )

  function open(file: string): void {
    const bytes = desk.bytesOf(file)
    if (!bytes) return
    if (!editor.show(file, bytes)) {
      say(`${file} n’est pas en UTF-8 : l’enregistrer de nouveau en UTF-8 pour l’ouvrir ici.`)
      return
    }
    path = file
    remedies = []
    glance.hidden = true
    desktop.hidden = false
    refresh()
    heading.focus()
  }

  function openAt(file: string, line: number): void {
    const [, slug] = /^relectures\/(.+)\.yaml$/.exec(file) ?? []
    const sheet = desk.reading().glance.sheets.find(sheet => sheet.slug === slug)
    if (sheet) {
      open(sheet.file)
      beside.showReviews()
      return
    }
    open(file)
    if (path === file) editor.goTo(line)
  }

  function showKit(): void {
    path = null
    desktop.hidden = true
    glance.hidden = false
    refresh()
  }

  let due: ReturnType<typeof setTimeout> | undefined
  let latestTurn = 0
  function refresh(): void {
    const reading = desk.reading()
    const unsaved = desk.unsaved()
    document.title = `${unsaved.length > 0 ? '• ' : ''}${reading.glance.titre || desk.name} · Atelier`
    if (!desk.isFleeting) {
      save.textContent = unsaved.length > 0 ? `Enregistrer (${unsaved.length})` : 'Enregistré'
      save.disabled = unsaved.length === 0
    }
    if (path === null) {
      glance.replaceChildren(glanceView(reading, { unsaved, pages }, { act: deeds.act, openAt }))
      beside.refresh(null)
      return
    }
    const file = path
    const sheet = reading.glance.sheets.find(sheet => sheet.file === file)
    const titre = unbroken(sheet?.titre ?? file)
    heading.textContent = sheet?.numero ? `${sheet.numero}. ${titre}` : titre
    const family = reading.glance.familles.find(({ id }) => id === sheet?.famille)
    host.style.setProperty('--famille', family?.hex ?? '')
    tools.follow()
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
    const problems = desk.reading().problems.filter(({ place: { file } }) => file === path)
    editor.tell(problems, remedies)
    problemsView.show(problems, remedies)
  }

  function showConflict(file: string): void {
    const theirs = desk.outside(file)
    conflict.replaceChildren()
    if (theirs === undefined) return
    const settle = (which: 'mine' | 'theirs') => void desk.settle(file, which).then(refresh)
    conflict.append(conflictView(file, { mine: desk.bytesOf(file), theirs }, settle))
  }

  async function saveAll(): Promise<void> {
    if (desk.isFleeting) return handOutKit()
    try {
      await desk.save()
      say(
        desk.conflicts().length > 0
          ? `Changé ailleurs, à trancher d’abord : ${desk.conflicts().join(', ')}.`
          : `Enregistré dans « ${desk.name} ».`,
      )
      tabs.saved()
    } catch (error) {
      say(`Rien n’est perdu, mais rien n’est enregistré : ${messageOf(error)}`)
    }
    refresh()
  }

  function handOutKit(): void {
    handOut(`${desk.name.replace(/\.\w+$/, '')}.zip`, zipOf(desk.give()), 'application/zip')
    if (desk.isFleeting) say('Le kit est dans vos téléchargements : c’est ce fichier qu’il faudra rouvrir.')
    refresh()
  }

  desk.listen(event => {
    if (event.kind === 'replaced') {
      editor.replace(event.path, desk.bytesOf(event.path))
      if (event.path === path && desk.bytesOf(path) === null) showKit()
    }
    if (event.kind === 'conflict') say(`${event.path} a changé ailleurs : les deux textes sont gardés.`)
    if (event.kind === 'fault') say(event.text)
    refresh()
  })
  const tabs = tellOtherTabs(options.kit, () =>
    say('Ce kit est aussi ouvert dans un autre onglet : n’écrire que dans l’un des deux.'),
  )
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault()
      void saveAll()
    }
  })
  if (desk.isFleeting)
    window.addEventListener('beforeunload', event => {
      if (desk.unsaved().length > 0) event.preventDefault()
    })
  closeMenus(host)
  host.addEventListener('dragover', event => event.preventDefault())
  host.addEventListener('drop', event => {
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    const manuscripts = files.filter(({ name }) => /\.docx$/i.test(name))
    const picture = path === null ? undefined : files.find(isPicture)
    if (manuscripts.length > 0) importWords(manuscripts)
    else if (picture) void tools.addPicture(picture)
  })
  if (desk.unsaved().length > 0) say(`Retrouvé, non enregistré : ${desk.unsaved().join(', ')}.`)
  showKit()
  return { importWord: deeds.importWord }
}
