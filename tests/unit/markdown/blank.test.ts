import { expect, test } from 'vitest'
import { createMarkdown } from '../../../src/kit/body/markdown.ts'

const md = createMarkdown()

test.each([
  ['a line of a no-break space', 'Un.\n\n\u00a0\n\nDeux.', '<p>Un.</p>\n<p>Deux.</p>\n'],
  ['its name', 'Un.\n&nbsp;\nDeux.', '<p>Un.</p>\n<p>Deux.</p>\n'],
  ['other widths, and none', 'Un.\n\u202f\u2003\u200b&#8203;\nDeux.', '<p>Un.</p>\n<p>Deux.</p>\n'],
  ['an item', '- Un.\n- \u00a0', '<ul>\n<li>Un.</li>\n<li></li>\n</ul>\n'],
  ['a quotation', 'Un.\n\n> \u00a0\n\nDeux.', '<p>Un.</p>\n<blockquote></blockquote>\n<p>Deux.</p>\n'],
  [
    'cells',
    '| A | B |\n|---|---|\n| \u00a0 | &nbsp; |\n\u00a0| a\u00a0b | c |',
    '<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n<td></td>\n</tr>\n<tr>\n<td>a\u00a0b</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>\n',
  ],
  ['what holds words stays', '\u00a0Un\u00a0: &nbsp;deux', '<p>\u00a0Un\u00a0: \u00a0deux</p>\n'],
])('what cannot be seen is empty: %s', (_, source, html) => {
  expect(md.render(source).replace(/ (?:scope|style)="[^"]*"/g, '')).toBe(html)
})
