import { beforeAll, expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { passagesOf, words } from '../../../build/gate/checks/words.ts'
import { parseHtml } from '../../../build/gate/read/html.ts'
import { streamOf } from '../../../build/gate/read/words.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { authoredOf, isBackCover, sequence } from '../../../src/kit/indexes/sequence.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { addressOf, siteFile } from '../../../src/text/addresses.ts'

let kit: Kit
beforeAll(async () => {
  const read = await readKit('tests/visual/carnet')
  if (!read.kit) throw new Error('the notebook cannot be read')
  kit = read.kit
})

/** Findings where a layout adds labels, and the site has been edited. */
async function findingsOf(edit: (paragraphs: string[]) => string[]) {
  const first = sequence(kit).find(({ kind }) => kind === 'fiche')
  const written = sequence(kit).flatMap(item => {
    const document = authoredOf(item)
    if (!document) return []
    const [title = '', ...body] = passagesOf(kit, document).map(({ text }) => text)
    const isTitled = !isBackCover(item)
    return [{ item, elements: isTitled ? [title, 'Exemple', ...body] : body }]
  })
  const htmlOf = (elements: string[]) =>
    elements.map(text => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')
  const editions = {
    kit,
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
        const document = written.find(({ item }) => addressOf(item, 'epub', kit) === href)
        return document && { root: parseHtml(`<body>${htmlOf(document.elements)}</body>`) }
      },
    }),
    pdf: async () => ({
      pages: written.map(({ elements }, index) => ({ number: index + 1, elements, structure: null })),
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

test('a lost word is found, with its line', async () => {
  const findings = await findingsOf(elements =>
    elements.map((text, at) => (at === 2 ? text.replace(/ \S+/, '') : text)),
  )
  expect(findings).toEqual([expect.stringMatching(/^Site, .*ligne \d+\) : Passage perdu ou changé/)])
})

test('a capital that became small is found', async () => {
  const findings = await findingsOf(elements =>
    elements.map((text, at) => (at === 2 ? text.toLowerCase() : text)),
  )
  expect(findings).toEqual([expect.stringContaining('perdu ou changé')])
})

test('paragraphs that changed places are found', async () => {
  const findings = await findingsOf(([title = '', label = '', ...body]) => [
    title,
    label,
    ...body.toReversed(),
  ])
  expect(findings.join('\n')).toContain('Passage déplacé')
})

test('a passage that a page cuts is found in its two pieces, and no other', () => {
  expect(streamOf(['Avant', 'Unlongpass', 'Marge', 'agecoupé']).claim('Unlongpassagecoupé')).toBe(5)
  expect(streamOf(['Avant', 'Unlongpass', 'Marge', 'coupé']).claim('Unlongpassagecoupé')).toBeNull()
})

test('what is said twice must be there twice', () => {
  const stream = streamOf(['Unemairie', 'Autre'])
  expect([stream.claim('Unemairie'), stream.claim('Unemairie')]).toEqual([0, null])
})
