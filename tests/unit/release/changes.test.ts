import { describe, expect, test } from 'vitest'
import { compareRecords } from '../../../build/release/history/compare-records.ts'
import { newsOf } from '../../../build/release/history/news.ts'
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
    [
      'a paragraph',
      [['Une autre idée.', 'Une idée tout autre.']],
      ['Section « Comprendre » : 1 paragraphe réécrit.'],
    ],
    [
      'paragraphs that come and go',
      [
        ['Une autre idée.\n\n', ''],
        ['On achète autrement.', 'On achète autrement.\n\nEt mieux.\n\nEt ensemble.'],
      ],
      ['Section « Comprendre » : 1 paragraphe retiré.', 'Levier « Acheter » : 2 paragraphes ajoutés.'],
    ],
    [
      'a paragraph moved within its section',
      [['Une idée simple.\n\nUne autre idée.', 'Une autre idée.\n\nUne idée simple.']],
      ['Section « Comprendre » : 1 paragraphe déplacé.'],
    ],
    [
      'a paragraph moved to another section',
      [
        ['Une autre idée.\n\n', ''],
        ['On achète autrement.', 'On achète autrement.\n\nUne autre idée.'],
      ],
      ['Levier « Acheter » : 1 paragraphe déplacé.'],
    ],
    ['the opening', [['Un début de fiche.', 'Une ouverture.']], ['Ouverture : 1 paragraphe réécrit.']],
    ['the opening lost', [['Un début de fiche.\n\n', '']], ['Ouverture : 1 paragraphe retiré.']],
    [
      'the opening that now stands in a section',
      [['Un début de fiche.\n\n## Comprendre', '## Comprendre\n\nUn début de fiche.']],
      ['Section « Comprendre » : 1 paragraphe déplacé.'],
    ],
    [
      'what a block says beside its figures',
      [
        ["::: chiffres L'emploi\n", "::: chiffres L'emploi local\n"],
        ['- **300** communes\n', '- **300** communes\n\nCes nombres sont neufs.\n\n'],
      ],
      ['Section « Comprendre » : 1 paragraphe réécrit, 1 ajouté.'],
    ],
    [
      'a paragraph that goes into a block of its section',
      [
        ['Une autre idée.\n\n', ''],
        ['- **300** communes\n', '- **300** communes\n\nUne autre idée.\n\n'],
      ],
      ['Section « Comprendre » : 1 paragraphe déplacé.'],
    ],
    [
      'a figure without a caption',
      [['- **300** communes', '- **Un emploi sur dix**\n- **300** communes']],
      ['Chiffre ajouté : « Un emploi sur dix ».'],
    ],
    [
      'a figure that loses its caption',
      [["**12 %** de l'emploi", '**12 %**']],
      ['Chiffre ajouté : « 12 % ».', "Chiffre retiré : « 12 % de l'emploi »."],
    ],
    [
      'a lever of another name, by its anchor',
      [['### Repérer', '### Trouver']],
      ['Levier renommé : « Trouver » (auparavant « Repérer »).'],
    ],
    [
      'a lever of another name, by its words',
      [['### Acheter', '### Choisir']],
      ['Levier renommé : « Choisir » (auparavant « Acheter »).'],
    ],
    [
      'a lever that came, and one that went',
      [
        ['### Acheter\n\nOn achète autrement.\n', ''],
        ['## Ressources', '### Évaluer\n\nOn compte.\n\n## Ressources'],
      ],
      ['Levier ajouté : « Évaluer ».', 'Levier retiré : « Acheter ».'],
    ],
    [
      'a lever in another place',
      [
        ['### Acheter\n\nOn achète autrement.\n\n', ''],
        ['## Ressources', '### Acheter\n\nOn achète autrement.\n\n## Ressources'],
      ],
      ['Levier déplacé : « Acheter ».'],
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
        'Exemple ajouté : « Un marché » (Brest).',
        'Exemple retiré : « Un fonds commun » (Lille).',
      ],
    ],
    [
      'an example under another lever, of another name and place',
      [
        ['::: exemple Une recyclerie · Lyon (69) {#recyclerie}\nTrente emplois.\n:::\n\n', ''],
        [
          '### Financer\n',
          '### Financer\n\n::: exemple Une ressourcerie · Bron (69) {#recyclerie}\nTrente emplois.\n:::\n',
        ],
      ],
      [
        'Exemple déplacé : « Une ressourcerie », désormais dans « Financer ».',
        'Exemple renommé : « Une ressourcerie » (auparavant « Une recyclerie »).',
        'Lieu d’un exemple corrigé : « Une ressourcerie », Bron (auparavant Lyon).',
      ],
    ],
    [
      'figures',
      [
        ['**12 %**', '**13 %**'],
        ['- **300** communes\n', '- **40** régies\n'],
        ['Insee, 2022', 'Insee, 2022'],
      ],
      [
        'Chiffre mis à jour : « 13 % de l’emploi » (auparavant « 12 % »).',
        'Chiffre ajouté : « 40 régies ».',
        'Chiffre retiré : « 300 communes ».',
      ],
    ],
    [
      'resources',
      [
        ['https://guide.example', 'https://guides.example'],
        ['- Un mémento', '- [Une carte](https://carte.example)'],
      ],
      [
        'Nouvelle adresse d’une ressource : « Guide, éditeur ».',
        'Ressource ajoutée : « Une carte ».',
        'Ressource retirée : « Un mémento ».',
      ],
    ],
    [
      'a resource of another date',
      [['- Un mémento', '- Un mémento, 2025']],
      ['Ressource mise à jour : « Un mémento, 2025 » (auparavant « Un mémento »).'],
    ],
    [
      'a section that came with words that stood elsewhere',
      [['Une autre idée.', '## Aller plus loin\n\nUne autre idée.']],
      [
        'Chiffre déplacé : « communes », désormais dans « Aller plus loin ».',
        "Chiffre déplacé : « de l'emploi », désormais dans « Aller plus loin ».",
        'Section ajoutée : « Aller plus loin ».',
        'Section « Aller plus loin » : 2 paragraphes déplacés.',
      ],
    ],
  ])('%s', (_, edits, expected) => {
    const sentences = told(edits)['a'] ?? []
    expect(sentences.toSorted()).toEqual(expected.map(line => line.replaceAll("'", '’')).toSorted())
  })

  test('what former presses did not record of blocks is not new', () => {
    const [former, now] = [record('a', source), record('a', source)]
    for (const passage of former.passages) delete passage.blocs
    expect(compareRecords([former], [now]).changed).toEqual([])
  })

  test('an example that goes from one fiche to another is told in both, and is not new', () => {
    const example = '::: exemple Un fonds commun · Lille (59)\nDeux millions.\n:::\n'
    expect(told([[example, '']], ['B.\n', `B.\n\n${example}`])).toEqual({
      a: ['Exemple déplacé : « Un fonds commun », désormais dans « Fiche b ».'],
      b: ['Exemple déplacé : « Un fonds commun », auparavant dans « Fiche a ».'],
    })
  })
})
