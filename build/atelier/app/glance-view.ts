import {
  type Forme,
  type Glance,
  groupsOf,
  mark,
  type SheetAtAGlance,
  sayInForm,
  settingForms,
  slugOfThreads,
  statutNames,
} from '../../../src/kit/index.ts'
import { formatDate, type Problem, plural } from '../../../src/problems/index.ts'
import { slugify } from '../../../src/text/index.ts'
import { button, drawingsIn, h, unbroken } from './dom.ts'
import { renew } from './preview.ts'
import { isAdvice, problemItem, sayWorths } from './problems-view.ts'

const SEEN = 5

export type SheetDeed = 'ouvrir' | 'commencer' | 'dupliquer' | 'renommer' | 'annoncer' | 'supprimer'

/** Tells whether a kit was begun in the folder. */
export const hasKit = ({ settings, sheets }: Glance): boolean =>
  settings.includes('kit.yaml') || sheets.length > 0

type ToDo = {
  act(deed: SheetDeed, file: string): void
  openAt(file: string, line: number, column?: number): void
  beginKit(): void
  showPictures(): void
}

type State = {
  problems: readonly Problem[]
  unsaved: readonly string[]
  pages: ReadonlyMap<string, number>
}

/** The kit at a glance: a shelf a family, with what each fiche is and what is wrong with it. */
export function glanceView(glance: Glance, state: State, toDo: ToDo): HTMLElement {
  const { problems } = state
  if (!hasKit(glance))
    return h(
      'div.coup-d-oeil',
      h('h1', { tabindex: '-1' }, 'Ce dossier n’a pas encore de kit'),
      h('p', 'Un kit a ses réglages, ses familles de fiches et quelques pages : de quoi écrire aussitôt.'),
      button('Commencer un kit', toDo.beginKit, { class: 'principal' }),
    )
  return h(
    'div.coup-d-oeil',
    h('h1', { tabindex: '-1' }, unbroken(glance.titre) || 'Le kit'),
    h('p.compte', summary(glance, problems)),
    glance.sheets.length === 0
      ? h(
          'p',
          'Ce kit n’a pas encore de fiche. « Nouvelle fiche » en commence une, « Importer » en fait une d’un document Word.',
        )
      : h('input.chercher', {
          type: 'search',
          'aria-label': 'Chercher une fiche',
          placeholder: 'Chercher une fiche',
          oninput: ({ currentTarget }: { currentTarget: HTMLElement }) =>
            filterRows(currentTarget.closest<HTMLElement>('.coup-d-oeil')),
        }),
    problems.length > 0 && problemsSection(glance, problems, toDo),
    ...groupsOf(glance).map(({ titre, hex, forme, sheets }) =>
      h(
        'section.famille',
        h('h2', markIn(forme, hex), ` ${unbroken(titre)} `, h('small', plural(sheets.length, 'texte'))),
        colouredBy(hex, h('ul.rayon', ...sheets.map(sheet => sheetCard(sheet, state, toDo)))),
      ),
    ),
    settingsSection(glance, state, toDo),
  )
}

/** The first problems; all others, and what is only advice, are folded. */
function problemsSection(glance: Glance, problems: readonly Problem[], { openAt }: ToDo): HTMLElement {
  const seen = problems.filter(problem => !isAdvice(problem)).slice(0, SEEN)
  const others = problems.filter(problem => !seen.includes(problem))
  const listed = (problem: Problem) => {
    const { file, line, column } = problem.place
    const reviewed = slugOfThreads(file)
    const sheet = glance.sheets.find(sheet => sheet.file === file || sheet.slug === reviewed)
    const { name, field, message } = sayInForm(problem)
    const where = name ? field || name : sheet?.titre || file || 'Le kit'
    return problemItem(
      { ...problem, message: field && !name ? `${field} : ${message}` : message },
      // Only texts can be opened.
      { where, goTo: /\.(?:md|yaml)$/.test(file) ? () => openAt(file, line, column) : null },
    )
  }
  return h(
    'section.problemes-kit',
    h('h2', 'À corriger'),
    h('ul', ...seen.map(listed)),
    others.length > 0 &&
      h(
        'details.suite',
        h('summary', `${seen.length > 0 ? 'Les autres : ' : ''}${sayWorths(others)}`),
        h('ul', ...others.map(listed)),
      ),
  )
}

