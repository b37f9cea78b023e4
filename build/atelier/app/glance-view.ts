import {
  type Forme,
  type Glance,
  groupsOf,
  mark,
  type SheetAtAGlance,
  statutNames,
} from '../../../src/kit/index.ts'
import { type Problem, plural } from '../../../src/problems/index.ts'
import { button, drawingsIn, h, unbroken } from './dom.ts'
import { problemOfKit, sayWorths } from './problems-view.ts'

const SEEN = 8

export type SheetDeed = 'ouvrir' | 'commencer' | 'dupliquer' | 'renommer' | 'annoncer' | 'supprimer'

/** The kit at a glance: a table a family, with what each fiche is and what is wrong with it. */
export function glanceView(
  glance: Glance,
  problems: readonly Problem[],
  { unsaved, pages }: { unsaved: readonly string[]; pages: ReadonlyMap<string, number> },
  {
    act,
    openAt,
    beginKit,
  }: {
    act(deed: SheetDeed, sheet: SheetAtAGlance): void
    openAt(file: string, line: number): void
    beginKit(): void
  },
): HTMLElement {
  if (!glance.settings.includes('kit.yaml') && glance.sheets.length === 0)
    return h(
      'div.coup-d-oeil',
      h('h1', 'Ce dossier n’a pas encore de kit'),
      h('p', 'Un kit a ses réglages, ses familles de fiches et quelques pages : de quoi écrire aussitôt.'),
      button('Commencer un kit', beginKit, { class: 'principal' }),
    )
  const rest = problems.filter(({ place }) => !glance.sheets.some(({ file }) => file === place.file))
  const listed = (problem: Problem) => problemOfKit(problem, openAt)
  return h(
    'div.coup-d-oeil',
    h('h1', unbroken(glance.titre) || 'Le kit'),
    h('p.compte', summary(glance, problems)),
    glance.sheets.length === 0 &&
      h(
        'p',
        'Ce kit n’a pas encore de fiche. « Nouvelle fiche » en commence une, « Importer » en fait une d’un document Word.',
      ),
    rest.length > 0 &&
      h(
        'section.problemes-kit',
        h('h2', 'À corriger dans le kit'),
        h('ul', ...rest.slice(0, SEEN).map(listed)),
        rest.length > SEEN &&
          h(
            'details.suite',
            h('summary', `Les ${rest.length - SEEN} autres`),
            h('ul', ...rest.slice(SEEN).map(listed)),
          ),
      ),
    ...groupsOf(glance).map(({ titre, hex, forme, sheets }) =>
      h(
        'section.famille',
        h('h2', markIn(forme, hex), ` ${unbroken(titre)} `, h('small', plural(sheets.length, 'texte'))),
        h(
          'table',
          h(
            'thead',
            h(
              'tr',
              ...['N°', 'Titre', 'État', 'Problèmes', 'Mots', 'Pages', 'Actions'].map(text =>
                h('th', { scope: 'col' }, text),
              ),
            ),
          ),
          h('tbody', ...sheets.map(row)),
        ),
      ),
    ),
    h(
      'section.famille',
      h('h2', 'Réglages du kit'),
      h(
        'p.reglages',
        ...glance.settings.map(file => {
          const isUnsaved = unsaved.includes(file)
          return h(
            'button',
            { type: 'button', onclick: () => openAt(file, 1) },
            file,
            isUnsaved && h('span.non-enregistre', ' non enregistré'),
          )
        }),
      ),
    ),
  )

  function row(sheet: SheetAtAGlance): HTMLElement {
    const sheetProblems = problems.filter(({ place }) => place.file === sheet.file)
    const isWrong = sheetProblems.some(({ severity }) => severity === 'erreur')
    const more: SheetDeed[] =
      sheet.kind === 'page'
        ? ['supprimer']
        : [
            ...(sheet.statut === 'a-paraitre' ? (['commencer'] as const) : []),
            'dupliquer',
            'renommer',
            ...(sheet.statut === 'a-paraitre' ? [] : (['annoncer'] as const)),
            'supprimer',
          ]
    return h(
      'tr',
      { class: sheet.statut === 'a-paraitre' ? 'annoncee' : '' },
      h('td.nombre', sheet.numero === null ? '' : String(sheet.numero)),
      h(
        'th',
        { scope: 'row' },
        button(unbroken(sheet.titre), () => act('ouvrir', sheet), { class: 'titre' }),
        unsaved.includes(sheet.file) && h('span.non-enregistre', ' non enregistré'),
      ),
      h('td.etat', sheet.statut ? statutNames[sheet.statut] : ''),
      h('td', { class: `problemes-du-texte ${isWrong ? 'faux' : ''}` }, sayWorths(sheetProblems)),
      h('td.nombre.mots', sheet.mots > 0 ? sheet.mots.toLocaleString('fr-FR') : ''),
      h('td.nombre.pages', { 'data-pages': sheet.file }, String(pages.get(sheet.file) ?? '')),
      h(
        'td',
        h(
          'details',
          h('summary', 'Actions', h('span.hors-vue', ` : ${sheet.titre}`)),
          h('div.actions', ...more.map(deed => button(names[deed], () => act(deed, sheet)))),
        ),
      ),
    )
  }
}

export function tellPages(glance: HTMLElement, file: string, count: number): void {
  const cell = [...glance.querySelectorAll('[data-pages]')].find(
    cell => cell.getAttribute('data-pages') === file,
  )
  if (cell) cell.textContent = String(count)
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
  drawing?.style.setProperty('color', hex)
  drawing?.style.setProperty('fill', hex)
  return drawing
}
