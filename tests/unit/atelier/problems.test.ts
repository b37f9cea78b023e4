import { afterEach, expect, test, vi } from 'vitest'
import { conflictView, forAuthors, sayWorths } from '../../../build/atelier/app/problems-view.ts'
import { asRead, partsOf } from '../../../build/atelier/app/review/thread-view.ts'
import type { Glance } from '../../../src/kit/glance.ts'
import { type Code, diagnose } from '../../../src/problems/index.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const glance: Glance = {
  titre: '',
  familles: [],
  sheets: [],
  sigles: {},
  settings: [],
  partenaires: {},
  couleurs: [],
}
const at = (code: Code, line: number) => diagnose(code, { file: 'a.md', line, column: 1 })

test('errors come first, then what is to complete, then advice; no command of a terminal is told', () => {
  const problems = forAuthors({
    glance,
    problems: [
      at('ressources-sans-adresse', 1),
      at('ancre-absente', 2),
      at('lien-a-completer', 3),
      at('yaml-deux-points', 4),
      at('texte-provisoire', 5),
    ],
  })
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
    ['yaml-deux-points', 4],
    ['lien-a-completer', 3],
    ['texte-provisoire', 5],
    ['ressources-sans-adresse', 1],
    ['ancre-absente', 2],
  ])
  expect(problems.map(({ hint }) => hint).join('\n')).not.toContain('« kit ')
  expect(problems.find(({ code }) => code === 'ressources-sans-adresse')?.hint).toBe(
    'Remplir ce qui manque par « Modifier ».',
  )
  expect(sayWorths(problems)).toBe('1 erreur, 2 à compléter, 2 conseils')
  expect(sayWorths([])).toBe('')
})

/** An element, as far as a view needs one. */
class Part {
  readonly nodeType = 1
  readonly children: (Part | string)[] = []
  press = () => {}
  append(...parts: (Part | string)[]) {
    this.children.push(...parts)
  }
  setAttribute() {}
  addEventListener(_: 'click', press: () => void) {
    this.press = press
  }
  /** Presses the buttons of a name. */
  pressAll(name: string) {
    if (this.children[0] === name) this.press()
    for (const child of this.children) if (child instanceof Part) child.pressAll(name)
  }
}

test.each([
  ['Garder mon texte', [], ['mine']],
  ['Prendre l’autre', [], ['theirs']],
  ['Garder le mien', ['un', 'deux'], [0, 'mine', 1, 'mine']],
  ['Prendre l’autre', ['un'], [0, 'theirs']],
  ['Garder les deux', ['un'], [0, 'both']],
])('a file that changed elsewhere: « %s » does what it says, of passages %j', (name, passages, settled) => {
  vi.stubGlobal('document', { createElement: () => new Part() })
  const done: (string | number)[] = []
  const view = conflictView('a.md', {
    overlaps: passages.map((mine, line) => ({ line, mine, theirs: '' })),
    isRemoved: false,
    goTo() {},
    settle: which => done.push(which),
    settlePassage: (index, choice) => done.push(index, choice),
  })
  ;(view as unknown as Part).pressAll(name)
  expect(done).toEqual(settled)
})

test.each([
  ['### Repérer {picto=search #reperer}', 'Repérer'],
  ['::: exemple Une recyclerie · Lyon (69) {#a}', 'Une recyclerie · Lyon (69)'],
  [
    'Voir [le **guide** des achats](https://guide.example/a_(b)) et [[reperes]].',
    'Voir le guide des achats et Repères.',
  ],
  ['Rencontrez ;\n- **Allotissez** les \\{lots\\}.', 'Rencontrez ;\n• Allotissez les {lots}.'],
  ['62 |\n| Crest | 12', '62\nCrest · 12'],
  ['| Ville | Achats |\n| --- | --- |\n| Lyon | 62 |', 'Ville · Achats\nLyon · 62'],
])('a review card shows %j as it is read', (passage, words) => {
  expect(asRead(passage, slug => (slug === 'reperes' ? 'Repères' : null))).toBe(words)
})

test.each([
  ['### Repérer {#reperer}', ['### ', 'Repérer', ' {#reperer}'], false],
  ['- Allotir.', ['- ', 'Allotir.', ''], false],
  ['Trente-deux villes.', ['', 'Trente-deux villes.', ''], false],
  ['- Le **guide** {#a}', ['', '- Le **guide** {#a}', ''], true],
])('a proposal is changed as it is read, unless signs stand among its words: %j', (passage, parts, signs) => {
  const { lead, words, tail, ...rest } = partsOf(passage)
  expect([lead, words, tail]).toEqual(parts)
  expect(rest.signs).toBe(signs)
})
