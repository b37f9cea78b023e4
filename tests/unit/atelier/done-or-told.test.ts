import { history, redo, undo } from '@codemirror/commands'
import { replaceAll, SearchQuery, search, setSearchQuery } from '@codemirror/search'
import { EditorState, type Transaction, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../../../build/atelier/app/desk.ts'
import {
  alongside,
  deedOn,
  followHistory,
  fromOutside,
  takenFrom,
} from '../../../build/atelier/app/editor/deeds.ts'
import { guard, wordsOnChange } from '../../../build/atelier/app/editor/guard.ts'
import { isInWords } from '../../../build/atelier/app/editor/text.ts'
import { createReviewDeeds } from '../../../build/atelier/app/review/review-deeds.ts'
import { memoryShelf } from '../../../build/atelier/shelf/shelf.ts'
import {
  acceptedText,
  isProposition,
  memoryFolder,
  type Relecture,
  threadsOf,
  writeThreads,
} from '../../../src/kit/index.ts'
import { thorough } from '../../thorough.ts'
import { until } from '../../until.ts'
import { alone, reader } from './bare-desk.ts'

const FICHE = 'leviers/02-achats.md'
const THREADS = 'relectures/achats.yaml'
const source = `---
numero: 2
slug: achats
titre: Acheter autrement
resume: Acheter, c'est choisir.
---

La commande publique soutient les emplois.

## Les leviers {.leviers}

### Repérer {picto=search #reperer}

Une recherche avant les achats.

- Rencontrez les structures ;
- Allotissez les marchés.

::: exemple Une recyclerie · Lyon (69) {#exemple-une-recyclerie}
Trente emplois.
:::

| Ville | Achats |
| --- | --- |
| Lyon | 62 |

### Acheter

Un achat simple. Une phrase de plus.
`

/** One proposal for each kind of place; each brings a word that stands nowhere else. */
const proposals = (
  [
    ['Acheter autrement', 'Acheter autrement : mot0'],
    ["Acheter, c'est choisir.", "Acheter, c'est mot1."],
    ['La commande publique soutient les emplois.', 'La commande mot2 soutient les emplois.'],
    ['Repérer', 'Repérer mot3'],
    ['Rencontrez les structures ;', ''],
    ['Allotissez les marchés.', 'Allotissez les marchés.\n- mot5'],
    ['Une recyclerie', 'Une mot6 recyclerie'],
    ['Trente emplois.', 'mot7 emplois.'],
    ['62', '62 |\n| mot8 | 12'],
    ['Un achat simple.', 'Un achat mot9.'],
    ['Un achat simple.', 'Un mot10 achat simple.'],
  ] as const
).map(
  ([exact, remplace_par]): Relecture => ({
    auteur: 'Ana Lo',
    date: '2026-12-03',
    etat: 'ouverte',
    citation: { exact, avant: '', apres: '' },
    texte: '',
    remplace_par,
    reponses: [],
  }),
)

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | null | undefined) => new TextDecoder().decode(bytes ?? undefined)

/** The editor with its desk, as the app puts them together, without a page. */
async function open() {
  const files = new Map([
    [FICHE, bytesOf(source)],
    [THREADS, bytesOf(writeThreads(proposals))],
  ])
  const shelf = memoryShelf('kit', files)
  const watchers: (() => void)[] = []
  const desk = await openDesk(
    {
      ...shelf,
      watch(onChange) {
        watchers.push(onChange)
        return () => {}
      },
    },
    reader,
    alone,
  )
  const messages: string[] = []
  let state = EditorState.create({
    doc: source,
    extensions: [EditorState.lineSeparator.of('\n'), history(), alongside, guard, search()],
  })
  function dispatch(...specs: (Transaction | TransactionSpec)[]) {
    for (const spec of specs) {
      const transaction = 'newDoc' in spec ? spec : state.update(spec)
      state = transaction.state
      if (transaction.docChanged && !transaction.annotation(fromOutside))
        desk.edit(FICHE, bytesOf(state.doc.toString()))
      followHistory([transaction])
      const words = wordsOnChange(transaction)
      if (words) messages.push(words)
    }
  }
  const view = {
    get state() {
      return state
    },
    dispatch,
  } as unknown as EditorView
  desk.listen(event => {
    if (event.kind === 'replaced' && event.path === FICHE)
      dispatch(takenFrom(state, textOf(desk.bytesOf(FICHE)), event.isQuiet === true))
    if (event.kind === 'fault') messages.push(event.text)
  })
  const text = () => state.doc.toString()
  const editor = {
    text,
    write(next: string, along: Parameters<typeof deedOn>[2]) {
      dispatch(deedOn(state, next, along))
      return text() === next
    },
  }
  const threads = () => threadsOf(text(), { read: path => desk.bytesOf(path) ?? 'absent' }).threads
  return {
    desk,
    files,
    view,
    messages,
    text,
    threads,
    deeds: createReviewDeeds({ desk, editor: () => editor, say: words => messages.push(words) }),
    /** Somebody else writes into the file on the shelf. */
    async writeOutside(word: string, change: (text: string) => string) {
      files.set(FICHE, bytesOf(change(textOf(files.get(FICHE)))))
      for (const tell of watchers) tell()
      // Until it is taken in: merged, or held for a choice.
      await until(() => desk.conflicts().length > 0 || text().includes(word))
      while (desk.overlaps(FICHE).length > 0) await desk.settlePassage(FICHE, 0, 'both')
      expect(desk.conflicts()).toEqual([])
    },
  }
}