/** A text as a small page: what it is, when it changed last, what is wrong with it. */
function sheetCard(sheet: SheetAtAGlance, { problems, unsaved, pages }: State, { act }: ToDo): HTMLElement {
  const { numero, titre, statut, maj, mots, file, kind } = sheet
  const sheetProblems = problems.filter(({ place }) => place.file === file)
  const isWrong = sheetProblems.some(({ severity }) => severity === 'erreur')
  const isAnnounced = statut === 'a-paraitre'
  const deeds: SheetDeed[] =
    kind === 'page'
      ? ['supprimer']
      : isAnnounced
        ? ['commencer', 'dupliquer', 'renommer', 'supprimer']
        : ['dupliquer', 'renommer', 'annoncer', 'supprimer']
  const state = [statut ? statutNames[statut] : '', formatDate(maj)].filter(Boolean).join(', ')
  const count = pages.get(file)
  return h(
    'li',
    { class: isAnnounced ? 'annoncee' : '', 'data-file': file },
    numero !== null && h('span.numero', String(numero)),
    h(
      'h3',
      button(unbroken(titre), () => act('ouvrir', file), { class: 'titre' }),
      unsavedNote(unsaved, file),
    ),
    h('p', { class: `problemes-du-texte ${isWrong ? 'faux' : ''}` }, sayWorths(sheetProblems)),
    h('p.etat', state),
    h(
      'p.mesure',
      h('span', mots > 0 ? `${mots.toLocaleString('fr-FR')} mots` : ''),
      h('span.pages', count ? sayPages(count) : ''),
    ),
    h(
      'details',
      h('summary', 'Actions', h('span.hors-vue', ` : ${titre}`)),
      h('div.actions', ...deeds.map(deed => button(names[deed], () => act(deed, file)))),
    ),
  )
}

const sayPages = (count: number) => `, ${plural(count, 'page')}`

function settingsSection({ settings }: Glance, { unsaved }: State, { act, showPictures }: ToDo): HTMLElement {
  return h(
    'section.famille',
    h('h2', 'Réglages du kit'),
    h(
      'p.reglages',
      // Credits stand beside their pictures; the colours of a designer are no form.
      ...settings.flatMap(file => {
        const { name } = settingForms[file] ?? {}
        return name
          ? h(
              'button',
              { type: 'button', onclick: () => act('ouvrir', file) },
              name,
              unsavedNote(unsaved, file),
            )
          : []
      }),
      button('Images du kit', showPictures),
    ),
  )
}

const unsavedNote = (unsaved: readonly string[], file: string) =>
  unsaved.includes(file) && h('span.non-enregistre', ' non enregistré')

export function tellPages(glance: HTMLElement, file: string, count: number): void {
  const cell = rowOf(glance, file)?.querySelector('.pages')
  if (cell) cell.textContent = sayPages(count)
}

export const rowOf = (glance: HTMLElement, file: string) =>
  [...glance.querySelectorAll<HTMLElement>('.rayon > li')].find(({ dataset }) => dataset['file'] === file)

/** Shows the rows whose number, title or state have these words. */
function filterRows(
  view: HTMLElement | null,
  words = view?.querySelector<HTMLInputElement>('.chercher')?.value ?? '',
): void {
  for (const row of view?.querySelectorAll<HTMLElement>('.rayon > li') ?? []) {
    const own = [...row.querySelectorAll('.numero, .titre, .etat')].map(({ textContent }) => textContent)
    row.hidden = !slugify(own.join(' ')).includes(slugify(words))
  }
  for (const section of view?.querySelectorAll<HTMLElement>('.famille:has(.rayon)') ?? [])
    section.hidden = !section.querySelector('.rayon > li:not([hidden])')
}

/** Shows another state of the kit: the focus stays, and an open menu too. */
export function showAnew(glance: HTMLElement, next: HTMLElement): void {
  for (const row of glance.querySelectorAll<HTMLElement>('.rayon > li:has(details[open])'))
    rowOf(next, row.dataset['file'] ?? '')
      ?.querySelector('details')
      ?.setAttribute('open', '')
  const words = glance.querySelector<HTMLInputElement>('.chercher')?.value
  if (words) filterRows(next, words)
  if (glance.firstElementChild) renew(glance.firstElementChild, next)
  else glance.append(next)
}

const names: Record<SheetDeed, string> = {
  ouvrir: 'Ouvrir',
  commencer: 'Commencer à écrire',
  dupliquer: 'Dupliquer',
  renommer: 'Renommer',
  annoncer: 'Mettre « à paraître »',
  supprimer: 'Supprimer',
}

function summary({ sheets }: Glance, problems: readonly Problem[]): string {
  const fiches = sheets.filter(({ kind, statut }) => kind === 'fiche' && statut !== 'a-paraitre')
  const mots = sheets.reduce((sum, sheet) => sum + sheet.mots, 0)
  return `${plural(fiches.length, 'fiche')} à lire, ${mots.toLocaleString('fr-FR')} mots, ${sayWorths(problems) || 'aucun problème'}.`
}

function markIn(forme: Forme | null, hex: string): Element | null {
  if (!forme) return null
  const [drawing = null] = drawingsIn(mark(forme))
  return drawing && colouredBy(hex, drawing)
}

/** Gives an element the colour of a family; the policy forbids an attribute that says a style. */
function colouredBy<Drawn extends HTMLElement | SVGElement>(hex: string, element: Drawn): Drawn {
  element.style.setProperty('--famille', hex)
  return element
}
