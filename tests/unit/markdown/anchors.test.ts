import { describe, expect, test } from 'vitest'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { writeAnchors } from '../../../src/kit/body/tokens-of.ts'

const source = `Un début.

## Les leviers {.leviers}

### Repérer {picto=search}

Un texte.

::: exemple Une recyclerie · Lyon (69)
Trente emplois.
:::

::: chiffres L'emploi
- **12 %** de l'emploi
- **2 sur 3**
  en ville
Source : RTES.
:::
`
const read = (text: string) => parseBody(text, { file: 'x.md', firstLine: 1 })
const addresses = (text: string) => {
  const { plan, exemples, chiffres } = read(text).corps
  return [
    ...plan.flatMap(({ niveaux }) => niveaux.map(({ ancre }) => ancre)),
    ...[...exemples, ...chiffres].map(({ ancre }) => ancre),
  ]
}

test('a heading named as a place of the page around it has an address of its own', () => {
  const { plan } = read('## Titre\n\nUn.\n\n## Page 12\n\nDeux.\n\n## Contenu\n\nTrois.\n').corps
  expect(plan.map(({ ancre }) => ancre)).toEqual(['titre-2', 'page-12-2', 'contenu-2'])
})

describe('the anchors of examples, levers and figures', () => {
  const written = writeAnchors(source)

  test('are written once, where there was none, and change no address and no word', () => {
    expect(written.count).toBe(5)
    expect(written.source).toContain('### Repérer {picto=search} {#reperer}\n')
    expect(written.source).toContain('· Lyon (69) {#exemple-une-recyclerie}\n')
    expect(written.source).toContain("- **12 %** de l'emploi {#chiffre-de-l-emploi}\n")
    expect(written.source).toContain('  en ville {#chiffre-en-ville}\nSource : RTES.')
    expect(addresses(written.source)).toEqual(addresses(source))
    expect(read(written.source).corps.texte).toBe(read(source).corps.texte)
    expect(read(written.source).problems).toEqual(read(source).problems)
    expect(writeAnchors(written.source)).toEqual({ source: written.source, count: 0 })
  })

  test('outlive the titles, and move with their passage', () => {
    const edited = written.source
      .replace('### Repérer ', '### Trouver les acteurs ')
      .replace('Une recyclerie', 'Une ressourcerie de quartier')
      .replace("**12 %** de l'emploi", '**13 %** des emplois')
    expect(addresses(edited)).toEqual(addresses(source))
    const second = `${edited}\n::: exemple Une recyclerie · Lyon (69)\nUne autre.\n:::\n`
    expect(addresses(second).slice(0, 2)).toEqual(addresses(source).slice(0, 2))
    expect(new Set(addresses(second)).size).toBe(5)
  })
})
