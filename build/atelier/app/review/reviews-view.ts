import type { Relecture } from '../../../../src/kit/index.ts'
import { messageOf, plural } from '../../../../src/problems/index.ts'
import type { FicheReviews, PlacedThread } from '../../worker/reviews.ts'
import type { Workbench } from '../../worker/workbench.ts'
import type { Desk } from '../desk.ts'
import { askIn, attemptFor, field, h, type Say } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { cursorIn, markPassages, replacePassage, selectPassage } from './passages.ts'
import { type ThreadDeed, threadView } from './thread-view.ts'

/** Creates the list of what reviewers say of the open fiche, in the order of its text. */
export function createReviewsView(options: {
  desk: Desk
  workbench: Workbench
  editor(): Editor
  say: Say
  /** The list has so many open threads. */
  onCounted(open: number): void
}) {
  const { desk, workbench, editor, say } = options
  const attempt = attemptFor(say)
  let file: string | null = null
  let reviews: FicheReviews = { path: '', threads: [] }
  let visible: PlacedThread[] = []
  let turn = 0
  let latest = ''

  const count = h('h2', { tabindex: '-1' })
  const live = h('p.hors-vue', { role: 'status' })
  const author = h('select', { name: 'auteur', onchange: () => show() })
  const state = h(
    'select',
    { name: 'etat', onchange: () => show() },
    h('option', { value: 'ouverte' }, 'ouvertes'),
    h('option', { value: '' }, 'toutes'),
  )
  const list = h('div.fils')
  const element = h(
    'section.relecture',
    { 'aria-label': 'Relecture', hidden: true },
    count,
    live,
    h('p.filtres', field('De', author), field('Montrer', state)),
    list,
  )

  async function refresh(next: string | null): Promise<void> {
    file = next
    const refreshTurn = ++turn
    const latest = next?.endsWith('.md') ? await workbench.reviews(next).catch(tellFault) : null
    if (refreshTurn !== turn) return
    reviews = latest ?? { path: '', threads: [] }
    show()
  }

  function tellFault(error: unknown): null {
    say(messageOf(error))
    return null
  }

  function show(): void {
    const { threads } = reviews
    const open = threads.filter(({ thread }) => thread.etat === 'ouverte').length
    const text =
      threads.length === 0
        ? 'Aucune relecture'
        : `${plural(open, 'relecture ouverte', 'relectures ouvertes')} sur ${threads.length}`
    count.textContent = text
    if (live.textContent !== text) live.textContent = text
    options.onCounted(open)
    const chosen = author.value
    const authors = [...new Set(threads.map(({ thread }) => thread.auteur))]
    author.replaceChildren(
      h('option', { value: '' }, 'tout le monde'),
      ...authors.map(name => h('option', { value: name, selected: name === chosen }, name)),
    )
    visible = threads
      .filter(
        ({ thread }) =>
          (state.value === '' || thread.etat === state.value) &&
          (author.value === '' || thread.auteur === author.value),
      )
      .sort((a, b) => (a.passage?.from ?? -1) - (b.passage?.from ?? -1))
    // Leaves an unchanged list alone: the focus stays in it.
    const content = JSON.stringify(visible)
    if (content !== latest)
      list.replaceChildren(
        ...sameSentences(visible).map(group => {
          const views = group.map(placed => threadView(placed, deed => attempt(() => deeds[deed](placed))))
          return group.length === 1 ? (views[0] ?? '') : h('div.meme-phrase', ...views)
        }),
      )
    latest = content
    markPassages(
      editor().view,
      visible.flatMap(({ passage }) => passage ?? []),
    )
  }

  /** A thread and its place in the fiche, which may have been written in since it was shown. */
  async function current(rank: number): Promise<PlacedThread | undefined> {
    await desk.read()
    return file === null ? undefined : (await workbench.reviews(file)).threads[rank]
  }

  /** Writes a thread anew, and keeps the focus near. */
  async function change(rank: number, set: Partial<Relecture>): Promise<void> {
    const threads = reviews.threads.map(({ thread }, at) => (at === rank ? { ...thread, ...set } : thread))
    const place = [...list.querySelectorAll('article')].findIndex(view =>
      view.contains(document.activeElement),
    )
    await desk.replace(new Map([[reviews.path, await workbench.threadBytes(threads)]]))
    await refresh(file)
    const views = [...list.querySelectorAll('article')]
    ;(views[Math.min(place, views.length - 1)] ?? count).focus()
  }

  const deeds: Record<ThreadDeed, (placed: PlacedThread) => Promise<void>> = {
    async aller({ passage }) {
      if (passage) selectPassage(editor().view, passage)
    },
    async accepter({ rank }) {
      const acceptance = (await current(rank))?.acceptance
      if (!acceptance || acceptance.clash)
        return say('La phrase a changé : modifier la proposition, ou la refuser.')
      replacePassage(editor().view, acceptance, acceptance.text)
      await change(rank, { etat: 'acceptee' })
    },
    async modifier({ rank, acceptance }) {
      const proposed = h('textarea', { name: 'texte', rows: '6', required: true })
      proposed.value = acceptance?.text ?? ''
      const answers = await askIn(
        'Modifier la proposition',
        'Écrire dans la fiche',
        field('À la place de la phrase', proposed),
      )
      const passage = answers && (await current(rank))?.passage
      if (!passage) return
      replacePassage(editor().view, passage, answers['texte'] ?? '')
      await change(rank, { etat: 'acceptee' })
    },
    refuser: ({ rank }) => change(rank, { etat: 'refusee' }),
    clore: ({ rank }) => change(rank, { etat: 'close' }),
    rouvrir: ({ rank }) => change(rank, { etat: 'ouverte' }),
    async repondre({ rank, thread }) {
      const auteur = localStorage.getItem('relecture-nom') ?? ''
      const answers = await askIn(
        `Répondre à ${thread.auteur}`,
        'Répondre',
        field('De la part de', h('input', { name: 'auteur', required: true, value: auteur })),
        field('Réponse', h('textarea', { name: 'texte', rows: '4', required: true })),
      )
      if (!answers) return
      localStorage.setItem('relecture-nom', answers['auteur'] ?? '')
      const answer = {
        auteur: answers['auteur'] ?? '',
        date: new Date().toISOString().slice(0, 10),
        texte: answers['texte'] ?? '',
      }
      await change(rank, { reponses: [...thread.reponses, answer] })
    },
  }

  return {
    element,
    refresh,
    /** The cursor stands elsewhere: the thread of its sentence is shown. */
    follow() {
      const views = [...list.querySelectorAll('article')]
      for (const [rank, { passage }] of visible.entries()) {
        const isHere = passage !== null && cursorIn(editor().view, passage)
        views[rank]?.classList.toggle('ici', isHere)
        if (isHere) views[rank]?.scrollIntoView({ block: 'nearest' })
      }
    },
  }
}

/** Groups threads, in the order of the text, by their sentences; first those that have none. */
function sameSentences(threads: readonly PlacedThread[]): PlacedThread[][] {
  const groups: PlacedThread[][] = []
  for (const placed of threads) {
    const last = groups.at(-1)
    const above = last?.at(-1)?.passage
    if (last && above && placed.passage && placed.passage.from < above.to) last.push(placed)
    else groups.push([placed])
  }
  return groups
}
