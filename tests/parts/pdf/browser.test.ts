import { relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openBrowser } from '../../../build/browser/browser.ts'
import { openTab } from '../../open-tab.ts'

const CACHE = resolve('.cache')

it.each([
  ['absolute', CACHE],
  ['relative', relative(process.cwd(), CACHE)],
])('sees no font of the machine, only its own, with a cache folder whose path is %s', async (_, cacheDir) => {
  await using press = await openBrowser({ cacheDir })
  const tab = await openTab(press.browser)
  await tab.setContent('<p><span style="font-size: 16px">Villes, îles et œuvres</span></p>')
  const widthIn = (family: string) =>
    tab.$eval(
      'span',
      (span, name) => {
        span.style.fontFamily = name
        return span.getBoundingClientRect().width
      },
      family,
    )
  const own = await widthIn('"Source Sans 3"')
  expect(own).toBeGreaterThan(0)
  for (const family of ['serif', 'monospace', 'cursive', 'system-ui', '"DejaVu Sans", serif'])
    expect(await widthIn(family), family).toBe(own)
})
