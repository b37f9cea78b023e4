import { expect, test } from 'vitest'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { ficheOf, kitOf } from './kit.ts'

test('a column stands right or in the middle on the site, whose policy refuses a style', () => {
  const source = '| Lieu | Part | Note |\n| --- | ---: | :---: |\n| Lyon | 12 | a |\n'
  const fiche = ficheOf(parseBody(source, { file: 'x.md', firstLine: 1 }).corps)
  const rendered = (medium: 'web' | 'print') => createRenderer(kitOf(fiche), medium).fiche(fiche).html
  expect(rendered('web')).toContain('<td class="a-droite">12</td>\n<td class="au-centre">a</td>')
  expect(rendered('web')).not.toContain('style=')
  expect(rendered('print')).toMatch(/<td[^>]* style="text-align:right"[^>]*>12/)
})
