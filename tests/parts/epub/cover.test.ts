import type { Browser } from 'puppeteer'
import { beforeAll, describe, expect, it } from 'vitest'
import { COVER_SIZE, takeCover } from '../../../build/epub/cover.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { render } from '../../../build/pages/renditions.ts'
import { readStyles } from '../../../build/paper/page/assets.ts'
import { readTools } from '../../../build/paper/page/read-tools.ts'
import { standingBrowser } from '../../chromium.ts'

describe('the cover’s picture', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await standingBrowser()
  })

  it('is the print cover, a JPEG of 1600 × 2560 under 300 kB, the same twice', async () => {
    const { kit } = await readKit('fiches')
    if (!kit) throw new Error('fiches has errors')
    const html = (await render(kit, 'print')).find(({ item }) => item.kind === 'couverture')?.html ?? ''
    const { assembly, fonts, files } = await readStyles(kit)
    const input = { browser, html, css: `${fonts}\n${assembly}`, files, tools: await readTools() }
    const bytes = await takeCover(input)
    expect(sizeOf(bytes)).toEqual(COVER_SIZE)
    expect(bytes.byteLength).toBeLessThan(300_000)
    expect(Buffer.compare(bytes, await takeCover(input))).toBe(0)
  })

  it('sets a long title and a long publisher as small as the print cover does', async () => {
    const { kit } = await readKit('tests/fixtures/kits/autre')
    if (!kit) throw new Error('the kit has errors')
    const printed = async (change: { titre: string } | Pick<typeof kit, 'editeur'>) => {
      const documents = await render({ ...kit, ...change, images: {} }, 'print')
      const html = documents.find(({ item }) => item.kind === 'couverture')?.html ?? ''
      const { content, assembly, fonts, files } = await readStyles(kit)
      const input = { browser, html, css: `${fonts}\n${content}\n${assembly}`, files }
      const unfitted = await takeCover({ ...input, tools: 'workbench = { fitTitles() {} }' })
      return Buffer.compare(unfitted, await takeCover({ ...input, tools: await readTools() })) === 0
    }
    expect(await printed({ titre: 'Kit' })).toBe(true)
    expect(await printed({ titre: 'Un anticonstitutionnellement long territoire' })).toBe(false)
    const editeur = { ...kit.editeur, sigle: 'W'.repeat(24), article: 'les' } as const
    expect(await printed({ editeur })).toBe(false)
  })

  it('is refused when a picture or a font of it is missing', async () => {
    const cover = async (html: string, css = '') =>
      takeCover({ browser, html, css, files: new Map(), tools: await readTools() })
    await expect(cover('<img src="images/couverture.svg" alt="">')).rejects.toThrow('images/couverture.svg')
    const css = '@font-face { font-family: F; src: url(/polices/f.woff2) } p { font-family: F }'
    await expect(cover('<p>Titre</p>', css)).rejects.toThrow('polices/f.woff2')
  })
})

/** Height and width of a baseline JPEG, from its frame header. @see ITU-T T.81 §B.2.2 */
function sizeOf(jpeg: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(jpeg)
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  return { height: bytes.readUInt16BE(frame + 5), width: bytes.readUInt16BE(frame + 7) }
}
