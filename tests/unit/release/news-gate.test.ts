import { expect, test } from 'vitest'
import { judgeNews } from '../../../build/release/gate/news.ts'
import type { ContentRecord } from '../../../build/release/history/content-record.ts'
import { continueRecord } from '../../../build/release/history/read-record.ts'
import { record } from './text-record.ts'

const BODY = `Un début de fiche.

## Comprendre

Une idée simple.

Une autre idée.

## Agir

On regarde autour de soi.

::: exemple Une recyclerie · Lyon (69) {#recyclerie}
Trente emplois.
:::
`

const BLOCK = `::: chiffres Les emplois
- **12 %** des emplois

Ces nombres sont neufs.

Source : Insee, 2022.
:::`

const edition = (mois: string) => ({ titre: 'Kit', numero: null, mois, statut: null, date: `${mois}-01` })

/** A second edition, in which the first fiche is `body` and the second as it was. */
function second(body: string): ContentRecord {
  const first = continueRecord(null, {
    edition: edition('2040-01'),
    textes: [record('une', BODY), record('autre', 'Tout autre chose.\n\n## Comprendre\n\nRien de neuf.\n')],
  })
  const [, other] = first.textes
  return continueRecord(first, {
    edition: edition('2040-02'),
    textes: [record('une', body), ...(other ? [other] : [])],
  })
}

const messages = (record: ContentRecord) => {
  const { findings = [] } = judgeNews(record)
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

test.each([
  ['nothing', BODY],
  ['a paragraph written anew', BODY.replace('Une idée simple', 'Une idée neuve')],
  ['a paragraph more', BODY.replace('Une autre idée.', 'Une autre idée.\n\nEt une troisième.')],
  ['a section more', `${BODY}\n## Mesurer\n\nOn compte.\n`],
  ['a section of another name', BODY.replace('## Agir', '## Faire').replace('autour de soi', 'partout')],
  [
    'a paragraph elsewhere',
    BODY.replace('\nUne autre idée.\n', '').replace('de soi.', 'de soi.\n\nUne autre idée.'),
  ],
  ['an example told anew', BODY.replace('Trente', 'Quarante')],
  ['a block of figures', BODY.replace('Une autre idée.', BLOCK)],
  ['an opening lost', BODY.replace('Un début de fiche.\n\n', '')],
  ['sections in another order', BODY.replace(/(## Comprendre.*)(## Agir.*)/s, '$2\n$1')],
])('the news of %s are sound', (_, body) => {
  expect(messages(second(body))).toEqual([])
})

test('paragraphs that are called rewritten and are not, or that nobody tells, are found', () => {
  const record = second(BODY.replace('Une idée simple', 'Une idée neuve'))
  const changed = record.historique[0]?.changements.changed ?? []
  const [detail] = changed[0]?.details ?? []
  if (detail?.kind !== 'recrit') throw new Error('nothing was written anew')
  detail.recrits++
  expect(messages(record)).toEqual([
    expect.stringMatching(/« Fiche une » : « Comprendre » : 2.paragraphes se disent de cette édition ; 1 ne/),
  ])
  changed.length = 0
  expect(messages(record)).toEqual([expect.stringMatching(/« Comprendre » : 0.paragraphe se dit .* ; 1 ne/)])
})

test('a text that did not change and is said to have is found', () => {
  const record = second(BODY)
  const change = {
    genre: 'section',
    nom: 'Comprendre',
    kind: 'recrit',
    recrits: 1,
    ajoutes: 0,
    retires: 0,
    deplaces: 0,
  } as const
  record.historique[0]?.changements.changed.push({
    slug: 'une',
    numero: 1,
    titre: 'Fiche une',
    famille: 'Levier',
    details: [change],
  })
  expect(messages(record)).toEqual([
    expect.stringMatching(/« Fiche une » : Ce texte n’a pas changé, et se dit modifié/),
    expect.stringMatching(/« Comprendre » : 1.paragraphe se dit de cette édition ; 0 ne/),
  ])
})
