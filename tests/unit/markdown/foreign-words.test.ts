import { expect, test } from 'vitest'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import { corpsOf, ficheOf, kitOf, rendered } from './kit.ts'

const mots_etrangers = { en: ['sourcing', 'open data'], la: ['de minimis'] }

test('words of other languages say so in every edition, wherever they stand, as whole words', () => {
  const text = '## Le sourcing\n\n*Sourcing*, open data ; aide « de minimis ». Un outsourcing.\n'
  const fiche = ficheOf(corpsOf(text))
  const html = (medium: Medium) => rendered(text, medium, { mots_etrangers })
  const said = (text: string) =>
    Array.from(
      text.matchAll(/<span lang="(\w+)"[^>]*>([^<]*)<\/span>/g),
      ([, language, words]) => `${language} ${words}`,
    )
  const expected = ['en sourcing', 'en Sourcing', 'en open data', 'la de minimis']
  for (const medium of ['web', 'print', 'epub'] as const) expect(said(html(medium)), medium).toEqual(expected)
  expect(html('epub')).toContain('<span lang="la" xml:lang="la">de minimis</span>')
  const named = ficheOf(fiche.corps, { numero: 9, slug: 'acheter', titre_court: 'Le sourcing' })
  const quoting = ficheOf(corpsOf('Voir [[acheter]].\n'))
  const kit = kitOf(quoting, { mots_etrangers, fiches: [quoting, named] })
  expect(createRenderer(kit, 'web').fiche(quoting).html).toContain('>Le <span lang="en">sourcing</span></a>')
  const title = createRenderer(kitOf(fiche, { mots_etrangers }), 'web').titre('L’open data')
  expect(title).toBe('L’<span lang="en">open data</span>')
})
