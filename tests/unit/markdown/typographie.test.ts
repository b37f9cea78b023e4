import { describe, expect, test } from 'vitest'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { rules, typographText } from '../../../src/text/typography/index.ts'
import { wraps } from '../../../src/text/typography/tokens.ts'
import { corpsOf, ficheOf, kitOf, rendered } from './kit.ts'
import { fixtureFiles, readable, readCases } from './read-cases.ts'

const files = fixtureFiles('typographie')

describe.each(files)('$nom', ({ nom, text }) => {
  test.each(readCases(text))(`$titre (typographie/${nom}.md:$line)`, ({ source, attendus }) => {
    const html = rendered(source, 'web', { sigles: {} })
    expect(
      readable(html).replace(/^<div class="rang[^"]*">\n<div class="texte">\n|\n<\/div>\n<\/div>$/g, ''),
    ).toBe(attendus.web)
    expect(typographText(typographText(source)), 'twice is once').toBe(typographText(source))
  })
})

test('each rule has its fixture', () => {
  const noms = files.map(({ nom }) => nom)
  expect(noms).toEqual(expect.arrayContaining([...rules, ...wraps].map(({ nom }) => nom)))
})

test('a title in a heading has its markup, in an attribute none', () => {
  const fiche = ficheOf(corpsOf(''))
  const web = createRenderer(kitOf(fiche), 'web')
  expect(readable(web.titre('Faut-il "agir" au XXIe siècle ?'))).toBe(
    '<span class="insecable">Faut-il</span> «&nbsp;agir&nbsp;» au XXI<sup>e</sup> siècle&nnbsp;?',
  )
  expect(readable(web.text('Faut-il "agir" au XXIe siècle ? <b>'))).toBe(
    'Faut-il «&nbsp;agir&nbsp;» au XXIe siècle&nnbsp;? &lt;b&gt;',
  )
  expect(createRenderer(kitOf(fiche), 'epub').titre('Faut-il')).toBe('Faut-il')
})
