import { EditorState, Text, type TransactionSpec } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guard } from '../../../build/atelier/app/editor/guard.ts'
import { inlinesOf } from '../../../build/atelier/app/editor/inline.ts'
import { storedMarks } from '../../../build/atelier/app/editor/marks.ts'
import { formedAt, isHidden, leversEnd, shapeOf, spanOf } from '../../../build/atelier/app/editor/shape.ts'
import { between, linkText, pageKeys, restyle } from '../../../build/atelier/app/editor/typing.ts'
import { moveUnit } from '../../../build/atelier/app/editor/units.ts'

const fiche = `---
titre: Acheter
---

Un chapô.

## Les leviers {.leviers}

### Acheter {picto=search} {#acheter}

- Un
- Deux

::: exemple Un jardin · Crest (26) {#exemple-un-jardin}
Trente emplois.
:::

| A | B |
| --- | --- |
| 1 | 2 |

La fin.
`

/** A text with `|` where the cursor stands, as what a key needs of an editor. */
function at(marked: string) {
  const anchor = marked.indexOf('¦')
  let state = EditorState.create({
    doc: marked.replace('¦', ''),
    selection: { anchor },
    extensions: [EditorState.lineSeparator.of('\n'), guard, storedMarks],
  })
  const view = {
    get state() {
      return state
    },
    dispatch(...specs: TransactionSpec[]) {
      state = state.update(...specs).state
    },
    focus() {},
  } as unknown as EditorView
  const shown = () => {
    const { head } = state.selection.main
    return `${state.sliceDoc(0, head)}¦${state.sliceDoc(head)}`
  }
  return {
    shown,
    run(command: Command): string {
      command(view)
      return shown()
    },
    press(key: string): string {
      for (const { key: name, run } of pageKeys) if (name === key && run?.(view)) break
      return shown()
    },
    selected: () => state.sliceDoc(state.selection.main.from, state.selection.main.to),
    type(insert: string): string {
      const { head: from } = state.selection.main
      view.dispatch({
        changes: { from, insert },
        selection: { anchor: from + insert.length },
        userEvent: 'input.type',
      })
      return shown()
    },
    /** Deletes, moves or types over as a person does. */
    does(spec: TransactionSpec): string {
      view.dispatch(spec)
      return shown()
    },
  }
}

describe('the shape of a fiche', () => {
  const doc = Text.of(fiche.split('\n'))
  const shape = shapeOf(doc)
  const lineOf = (words: string) => fiche.slice(0, fiche.indexOf(words)).split('\n').length

  test('holds its front matter, its blocks and its tables', () => {
    expect(shape.head).toBe(3)
    expect(shape.blocks).toEqual([
      { name: 'exemple', label: 'Exemple', first: lineOf('::: exemple'), last: lineOf(':::\n\n|'), lead: 12 },
    ])
    expect(shape.tables).toEqual([{ first: lineOf('| A'), last: lineOf('| 1') }])
    expect(isHidden(shape, 2)).toBe(true)
    expect(isHidden(shape, lineOf('Trente'))).toBe(false)
  })

  test('parts a line into what is drawn before its words, its words and what is drawn behind', () => {
    const wordsOn = (words: string) => {
      const number = lineOf(words)
      const { text } = doc.line(number)
      const { lead, tail } = spanOf(shape, number, text)
      return text.slice(lead, tail)
    }
    expect(wordsOn('## Les')).toBe('Les leviers')
    expect(wordsOn('### Acheter')).toBe('Acheter')
    expect(wordsOn('- Un')).toBe('Un')
    expect(wordsOn('::: exemple')).toBe('Un jardin · Crest (26)')
    expect(wordsOn('La fin')).toBe('La fin.')
  })

  test.each([
    ['a front matter that cannot be read', '---\ntitre: "a\n---\nUn.\n'],
    ['one that is not closed', '---\ntitre: a\n\nUn.\n'],
    ['a block that is not closed', '::: exemple Un · Crest (26)\nTexte.\n\n## Suite\n'],
    ['one that does not exist', '::: exempel Un · Crest (26)\nTexte.\n:::\n'],
    ['a line of a table', '| a | b |\n'],
  ])('leaves %s to its source', (_, text) => {
    expect(shapeOf(Text.of(text.split('\n')))).toEqual({ head: 0, blocks: [], tables: [] })
  })
})

