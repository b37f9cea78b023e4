import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { until } from '../../until.ts'
import { home } from './bundled.ts'
import { chord, linesShown, openApp, placeCursor, press, reads } from './open-app.ts'

/** Pastes as a person does, with what an office program puts on the clipboard. */
const paste = (tab: Page, clipboard: Record<string, string>) =>
  tab.evaluate(types => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text)
    const content = document.querySelector('.editeur')?.shadowRoot?.querySelector('.cm-content')
    content?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, clipboard)

/** The text as it stands in the file. */
async function lines(tab: Page): Promise<string> {
  await press(tab, 'Texte source')
  const text = await linesShown(tab)
  await press(tab, 'Texte source')
  await (await tab.$('.editeur >>> .cm-content'))?.focus()
  return text
}

test('what is copied from Word is pasted with its titles, lists, links and tables, and guesses are told', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  const folder = join(home, 'tests/fixtures/presse-papiers')
  await paste(tab, {
    'text/html': readFileSync(join(folder, 'word.html'), 'utf8'),
    'text/plain': 'Acheter autrement\r\nUn achat responsable',
  })
  await reads(tab, 'Collé. À vérifier')
  expect(await tab.$eval('.avis', one => one.textContent)).toContain('un exemple')
  const expected = readFileSync(join(folder, 'word.attendu.md'), 'utf8').split('\n<!--')[0] ?? ''
  expect(await lines(tab)).toContain(`Un achat simple.\n\n${expected}\n`)

  // One undo takes all of it away.
  await chord(tab, 'z')
  expect(await lines(tab)).not.toContain('Trente emplois.\n:::\n\n## Acheter')
  await placeCursor(tab, 'Un achat simple.')
  await paste(tab, { 'text/html': '<b>simple</b>', 'text/plain': ' simple' })
  await tab.waitForFunction(() =>
    document.querySelector('.editeur')?.shadowRoot?.textContent?.includes('Un achat simple. simple'),
  )
  expect(await lines(tab)).toContain('Un achat simple. **simple**')
  await paste(tab, { 'text/plain': '\r\nUn début.\r\nUne suite.\r\n·\tUn\r\n·\tDeux\r\nLa fin.' })
  expect(await lines(tab)).toContain('Un début.\n\nUne suite.\n\n- Un\n- Deux\n\nLa fin.')
  await paste(tab, { 'text/html': '<pre>- a\n- b</pre>', 'text/plain': '\n\n- a\n- b' })
  expect(await lines(tab)).toContain('La fin.\n\n- a\n- b')
  expect(complaints).toEqual([])
})

test('a block goes down and away by its form, and what is copied has HTML beside it, which is not read when pasted here', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await tab
    .browserContext()
    .overridePermissions(new URL(kit.url).origin, ['clipboard-read', 'clipboard-sanitized-write'])
  await press(tab, 'Acheter autrement')
  const source = await lines(tab)
  await chord(tab, 'a')
  await chord(tab, 'c')
  const html = await until(() =>
    tab.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return item?.types.includes('text/html') && (await (await item.getType('text/html')).text())
    }),
  )
  expect(html).toContain('<h2>Les leviers</h2>')
  expect(html).not.toMatch(/:::|\*\*|\{#|class=/)
  await chord(tab, 'v')
  expect(await lines(tab)).toBe(source)

  const example = '::: exemple Une recyclerie · Lyon (69)'
  for (const [deed, isThere] of [
    ['Descendre', true],
    ['Supprimer', false],
  ] as const) {
    await (await tab.waitForSelector('.editeur >>> .tete button'))?.evaluate(one =>
      (one as HTMLElement).click(),
    )
    const button = await tab.waitForSelector(`dialog button::-p-text(${deed})`)
    await button?.click()
    const text = await lines(tab)
    expect(text.includes(example)).toBe(isThere)
    expect(text.indexOf(example)).not.toBe(source.indexOf(example))
  }
  await press(tab, 'Annuler')
  expect(await lines(tab)).toContain(example)
  expect(complaints).toEqual([])
})