const deed = <D extends string, R extends object>(
  weight: number,
  does: readonly D[],
  on: fc.Arbitrary<R>,
) => ({
  weight,
  arbitrary: fc.tuple(fc.constantFrom(...does), on).map(([does, what]) => ({ does, ...what })),
})
const thread = fc.record({ thread: fc.nat(proposals.length - 1) })
const step = fc.oneof(
  deed(4, ['accept'] as const, thread),
  deed(2, ['refuse', 'reopen', 'answer'] as const, thread),
  deed(4, ['undo', 'undo', 'redo', 'save'] as const, fc.constant({})),
  deed(
    1,
    ['replace'] as const,
    fc.record({
      words: fc.constantFrom('achat', 'emplois', 'Lyon', 'Acheter'),
      by: fc.constantFrom('troc', 'a | b', 'x: y'),
    }),
  ),
  deed(2, ['outside'] as const, fc.record({ place: fc.nat(40) })),
  deed(
    3,
    ['delete', 'paste', 'type'] as const,
    fc.record({
      from: fc.nat(source.length),
      length: fc.nat(60),
      text: fc.constantFrom('x', 'Un paragraphe.\n\nUn autre.', '- un\n- deux'),
    }),
  ),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const wordOf = (rank: number) => `mot${rank}\\b`
const has = (text: string, rank: number) => new RegExp(wordOf(rank)).test(text)

test('whatever is done, text, threads and messages agree, and nothing that somebody else wrote is gone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async steps => {
      const page = await open()
      /** Words of somebody else that nobody here took away. */
      const others = new Set<string>()
      for (const [index, one] of steps.entries()) {
        const before = { text: page.text(), threads: page.threads(), messages: page.messages.length }
        const answer = await does(page, one, `autre${index}`)
        const after = { text: page.text(), threads: page.threads() }
        if (one.does === 'outside') others.add(`autre${index}`)

        // The desk has what the editor shows, and each thread is there, saying what it said.
        expect(textOf(page.desk.bytesOf(FICHE))).toBe(after.text)
        expect(after.threads.map(({ remplace_par }) => remplace_par)).toEqual(
          proposals.map(({ remplace_par }) => remplace_par),
        )
        // A deed is done, or says that it was not.
        if (one.does === 'accept') {
          const former = before.threads[one.thread]
          const isOpen = former?.etat === 'ouverte' && isProposition(former)
          const accepted = isOpen ? acceptedText(before.text, former) : null
          expect(after.text).toBe(accepted ?? before.text)
          expect(after.threads[one.thread]?.etat).toBe(accepted === null ? former?.etat : 'acceptee')
          if (isOpen) expect(answer === null).toBe(accepted !== null)
        } else if (one.does === 'delete' || one.does === 'replace') {
          const isSame = after.text === before.text
          if (answer !== null && isSame) expect(page.messages.length).toBeGreaterThan(before.messages)
          if (one.does === 'replace' && !isSame) expect(page.messages.at(-1)).toMatch(/^\d+ remplacement/)
        }
        // A mark goes with its words.
        for (const [rank, { etat }] of after.threads.entries()) {
          const [was, is] = [has(before.text, rank), has(after.text, rank)]
          if (one.does === 'undo' && was && !is) expect(etat).toBe('ouverte')
          if (one.does === 'redo' && !was && is) expect(etat).toBe('acceptee')
          const isMarked = etat !== before.threads[rank]?.etat && etat === 'acceptee'
          if (isMarked && proposals[rank]?.remplace_par !== '') expect(is).toBe(true)
        }
        // What others wrote goes by one's own hand alone, and never by an undo.
        const isOwn = ['accept', 'replace', 'delete', 'paste', 'type'].includes(one.does)
        for (const word of others)
          if (!after.text.includes(word)) {
            expect(isOwn, `${word} is gone by ${one.does}`).toBe(true)
            others.delete(word)
          }
      }
      await page.desk.save()
      expect(textOf(page.files.get(FICHE))).toBe(page.text())
      expect(threadsOf(page.text(), memoryFolder(page.files)).threads).toEqual(page.threads())
    }),
    { numRuns: thorough ? 500 : 12 },
  )
}, 600_000)

