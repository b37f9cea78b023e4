import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pastedMarkdown } from '../../../src/word/paste.ts'

const clipboards = new URL('../../fixtures/presse-papiers/', import.meta.url)

test.each(readdirSync(clipboards).filter(file => file.endsWith('.html')))(
  '%s is pasted as Markdown',
  async file => {
    const { markdown, remarks } = pastedMarkdown(readFileSync(new URL(file, clipboards), 'utf8'))
    const expected = new URL(file.replace('.html', '.attendu.md'), clipboards).pathname
    await expect(`${markdown}\n<!--\n${remarks.join('\n')}\n-->\n`).toMatchFileSnapshot(expected)
  },
)

test('words of a sentence stay in it', () => {
  expect(pastedMarkdown('un <b>mot</b>, <a href="https://exemple.fr/">un lien</a>')).toEqual({
    markdown: 'un **mot**, [un lien](https://exemple.fr/)',
    isInline: true,
    remarks: [],
  })
  expect(pastedMarkdown('<ul><li>un</li></ul>').isInline).toBe(false)
  expect(pastedMarkdown('<h3>un</h3>').isInline).toBe(false)
})

test('what goes on below an item is a paragraph', () => {
  const { markdown } = pastedMarkdown('<ul><li>un<p>suite</p></li><li>deux</li></ul>')
  expect(markdown).toBe('- un\n\nsuite\n\n- deux')
})

test('no HTML is a fault, and none of its signs becomes Markdown', () => {
  for (const html of [
    '',
    '<',
    '<p',
    '<a href="#a" name="a">1</a>',
    '<table><tr><td colspan="9999999">a</table>',
    `${'<div>'.repeat(500)}a`,
  ])
    expect(typeof pastedMarkdown(html).markdown).toBe('string')
  expect(pastedMarkdown('<p># un</p><p>::: info</p><p>*a* [b](c)</p>').markdown).toBe(
    '\\# un\n\n\\::: info\n\n\\*a\\* \\[b\\](c)',
  )
})
