import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withPdf } from '../../../build/ground/disk/with-pdf.ts'
import { readPictures } from '../../../build/paper/page/assets.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { openWorkbench } from './workbench.ts'

const paths = ['images/Marché_d-été.svg', 'images/lieux/Œuvre.v2.svg']
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>'
const showing = (path: string) =>
  documentOf(fiche(8, 'achats'), `<div class="rang plein"><img src="${path}" alt=""></div>`)

describe('pictures of a kit in print', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-images-'))
    for (const path of paths) {
      await mkdir(dirname(join(dir, path)), { recursive: true })
      await writeFile(join(dir, path), drawing)
    }
  })
  afterAll(() => rm(dir, { recursive: true }))

  it('are found and drawn under names with accents', async () => {
    const documents = paths.map(showing)
    const pictures = await readPictures(documents.map(reserve), dir)
    expect([...pictures.files.keys()]).toEqual(paths)
    await using workbench = await openWorkbench()
    // A picture that the page does not get is a fault.
    for (const document of documents) expect(await workbench.page([document], { pictures })).toHaveLength(1)
  })

  it.each(['images/50%.svg', '../secret.svg', 'https://example.org/a.svg'])(
    'are refused by their path where they are none: %s',
    async path => {
      await expect(readPictures([reserve(showing(path))], dir)).rejects.toMatchObject({
        faults: [{ kind: 'refus', url: path }],
      })
    },
  )

  it('have their credit small under them', async () => {
    const figure =
      '<figure class="image"><svg width="300" height="110"></svg><figcaption class="credit">Camille Martin, CC BY 4.0</figcaption></figure>'
    await using workbench = await openWorkbench()
    const texte = `${paragraphs(1, 30)}${figure}<p>La suite du texte.</p>`
    const { screen } = await workbench.build([documentOf(fiche(8, 'achats'), levier('a', { texte }))])
    const lines = await withPdf(screen, async pdf => {
      const { items } = await (await pdf.getPage(1)).getTextContent()
      return items.flatMap(item => ('str' in item ? [{ words: item.str, size: item.height }] : []))
    })
    const credit = lines.find(({ words }) => words.startsWith('Camille'))
    expect(credit?.size).toBeCloseTo(8.5, 1)
  })
})
