import { expect, test } from 'vitest'
import { bundleAtelier } from '../../../build/atelier/bundle/bundle-atelier.ts'
import { iconFile, iconNames } from '../../../src/text/icon-files.ts'

const home = process.cwd()

test('the icons that the app holds are drawn as their package draws them', async () => {
  const files = await bundleAtelier(home, { icons: 'src/text/icon-files.ts' })
  const code = Buffer.from(files.get('icons.js') ?? []).toString('base64')
  const held: typeof import('../../../src/text/icon-files.ts') = await import(
    `data:text/javascript;base64,${code}`
  )
  expect(held.iconNames()).toEqual(iconNames())
  for (const name of iconNames()) expect(shapes(held.iconFile(name)), name).toBe(shapes(iconFile(name)))
})

/** What stands in the frame, without the spaces between its shapes. */
const shapes = (svg: string | null) =>
  svg
    ?.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.indexOf('</svg>'))
    .replace(/\s*\n\s*| (?=\/>)/g, '')
