import { writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { openBrowser } from '../../../build/ground/browser/browser.ts'
import { findChromium } from '../../../build/ground/browser/chromium.ts'
import { openTab } from '../../open-tab.ts'
import { folderOfTest } from '../../temporary.ts'

const CACHE = resolve('.cache')
afterEach(() => vi.restoreAllMocks())

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
  const shippedWidth = await widthIn('"Source Sans 3"')
  expect(shippedWidth).toBeGreaterThan(0)
  for (const family of ['serif', 'monospace', 'cursive', 'system-ui', '"DejaVu Sans", serif'])
    expect(await widthIn(family), family).toBe(shippedWidth)
})

it('starts without a sandbox where the machine gives none to an ordinary account', async () => {
  const { executablePath, env } = await findChromium(CACHE)
  const strict = join(folderOfTest('ubuntu'), 'chromium')
  const settings = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`)
  // What Chromium does on Ubuntu 24.04, and in most containers.
  await writeFile(
    strict,
    `#!/bin/sh
case "$*" in *--no-sandbox*) ;; *) echo 'No usable sandbox! If you are running on Ubuntu 23.10+' >&2; exit 1;; esac
${settings.join('')}exec '${executablePath}' "$@"
`,
    { mode: 0o755 },
  )
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  await using press = await openBrowser({ cacheDir: CACHE, executablePath: strict })
  expect(press.browser.connected).toBe(true)
})
