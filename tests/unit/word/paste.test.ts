import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pastedMarkdown } from '../../../src/word/paste.ts'

const clipboards = new URL('../../fixtures/presse-papiers/', import.meta.url)
const manuscripts = new URL('../../fixtures/manuscrits/', import.meta.url)

test.each(readdirSync(clipboards).filter(file => file.endsWith('.html')))(
  '%s is pasted as Markdown',
  async file => {
    const { markdown, remarks } = pastedMarkdown(readFileSync(new URL(file, clipboards), 'utf8'))
    const expected = new URL(file.replace('.html', '.attendu.md'), clipboards).pathname
    await expect(`${markdown}\n<!--\n${remarks.join('\n')}\n-->\n`).toMatchFileSnapshot(expected)
  },
)

test('what is pasted from a page is what its Word file gives, but for its title', () => {
  for (const name of ['4-colle-du-web', '7-titres-numerotes']) {
    const { markdown } = pastedMarkdown(readFileSync(new URL(`${name}.html`, manuscripts), 'utf8'))
    const imported = readFileSync(new URL(`${name}.attendu.md`, manuscripts), 'utf8')
    const lines = (text: string) =>
      text
        .split('\n')
        .flatMap(line => line.replace(/^#+ /, '') || [])
        .filter(line => line !== '---')
    const inImport = lines(imported)
    const missing = lines(markdown)
      .slice(1)
      .filter(line => !inImport.includes(line))
    expect(missing).toEqual([])
  }
})

test('words of a sentence stay in it', () => {
  expect(pastedMarkdown('un <b>mot</b>, <a href="https://exemple.fr/">un lien</a>')).toEqual({
    markdown: 'un **mot**, [un lien](https://exemple.fr/)',
    isInline: true,
    remarks: [],
  })
  expect(pastedMarkdown('<ul><li>un</li></ul>').isInline).toBe(false)
  expect(pastedMarkdown('<h3>un</h3>').isInline).toBe(false)
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
