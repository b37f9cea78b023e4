import { passageOf } from '../../../../src/kit/index.ts'
import { messageOf, plural } from '../../../../src/problems/index.ts'
import type { FicheReviews, PlacedThread } from '../../worker/reviews.ts'
import type { Workbench } from '../../worker/workbench.ts'
import type { Desk } from '../desk.ts'
import { askIn, attemptFor, drawIn, field, h, type Say } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { cursorIn, markPassages, selectPassage } from './passages.ts'
import { createReviewDeeds } from './review-deeds.ts'
import { partsOf, type ThreadDeed, threadView } from './thread-view.ts'

const SIGNS =
  'Des signes entourent ces mots, à laisser à leur place : ** pour le gras, * pour l’italique, [mots](adresse) pour un lien, [[fiche]] pour un renvoi, | entre les cellules, - devant un élément.'

/** Creates the list of what reviewers say of the open fiche, in the order of its text. */
export function createReviewsView(options: {
  desk: Desk
  workbench: Workbench
  editor(): Editor
  say: Say
  titleOf(slug: string): string | null
  /** The list has so many open threads. */
  onCounted(open: number): void
}) {
  const { desk, workbench, editor, say } = options
  const attempt = attemptFor(say)
  const reviewDeeds = createReviewDeeds({ desk, editor, say })
  let reviews: FicheReviews = { path: '', threads: [] }
  let visible: PlacedThread[] = []
  let turn = 0
  let views = new Map<string, HTMLElement>()

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
    const refreshTurn = ++turn
    const latest = next?.endsWith('.md') ? await workbench.reviews(next).catch(tellFault) : null
    if (refreshTurn !== turn) return
    reviews = latest ?? { path: '', threads: [] }
    drawIn(element, 'La relecture', () => {
      show()
      markPassages(
        editor().view,
        visible.flatMap(({ passage }) => passage ?? []),
      )
    })
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
    const former = views
    views = new Map()
    const reuse = (key: string, make: () => HTMLElement) => {
      const element = views.get(key) ?? former.get(key) ?? make()
      views.set(key, element)
      return element
    }
    showAnew(
      sameSentences(visible).map(group => {
        const card = (placed: PlacedThread) =>
          reuse(viewKey(placed), () =>
            threadView(placed, { act: deed => attempt(() => deeds[deed](placed)), titleOf: options.titleOf }),
          )
        const [first] = group
        return group.length === 1 && first
          ? card(first)
          : reuse(group.map(viewKey).join(), () => h('div.meme-phrase', ...group.map(card)))
      }),
    )
  }

  /** Leaves what is there already as it is: a click on it, or the focus in it, is not lost. */
  function showAnew(nodes: readonly HTMLElement[]): void {
    const articles = () => [...list.querySelectorAll('article')]
    const place = articles().findIndex(view => view.contains(document.activeElement))
    for (const node of [...list.childNodes]) if (!nodes.some(next => next === node)) node.remove()
    for (const [index, node] of nodes.entries())
      if (list.childNodes[index] !== node) list.insertBefore(node, list.childNodes[index] ?? null)
    const next = articles()
    if (place >= 0 && !list.contains(document.activeElement))
      (next[Math.min(place, next.length - 1)] ?? count).focus()
  }

  /** Has a deed done, and shows at once what came of it. */
  function act(placed: PlacedThread, refusal: string | null): void {
    if (refusal !== null) {
      say(refusal)
      return
    }
    // What is being read was written before.
    turn += 1
    const thread = reviewDeeds.find(placed.thread) ?? placed.thread
    reviews = {
      ...reviews,
      threads: reviews.threads.map(other => (other.rank === placed.rank ? { ...other, thread } : other)),
    }
    show()
  }

  const deeds: Record<ThreadDeed, (placed: PlacedThread) => Promise<void>> = {
    async aller({ thread }) {
      const text = editor().text()
      const passage = passageOf(text, thread)
      if (!passage) return
      if (passage.from < (editor().head()?.length ?? 0))
        editor().goTo(text.slice(0, passage.from).split('\n').length)
      else selectPassage(editor().view, passage)
    },
    accepter: async placed => act(placed, reviewDeeds.accept(placed.thread)),
    async modifier(placed) {
      const { lead, words, tail, signs } = partsOf(placed.acceptance?.text ?? '')
      const proposed = h('textarea', { name: 'texte', rows: '6', required: true })
      proposed.value = words
      const answers = await askIn(
        'Modifier la proposition',
        'Écrire dans la fiche',
        field('À la place de la phrase', proposed),
        ...(signs ? [h('p', SIGNS)] : []),
      )
      if (answers) act(placed, reviewDeeds.acceptAs(placed.thread, lead + (answers['texte'] ?? '') + tail))
    },
    refuser: async placed => act(placed, reviewDeeds.settle(placed.thread, 'refusee')),
    clore: async placed => act(placed, reviewDeeds.settle(placed.thread, 'close')),
    rouvrir: async placed => act(placed, reviewDeeds.settle(placed.thread, 'ouverte')),
    async repondre(placed) {
      const auteur = localStorage.getItem('relecture-nom') ?? ''
      const answers = await askIn(
        `Répondre à ${placed.thread.auteur}`,
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
      act(placed, reviewDeeds.answer(placed.thread, answer))
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

/** What a card shows. */
const viewKey = ({ thread, passage, acceptance }: PlacedThread) =>
  JSON.stringify([thread, passage !== null, acceptance?.clash])

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