test('the parts of a line are those that Markdown sees in it', () => {
  const seen = (text: string) =>
    [...inlinesOf(text)].map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)
  expect(seen('Un **mot *très* gras** et *un* autre.')).toEqual([
    'gras **mot *très* gras**',
    'italique *très*',
    'italique *un*',
  ])
  expect(seen('[le **guide**](https://x.fr/a_(b)) et [[scic]]')).toEqual([
    'lien [le **guide**](https://x.fr/a_(b))',
    'gras **guide**',
    'renvoi [[scic]]',
  ])
  expect(seen('![Un arbre](images/arbre.png)')).toEqual(['image ![Un arbre](images/arbre.png)'])
  expect(seen('2 * 3 * 4, \\*rien\\* et ** rien **')).toEqual(['echappe \\*', 'echappe \\*'])
})

describe('the cursor', () => {
  const moved = (text: string, to: string) => {
    const page = at(text)
    return page.does({ selection: { anchor: to.indexOf('¦') }, userEvent: 'select' })
  }
  test('steps over what is not shown', () => {
    expect(moved('a\n\n¦## b', 'a\n\n¦## b')).toBe('a\n\n## ¦b')
    expect(moved('## ¦b', '¦## b')).toBe('## ¦b')
    expect(moved('a\n## ¦b', 'a\n¦## b')).toBe('a¦\n## b')
    expect(moved('## b¦ {#b}\nc', '## b {#b}¦\nc')).toBe('## b {#b}\n¦c')
    expect(moved('## ¦b {#b}\nc', '## b {#b}¦\nc')).toBe('## b¦ {#b}\nc')
    expect(moved('::: info a\nb¦\n:::\nc', '::: info a\nb\n¦:::\nc')).toBe('::: info a\nb\n:::\n¦c')
    expect(moved('::: info a\nb\n:::\n¦c', '::: info a\nb\n:::¦\nc')).toBe('::: info a\nb¦\n:::\nc')
    expect(moved('---\na: 1\n---\n¦b', '---\n¦a: 1\n---\nb')).toBe('---\na: 1\n---\n¦b')
  })
  test('comes behind a link at the end of its words, where it was not among them', () => {
    expect(moved('¦Voir [un](https://x.fr)', 'Voir [un¦](https://x.fr)')).toBe('Voir [un](https://x.fr)¦')
    expect(moved('Voir [u¦n](https://x.fr)', 'Voir [un¦](https://x.fr)')).toBe('Voir [un¦](https://x.fr)')
    expect(moved('¦Voir **un**', 'Voir **un¦**')).toBe('Voir **un¦**')
  })
})

test('the cursor stays before the mark of a line when the line below goes', () => {
  const text = '::: info Un {#un}\n¦\n:::'
  const [from, to] = [text.indexOf('\n'), text.indexOf('¦')]
  expect(at(text).does({ changes: { from, to }, userEvent: 'delete.backward' })).toBe(
    '::: info Un¦ {#un}\n:::',
  )
})

