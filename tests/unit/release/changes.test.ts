import { describe, expect, test } from 'vitest'
import { compareRecords } from '../../../build/edition/history/compare-records.ts'
import { newsOf } from '../../../build/edition/history/news.ts'
import { record } from './text-record.ts'

const source = `Un début de fiche.

## Comprendre

Une idée simple.

Une autre idée.

::: chiffres L'emploi
- **12 %** de l'emploi
- **300** communes
Source : Insee, 2022.
:::

## Les leviers {.leviers}

### Repérer {#reperer}

On regarde autour de soi.

::: exemple Une recyclerie · Lyon (69) {#recyclerie}
Trente emplois.
:::

### Acheter

On achète autrement.

### Financer

On finance.

::: exemple Un fonds commun · Lille (59)
Deux millions.
:::

## Ressources

::: ressources
- [Guide](https://guide.example), éditeur
- Un mémento
:::
`

/** What readers are told of the fiche « a » (and of « b ») when these words of it become others. */
function told(edits: [from: string, to: string][], b: [before: string, after: string] = ['B.', 'B.']) {
  const edited = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, source)
  const changements = compareRecords(
    [record('a', source), record('b', b[0])],
    [record('a', edited), record('b', b[1])],
  )
  const edition = { titre: 'Kit', numero: 2, mois: '2030-05', statut: null, date: '' }
  const [news] = newsOf({
    historique: [{ edition, changements }],
    textes: [record('a', edited), record('b', b[1])],
  })
  const texts = news?.groups.flatMap(group => group.texts) ?? []
  return Object.fromEntries(texts.map(({ slug, details }) => [slug, details]))
}

describe('planted edits are told, and nothing else', () => {
  test.each<[string, [string, string][], string[]]>([
    ['nothing', [], []],
    ['lines broken anew', [['Une idée simple.', 'Une idée\nsimple.']], []],
    ['a paragraph', [['Une autre idée.', 'Une idée tout autre.']], ['Texte réécrit.']],
    ['the opening lost', [['Un début de fiche.\n\n', '']], ['Texte réécrit.']],
    ['a figure', [['**12 %**', '**13 %**']], ['Texte réécrit.']],
    ['the address of a resource', [['[Guide](https://guide.example)', 'Guide']], []],
    ['the words of a lever', [['On achète', 'Nous achetons']], ['Levier réécrit : « Acheter ».']],
    [
      'a lever of another name',
      [['### Acheter', '### Choisir']],
      ['Levier ajouté : « Choisir ».', 'Levier retiré : « Acheter ».'],
    ],
    [
      'examples',
      [
        ['Trente emplois.', 'Quarante emplois.'],
        ['::: exemple Un fonds commun · Lille (59)\nDeux millions.\n:::\n\n', ''],
        ['### Acheter\n', '### Acheter\n\n::: exemple Un marché · Brest (29)\nUn lot.\n:::\n'],
      ],
      [
        'Exemple réécrit : « Une recyclerie ».',
        'Exemple ajouté : « Un marché ».',
        'Exemple retiré : « Un fonds commun ».',
      ],
    ],
  ])('%s', (_, edits, expected) => {
    const sentences = told(edits)['a'] ?? []
    expect(sentences.toSorted()).toEqual(expected.map(line => line.replaceAll("'", '’')).toSorted())
  })
})
