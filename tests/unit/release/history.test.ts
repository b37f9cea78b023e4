import { describe, expect, it } from 'vitest'
import { compareRecords, type TextRecord } from '../../../build/edition/history/compare-records.ts'
import { continueRecord, recordOf } from '../../../build/edition/history/content-record.ts'
import { newsMarkdown, newsOf } from '../../../build/edition/history/news.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { asDraft } from '../../../src/kit/kit.ts'
import { readCarnet } from '../gate/carnet.ts'
import { record } from './text-record.ts'

const passages = (source: string) => record('', source).passages
const text = (slug: string, rest: Partial<TextRecord> = {}): TextRecord => ({
  ...record(slug, 'Un début.\n\n## Agir\n\nUn texte.\n'),
  resume: null,
  famille: 'Fiche levier',
  ...rest,
})

describe('two editions', () => {
  it('tell added, changed and removed texts', () => {
    const changed = text('a', { titre: 'Autre', passages: passages('Un début.\n\n## Suivre\n\nDu neuf.\n') })
    const found = compareRecords([text('a'), text('b')], [changed, text('c')])
    expect(found.added.map(({ slug }) => slug)).toEqual(['c'])
    expect(found.removed.map(({ slug }) => slug)).toEqual(['b'])
    expect(found.changed[0]?.details).toEqual([
      { kind: 'titre', former: 'Fiche a' },
      { kind: 'recrit', genre: 'texte', nom: '' },
    ])
  })

  it('know a fiche again by its former slug, and an announced one as new when it is published', () => {
    expect(
      compareRecords([text('a')], [text('b', { anciens_slugs: ['a'], titre: 'Fiche a' })]),
    ).toMatchObject({ added: [], removed: [], changed: [] })
    expect(compareRecords([text('a', { statut: 'a-paraitre' })], [text('a')]).added).toHaveLength(1)
  })
})

describe('the record of a release', () => {
  it('does not change when lines are broken anew, and does when a word changes', async () => {
    const { kit, fiche: first } = await readCarnet()
    const date = new Date('2030-05-01')
    const before = recordOf(kit, date)
    const { source } = first.corps
    const write = (text: string) => {
      first.corps = parseBody(text, { file: first.file, firstLine: 1 }).corps
    }
    write(source.replace('Regarder d’abord', 'Regarder\nd’abord').replaceAll('. ', '.\n'))
    expect(recordOf(kit, date)).toEqual(before)
    write(source.replace('lumière', 'pente'))
    const changes = compareRecords(before.textes, recordOf(kit, date).textes)
    expect(changes.changed).toMatchObject([
      {
        slug: 'planter-un-arbre',
        details: [{ kind: 'recrit', genre: 'texte' }],
      },
    ])
  })

  const edition = (numero: number) => ({
    titre: 'Carnet',
    numero,
    mois: '2030-05',
    statut: null,
    date: '2030-05-01',
  })

  it('adds an edition to the history; the same edition released again takes its own place', () => {
    const first = continueRecord(null, { edition: edition(1), textes: [text('a')] })
    const second = continueRecord(first, { edition: edition(2), textes: [text('a'), text('b')] })
    const again = continueRecord(second, { edition: edition(2), textes: [text('a'), text('b'), text('c')] })
    expect(again.historique.map(({ edition }) => edition.numero)).toEqual([2, 1])
    expect(again.historique[0]?.changements.added.map(({ slug }) => slug)).toEqual(['b', 'c'])
  })

  it.each([2, 1])(
    'compares edition %s with the last real one, not with its draft, and forgets the draft',
    numero => {
      const first = continueRecord(null, { edition: edition(1), textes: [text('a')] })
      const made = { edition: edition(numero), textes: [text('a'), text('b')] }
      const draft = continueRecord(first, asDraft(made))
      const final = continueRecord(draft, made)
      expect(draft.historique).toHaveLength(numero)
      expect(final).toEqual(continueRecord(first, made))
    },
  )

  it('is of the first edition when a draft of it was all there was', () => {
    const made = { edition: edition(1), textes: [text('a')] }
    const draft = continueRecord(null, asDraft(made))
    expect(continueRecord(draft, made)).toEqual(continueRecord(null, made))
  })

  it.each([
    ['2030-04', 'Édition d’avril 2030'],
    ['2030-05', 'Édition de mai 2030'],
  ])('is named by its month where it has no number: %s', (mois, name) => {
    const made = { edition: { ...edition(1), numero: null, mois }, textes: [text('a')] }
    expect(newsOf(continueRecord(null, made))[0]?.edition).toBe(name)
  })

  it('is told in French', () => {
    // A first edition tells of its fiches alone.
    const page = text('avant-propos', { famille: null, numero: null })
    const first = continueRecord(null, { edition: edition(1), textes: [text('a'), page] })
    const changed = text('a', {
      resume: 'Un résumé.',
      passages: passages('Un début.\n\n## Agir\n\nUn autre texte.\n'),
    })
    const second = continueRecord(first, {
      edition: edition(2),
      textes: [changed, text('b', { numero: 2, passages: [] }), page],
    })
    expect(newsMarkdown('Carnet', newsOf(second))).toBe(`# Nouveautés\u00a0: Carnet

## Édition n°\u00a02, mai 2030

### Fiches ajoutées

- Fiche levier 2\u00a0: Fiche b

### Fiches modifiées

- Fiche levier 1\u00a0: Fiche a
  - Résumé réécrit.
  - Texte réécrit.

## Édition n°\u00a01, mai 2030

Première édition.

### Fiches de cette édition

- Fiche levier 1\u00a0: Fiche a
`)
  })
})