describe('no key breaks', () => {
  const deleted = (text: string, from: string, length: number) =>
    at(`¦${text}`).does({
      changes: { from: text.indexOf(from), to: text.indexOf(from) + length },
      userEvent: 'delete',
    })
  test.each([
    ['a block at its beginning', '\n\n::: exemple', 2],
    ['its name', 'exemple Un', 4],
    ['its end', '\n:::\n\n|', 2],
    ['a table', '\n| 1', 1],
    ['the front matter', '---\n\nUn', 2],
    ['half of a block', 'Trente emplois.\n:::\n', 19],
  ])('%s', (_, from, length) => {
    expect(deleted(fiche, from, length)).toBe(`¦${fiche}`)
  })
  test('what is taken away whole, or stands beside it', () => {
    expect(deleted(fiche, '::: exemple', fiche.indexOf('| A') - fiche.indexOf('::: ex'))).not.toContain(':::')
    expect(deleted(fiche, 'Trente', 6)).toContain('Crest (26) {#exemple-un-jardin}\n emplois.\n:::')
    expect(deleted(fiche, '\n\n::: exemple', 1)).toContain('- Deux\n::: exemple')
  })
})

test('whatever keys are pressed, front matter, blocks and tables stand, and the cursor stays among words', () => {
  const key = fc.constantFrom('x', ' ', 'é', '←', '→', '⌫', '⌦', 'Enter', 'Backspace')
  fc.assert(
    fc.property(fc.nat(fiche.length), fc.array(key, { maxLength: 60 }), (start, keys) => {
      const page = at(`¦${fiche}`)
      page.does({ selection: { anchor: start }, userEvent: 'select' })
      for (const one of keys) {
        const cursor = page.shown().indexOf('¦')
        const end = page.shown().length - 1
        const [back, on] = [Math.max(0, cursor - 1), Math.min(end, cursor + 1)]
        if (one === '←' || one === '→')
          page.does({ selection: { anchor: one === '←' ? back : on }, userEvent: 'select' })
        else if (one === '⌫') page.does({ changes: { from: back, to: cursor }, userEvent: 'delete' })
        else if (one === '⌦') page.does({ changes: { from: cursor, to: on }, userEvent: 'delete' })
        else if (one.length > 1) page.press(one)
        else page.type(one)
      }
      const [before = '', after = ''] = page.shown().split('¦')
      const doc = Text.of(`${before}${after}`.split('\n'))
      const shape = shapeOf(doc)
      expect(shape.head).toBe(3)
      expect(shape.blocks.map(({ name }) => name)).toEqual(['exemple'])
      expect(shape.tables.map(({ first, last }) => last - first)).toEqual([2])
      const line = doc.lineAt(before.length)
      const { lead, tail } = spanOf(shape, line.number, line.text)
      expect(isHidden(shape, line.number)).toBe(false)
      expect(before.length).toBeGreaterThanOrEqual(line.from + lead)
      expect(before.length).toBeLessThanOrEqual(line.from + tail)
    }),
    { numRuns: 300 },
  )
})

test('what is typed on an empty line is a paragraph of its own', () => {
  const typed = (marked: string) => at(marked).type('x')
  expect(typed('a\n¦\nb')).toBe('a\n\nx¦\n\nb')
  expect(typed('a\n\n¦\n\nb')).toBe('a\n\nx¦\n\nb')
  expect(typed('::: info a\n¦\n:::')).toBe('::: info a\nx¦\n:::')
  expect(typed('::: info a\nb\n:::\n¦\nc')).toBe('::: info a\nb\n:::\n\nx¦\n\nc')
  expect(typed('::: citation¦\nb\n:::')).toBe('::: citation x¦\nb\n:::')
})

