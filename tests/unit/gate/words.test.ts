import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { passagesOf, words } from '../../../build/gate/checks/words.ts'
import { parseHtml } from '../../../build/gate/read/html.ts'
import { streamOf } from '../../../build/gate/read/words.ts'
import { authoredOf, isBackCover, sequence } from '../../../src/kit/indexes/indexes.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { addressOf, siteFile } from '../../../src/text/addresses.ts'
import { runs } from '../../thorough.ts'
import { carnetOf, readCarnet } from './carnet.ts'

const { kit } = await readCarnet()

/** Findings where a layout adds labels, a PDF draws its charts, and the site has been edited. */
async function findingsOf(edit: (paragraphs: string[]) => string[], of = kit) {
  const first = sequence(of).find(({ kind }) => kind === 'fiche')
  const written = sequence(of).flatMap(item => {
    const document = authoredOf(item)
    if (!document) return []
    const passages = passagesOf(of, document)
    const [title = '', ...body] = passages.map(({ text }) => text)
    const isTitled = !isBackCover(item)
    const laidOut = (texts: string[]) => (isTitled ? [title, 'Exemple', ...texts] : texts)
    const drawn = passages.filter(({ drawable }) => drawable).map(({ text }) => text)
    const printed = passages.slice(1).filter(({ drawable }) => !drawable)
    return [
      {
        item,
        elements: laidOut(body),
        printed: laidOut(printed.map(({ text }) => text)),
        alt: drawn.join(' ; '),
      },
    ]
  })
  const htmlOf = (elements: string[]) =>
    elements.map(text => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')
  const editions = {
    kit: of,
    site: async () => ({
      pages: new Map(
        written.map(({ item, elements }) => {
          const [title = '', ...body] = item.id === first?.id ? edit(elements) : elements
          return [
            siteFile(item),
            { root: parseHtml(`<h1>${title}</h1><div class="corps">${htmlOf(body)}</div>`) },
          ]
        }),
      ),
    }),
    epub: async () => ({
      chapter: (href: string) => {
        const document = written.find(({ item }) => addressOf(item, 'epub', of) === href)
        return document && { root: parseHtml(`<body>${htmlOf(document.elements)}</body>`) }
      },
    }),
    pdf: async () => ({
      pages: written.map(({ printed, alt }, index) => ({
        number: index + 1,
        elements: printed,
        structure: { role: 'Figure', alt, children: [], text: '' },
      })),
      outline: [],
      destinations: new Map(written.map(({ item }, index) => [item.id, index + 1])),
    }),
  } as unknown as Subject
  const { findings = [] } = await gathered(words.run(editions))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

test('an edition that says all words, and labels besides, is right', async () => {
  expect(await findingsOf(elements => elements)).toEqual([])
})

/** The third element edited. */
const third = (edit: (text: string) => string) => (elements: string[]) =>
  elements.map((text, at) => (at === 2 ? edit(text) : text))

test.each<[string, (elements: string[]) => string[], RegExp]>([
  ['a lost word', third(text => text.replace(/ \S+/, '')), /^Site, .*ligne \d+\) : Passage perdu ou changé/],
  ['a capital that became small', third(text => text.toLowerCase()), /perdu ou changé/],
  [
    'a paragraph that changed places',
    ([title = '', label = '', moved = '', ...body]) => [title, label, ...body, moved],
    /Passage déplacé/,
  ],
])('%s: found, and nothing else', async (_, edit, found) => {
  expect(await findingsOf(edit)).toEqual([expect.stringMatching(found)])
})

test('a passage that a page cuts is found in its two pieces, and no other', () => {
  expect(streamOf(['Avant', 'Unlongpass', 'Marge', 'agecoupé']).claim('Unlongpassagecoupé')).toBe(5)
  expect(streamOf(['Avant', 'Unlongpass', 'Marge', 'coupé']).claim('Unlongpassagecoupé')).toBeNull()
  // A piece that follows begins with its element.
  expect(streamOf(['Unlongpass', 'Margeagecoupé', 'endeux']).claim('Unlongpassagecoupéendeux')).toBeNull()
})

test('what is said twice must be there twice', () => {
  const stream = streamOf(['Unemairie', 'Autre'])
  expect([stream.claim('Unemairie'), stream.claim('Unemairie')]).toEqual([0, null])
})

test('in a text that repeats itself, cut by pages, the one lost sentence is found at its line', async () => {
  const words = 'la commune tient un marché du samedi avec ceux qui cultivent ici'.split(' ')
  const said = (seed: number, length: number) =>
    Array.from({ length }, (_, index) => words[(seed * 7 + index * 5) % words.length]).join(' ')
  const gestes = Array.from(
    { length: 40 },
    (_, index) =>
      `### Geste ${index}\n\n${said(index, 90)}.\n\n- ${said(index, 24)}\n- ${said(index + 1, 36)}\n`,
  )
  const repeated = await carnetOf(`${gestes.join('\n')}\n`)
  const cut = (elements: string[]) =>
    elements.flatMap((text, at) => {
      const end = at % 11 === 4 ? text.indexOf(' ', 20 + ((at * 13) % 60)) : 0
      return end > 0 ? [text.slice(0, end), text.slice(end)] : [text]
    })
  expect(await findingsOf(cut, repeated)).toEqual([])
  for (const geste of [3, 20, 38])
    expect(
      await findingsOf(elements => {
        const at = elements.indexOf(`Geste ${geste}`) + 1
        return cut(elements.toSpliced(at, 1, elements[at]?.replace(said(geste + 2, 8), '') ?? ''))
      }, repeated),
    ).toEqual([expect.stringContaining(`ligne ${geste * 7 + 11}) : Passage perdu`)])
})

test('a line of a paragraph is not taken by the passage that says the same', async () => {
  const inLines = (elements: string[]) =>
    elements.flatMap(text => (text.endsWith('main.') ? ['Un site', 'sous la main.'] : [text]))
  const kit = await carnetOf('Un site\\\nsous la main.\n\n- Un site\n')
  expect(await findingsOf(inLines, kit)).toEqual([])
})

test('labels of one letter or one figure are found where they stand, in charts, tables and lists', async () => {
  const label = fc.constantFrom(...'A B C D E a b 1 2 3 9 É ½ m² AB 12'.split(' '))
  const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 6 })
  const row = (mark: string, all: string[]) => all.map(text => mark.replaceAll('X', text)).join('\n')
  const piece = fc.tuple(fc.constantFrom('table', 'liste', 'graphique', 'roue', 'texte'), labels).map(
    ([kind, all]) =>
      ({
        table: `| Zone | Part |\n|---|---|\n${row('| X | X |', all)}`,
        liste: row('- X', all),
        graphique: `::: graphique barres Les zones\n| Zone | Part |\n|---|---|\n${row('| X | 4 |', all)}\n\nSource : Insee\n:::`,
        roue: `::: domaines Les domaines\n${row('- **X**', all)}\n:::`,
        texte: `Bâtiments de la zone ${all.join(', ')}.`,
      })[kind],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async pieces => {
      const kit = await carnetOf(`Un texte.\n\n${pieces.join('\n\n')}\n`)
      expect(await findingsOf(elements => elements, kit)).toEqual([])
    }),
    { numRuns: runs(60) },
  )
})