/** @returns what the deed answers; null: it is done, or there was nothing to do */
async function does(
  page: Awaited<ReturnType<typeof open>>,
  step: Step,
  word: string,
): Promise<string | null> {
  const { view, deeds } = page
  const size = view.state.doc.length
  if (step.does === 'save') await page.desk.save()
  else if (step.does === 'undo') undo(view)
  else if (step.does === 'redo') redo(view)
  else if (step.does === 'outside')
    await page.writeOutside(word, text => {
      const lines = text.split('\n')
      const body = lines.flatMap((line, at) => (at > 6 && /^[A-Z][^|:]*\.$/.test(line) ? [at] : []))
      const at = body[step.place % body.length] ?? lines.length - 1
      lines[at] = step.place % 2 === 0 ? `${lines[at]} ${word}` : `${lines[at]}\n\n${word}.`
      return lines.join('\n')
    })
  else if (step.does === 'replace') {
    view.dispatch({
      effects: setSearchQuery.of(new SearchQuery({ search: step.words, replace: step.by, test: isInWords })),
    })
    return replaceAll(view) ? 'replaced' : null
  } else if ('from' in step) {
    const [anchor, head] = [Math.min(step.from, size), Math.min(step.from + step.length, size)]
    view.dispatch({ selection: { anchor, head }, userEvent: 'select.pointer' })
    const { from, to } = view.state.selection.main
    if (step.does === 'delete' && from === to) return null
    const insert = step.does === 'delete' ? '' : step.text
    const userEvent = { delete: 'delete.selection', paste: 'input.paste', type: 'input.type' }[step.does]
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent })
    return 'changed'
  } else if ('thread' in step) {
    const thread = proposals[step.thread] as Relecture
    if (step.does === 'accept') return deeds.accept(thread)
    if (step.does === 'answer')
      return deeds.answer(thread, { auteur: 'RTES', date: '2026-12-04', texte: 'Oui.' })
    return deeds.settle(thread, step.does === 'refuse' ? 'refusee' : 'ouverte')
  }
  return null
}

test('proposals are accepted as fast as clicks come; each undo takes one back, and redo does it again', async () => {
  const page = await open()
  const count = () => page.threads().filter(({ etat }) => etat === 'ouverte').length
  const all = count()
  for (const thread of page.threads().slice(0, 3)) expect(page.deeds.accept(thread)).toBeNull()
  expect(count()).toBe(all - 3)
  undo(page.view)
  expect(count()).toBe(all - 2)
  undo(page.view)
  expect(count()).toBe(all - 1)
  redo(page.view)
  expect(count()).toBe(all - 2)
})

test('an undo takes an acceptance back, and not what was typed beside it before', async () => {
  const page = await open()
  const [passage, rank] = ['Trente emplois.', 7]
  const from = page.text().indexOf(passage)
  page.view.dispatch({ changes: { from, insert: 'Les miens. ' }, userEvent: 'input.type' })
  expect(page.deeds.accept(page.threads()[rank] as Relecture)).toBeNull()
  undo(page.view)
  expect(page.text()).toContain(`Les miens. ${passage}`)
  expect(page.threads()[rank]?.etat).toBe('ouverte')
})