describe('Enter', () => {
  test.each([
    ['ends a paragraph', 'Un.¦', 'Un.\n\n¦'],
    ['parts one', 'Un. ¦Deux.', 'Un. \n\n¦Deux.'],
    ['goes on with a list', '- Un¦', '- Un\n- ¦'],
    ['keeps its indent and counts', '  2. Un¦', '  2. Un\n  3. ¦'],
    ['ends a list where nothing was written', '- Un\n- ¦', '- Un\n¦'],
    ['leaves a mark on its line', '### Un¦ {picto=sun} {#un}', '### Un {picto=sun} {#un}\n\n¦'],
    ['parts a title before its mark', '### Un¦ deux {#un}', '### Un {#un}\n\n¦ deux'],
    ['moves a title down', 'a\n\n## ¦Un', 'a\n\n\n\n## ¦Un'],
    ['goes to the text of a block', '::: info Un¦ {#un}\n:::', '::: info Un {#un}\n¦\n:::'],
    ['adds one line to an empty one', 'a\n\n¦\nb', 'a\n\n\n¦\nb'],
    ['goes on behind bold words', 'Un **mot¦**', 'Un **mot**\n\n¦'],
    ['goes on behind a link in bold', '- **[a¦](https://x.fr)**', '- **[a](https://x.fr)**\n- ¦'],
  ])('%s', (_, before, after) => {
    expect(at(before).press('Enter')).toBe(after)
  })
})

describe('Backspace', () => {
  test.each([
    ['joins paragraphs', 'Un.\n\n¦Deux.', 'Un.¦Deux.'],
    ['joins a paragraph to a title', '## Un {#un}\n\n¦Deux', '## Un¦Deux {#un}'],
    ['makes a paragraph of an item', '- Un\n- ¦Deux\n- Trois', '- Un\n\n¦Deux\n\n- Trois'],
    ['makes a paragraph of a title, without its mark', '### ¦Un {picto=sun} {#un}', '¦Un'],
    ['joins nothing to a block', '::: info a\nb\n:::\n\n¦c', '::: info a\nb\n:::\n\n¦c'],
  ])('%s', (_, before, after) => {
    expect(at(before).press('Backspace')).toBe(after)
  })
})

describe('Delete', () => {
  test.each([
    ['joins paragraphs', 'Un.¦\n\nDeux.', 'Un.¦Deux.'],
    ['joins an item without its sign', 'Un.¦\n\n- Deux\n- Trois', 'Un.¦Deux\n- Trois'],
    ['takes an empty frame away', 'a\n\n::: info \n¦\n:::\n\nb', 'a\n\n¦b'],
  ])('%s', (_, before, after) => {
    expect(at(before).press('Delete')).toBe(after)
  })
  test('Backspace takes an empty frame away too, and none that holds a word', () => {
    expect(at('a\n\n::: info ¦\n:::').press('Backspace')).toBe('a¦\n')
    expect(at('::: info Un\n¦\n:::').press('Backspace')).toBe('::: info Un\n¦\n:::')
  })
})

describe('a selection', () => {
  const selected = (marked: string, event = 'select.pointer') => {
    const anchor = marked.indexOf('[')
    const head = marked.indexOf(']') - 1
    const page = at(`¦${marked.replace(/[[\]]/g, '')}`)
    page.does({ selection: { anchor, head }, userEvent: event })
    return page
  }
  const block = '::: info Un\nDeux\n:::'
  test('that crosses the edge of a block holds all of it', () => {
    expect(selected('a[vant\n\n::: info Un\nDe]ux\n:::\n\nb').selected()).toBe(`vant\n\n${block}`)
    expect(selected('a\n\n::: info Un\nDe[ux\n:::\n\nb] c').selected()).toBe(`${block}\n\nb`)
    expect(selected('::: info U[n\nDe]ux\n:::').selected()).toBe('n\nDe')
  })
  test('leaves the block that it comes back from', () => {
    const page = selected('a[vant\n\n::: info Un\nDe]ux\n:::\n\nb')
    const { length } = 'avant\n\n::: info Un\nDeux'
    page.does({ selection: { anchor: 1, head: length }, userEvent: 'select' })
    expect(page.selected().trim()).toBe('vant')
  })
  const taken = (marked: string, insert = '') => {
    const page = selected(marked)
    const [from, to] = [marked.indexOf('['), marked.indexOf(']') - 1]
    const anchor = from + insert.length
    const userEvent = insert ? 'input.type' : 'delete.selection'
    return page.does({ changes: { from, to, insert }, selection: { anchor }, userEvent })
  }
  test.each([
    ['[Un.\n\n### ]Deux', '### ¦Deux'],
    ['U[n.\n\n### ]Deux', 'U¦\n\n### Deux'],
    ['U[n.\n\n### De]ux {#deux}', 'U¦\n\n### ux {#deux}'],
    ['[Un.\n\n### De]ux', '### ¦ux'],
    ['### U[n {#un}\n\nTexte\n\n### D]eux', '### U¦ {#un}\n\n### eux'],
    ['U[n.\n\n### Deux] {#deux}\n\nb', 'U¦\n\nb'],
  ])('that ends in a title leaves its sign: %s', (before, after) => {
    expect(taken(before)).toBe(after)
  })
  test('that is typed over leaves it too', () => {
    expect(taken('[Un.\n\n### ]Deux', 'x')).toBe('x¦\n\n### Deux')
  })
})

describe('a unit changes places', () => {
  test.each([
    ['a block and a paragraph', 1, '::: info ¦Un\n:::\n\nb', 'b\n\n::: info ¦Un\n:::'],
    ['a paragraph and a block', -1, '::: info Un\n:::\n\nb¦', 'b¦\n\n::: info Un\n:::'],
    ['two levers', 1, '### A¦\n\na\n\n### B\n\nb\n\n## C', '### B\n\nb\n\n### A¦\n\na\n\n## C'],
    ['no lever out of its section', 1, '### A¦\n\na\n\n## C', '### A¦\n\na\n\n## C'],
    ['two items', -1, '- a\n- b¦\n', '- b¦\n- a\n'],
    [
      'a block and the title above',
      -1,
      '## A\n\na\n\n### B\n\n::: info ¦Un\n:::',
      '## A\n\na\n\n::: info ¦Un\n:::\n\n### B',
    ],
    ['nothing with the front matter', -1, '---\ntitre: a\n---\n\nb¦', '---\ntitre: a\n---\n\nb¦'],
  ] as const)('%s', (_, way, before, after) => {
    expect(at(before).run(moveUnit(way))).toBe(after)
  })
})

describe('what has a form', () => {
  const doc = Text.of(fiche.split('\n'))
  test('is the block, the table, the lever or the picture of the cursor', () => {
    const at = (words: string) => formedAt(doc, fiche.indexOf(words))?.text
    expect(at('Trente')).toMatch(/^::: exemple[\s\S]*\n:::$/)
    expect(at('| 1')).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |')
    expect(at('\n\nLa fin')).toMatch(/^\| A/)
    expect(at('\nLa fin')).toMatch(/^\| A/)
    expect(at('Acheter {')).toBe('### Acheter {picto=search} {#acheter}')
    expect(at('La fin')).toBeUndefined()
  })
  test('a lever goes to the end of the section of levers, from outside of it', () => {
    const levers = Text.of('## A {.leviers}\n\n### B\n\nb\n\n## C\n'.split('\n'))
    expect(leversEnd(levers, 18)).toBe(18)
    expect(leversEnd(levers, 31)).toBe(25)
    expect(leversEnd(Text.of(['## A']), 0)).toBeNull()
  })
})

describe('the bar', () => {
  test.each([
    ['titre', 'U¦n', '## U¦n'],
    ['sous-titre', '## U¦n {#un}', '### U¦n {#un}'],
    ['texte', '## ¦Un', '¦Un'],
    ['liste', 'U¦n', '- U¦n'],
    ['titre', '- a\n- U¦n\n- b', '- a\n\n## U¦n\n\n- b'],
    ['titre', '::: info U¦n\n:::', '::: info U¦n\n:::'],
  ] as const)('gives the style « %s »', (style, before, after) => {
    expect(at(before).run(restyle(style))).toBe(after)
  })

  test('makes one list of several paragraphs', () => {
    const page = at('¦Un\n\nDeux\n\nTrois')
    page.does({ selection: { anchor: 0, head: 8 } })
    expect(page.run(restyle('liste')).replace('¦', '')).toBe('- Un\n- Deux\n\nTrois')
  })

  test('puts a word in bold and takes it out again', () => {
    expect(at('Un mot¦ ici').run(between('**'))).toBe('Un **mot¦** ici')
    expect(at('Un **m¦ot** ici').run(between('**'))).toBe('Un m¦ot ici')
    const page = at('Un mot ici')
    page.does({ selection: { anchor: 2, head: 7 } })
    expect(page.run(between('**'))).toBe('Un **mot¦** ici')
  })

  test('ends bold at its second press, as a word processor does', () => {
    expect(at('Un **mot¦**').run(between('**'))).toBe('Un **mot**¦')
    expect(at('Un **mot ¦** ici').run(between('**'))).toBe('Un **mot** ¦ ici')
    expect(at('Un **¦**').run(between('**'))).toBe('Un ¦')
    expect(at('Un **m*o¦* t** ici').run(between('*'))).toBe('Un **m*o*¦ t** ici')
  })

  test('writes no sign around nothing: what is typed next gets them, and takes them away when it goes', () => {
    const page = at('Un ¦')
    expect(page.run(between('**'))).toBe('Un ¦')
    expect(page.run(between('*'))).toBe('Un ¦')
    expect(page.type('m')).toBe('Un ***m¦***')
    expect(page.does({ changes: { from: 6, to: 7 }, userEvent: 'delete.backward' })).toBe('Un ¦')
    page.run(between('**'))
    page.run(between('**'))
    expect(page.type('m')).toBe('Un m¦')
    expect(page.type(' ')).toBe('Un m ¦')
    page.run(between('**'))
    page.does({ selection: { anchor: 2 } })
    expect(page.type('e')).toBe('Une¦ m ')
    const blank = at('Un  ¦ mot')
    blank.does({ selection: { anchor: 2, head: 4 } })
    expect(blank.run(between('**')).replace('¦', '')).toBe('Un   mot')
  })

  test('selects nothing that was not: what is typed next goes behind the word', () => {
    const page = at('Un m¦ot ici')
    expect(page.run(between('**'))).toBe('Un **m¦ot** ici')
    expect(page.selected()).toBe('')
  })
})

test('a link has the address that a browser would open for what was typed', () => {
  expect(linkText('le RTES', ' www.rtes.fr/mes docs ')).toBe('[le RTES](https://www.rtes.fr/mes%20docs)')
  expect(linkText('écrire', 'contact@rtes.fr')).toBe('[écrire](mailto:contact@rtes.fr)')
  expect(linkText('a', 'http://a.fr/@b')).toBe('[a](http://a.fr/@b)')
  expect(linkText('a', 'mailto:a@b.fr')).toBe('[a](mailto:a@b.fr)')
})

describe('lists and the end of a block', () => {
  const list = `---\ntitre: A\n---\n\n- Un\n- ¦Deux\n\nLa fin.\n`

  test('an item goes under the one above, is numbered, and is one again', () => {
    const text = at(list)
    expect(text.run(restyle('sous-liste'))).toContain('- Un\n  - ¦Deux\n')
    expect(text.run(restyle('liste numérotée'))).toContain('- Un\n1. ¦Deux\n')
    expect(text.run(restyle('liste'))).toContain('- Un\n- ¦Deux\n')
  })

  test.each([
    ['a text', 'Trente emplois.', 2],
    ['a list', '- Trente emplois', 3],
  ])('Enter on the empty last line of a block goes on below it, after %s', (_, words, times) => {
    const text = at(fiche.replace('Trente emplois.', `${words}¦`))
    for (let time = 0; time < times; time++) text.press('Enter')
    expect(text.shown()).toContain(`${words}\n:::\n\n¦\n\n| A | B |`)
  })
})
