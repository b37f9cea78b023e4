import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPictures } from '../../../build/paper/page/assets.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { textsOfPdf } from '../../pdf-texts.ts'
import { folderOfFile } from '../../temporary.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { build, page } from './workbench.ts'

const paths = ['images/Marché_d-été.svg', 'images/lieux/Œuvre.v2.svg']
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>'
const showing = (path: string) =>
  documentOf(fiche(8, 'achats'), `<div class="rang plein"><img src="${path}" alt=""></div>`)

describe('pictures of a kit in print', () => {
  const dir = folderOfFile('images')
  beforeAll(async () => {
    for (const path of paths) {
      await mkdir(dirname(join(dir, path)), { recursive: true })
      await writeFile(join(dir, path), drawing)
    }
  })

  it('are found and drawn under names with accents', async () => {
    const documents = paths.map(showing)
    const pictures = await readPictures(documents.map(reserve), dir)
    expect([...pictures.files.keys()]).toEqual(paths)
    // A picture that the page does not get is a fault.
    for (const document of documents) expect(await page([document], { pictures })).toHaveLength(1)
  })

  it.each(['images/50%.svg', '../secret.svg', 'https://example.org/a.svg'])(
    'are refused by their path where they are none: %s',
    async path => {
      await expect(readPictures([reserve(showing(path))], dir)).rejects.toMatchObject({
        faults: [{ kind: 'refus', url: path }],
      })
    },
  )

  it('have no more pixels than print shows, stand upright, and let no ground through', async () => {
    const shape = (width: number, height: number, alpha = 1) =>
      sharp({ create: { width, height, channels: 4, background: { r: 0, g: 80, b: 0, alpha } } })
    const sources = {
      // 170 mm at 350 pixels an inch, 81 mm for one that stands upright, as it is where it has less.
      'large.jpg': await shape(4000, 2000).jpeg().toBuffer(),
      'debout.jpg': await shape(2000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'claire.png': await shape(40, 20, 0).png().toBuffer(),
      'petite.jpg': await shape(40, 20).jpeg().toBuffer(),
    }
    const named = Object.entries(sources)
    for (const [name, bytes] of named) await writeFile(join(dir, 'images', name), bytes)
    const documents = named.map(([name]) => reserve(showing(`images/${name}`)))
    const { files } = await readPictures(documents, dir)
    const sizes = await Promise.all([...files.values()].map(bytes => sharp(bytes).metadata()))
    const told = ({ width, height, hasAlpha }: Metadata) => ({ width, height, hasAlpha })
    expect(sizes.map(told)).toEqual([
      { width: 2343, height: 1172, hasAlpha: false },
      { width: 1116, height: 1488, hasAlpha: false },
      { width: 40, height: 20, hasAlpha: false },
      { width: 40, height: 20, hasAlpha: false },
    ])
    const { dominant } = await sharp(files.get('images/claire.png')).stats()
    expect(dominant).toMatchObject({ r: 248, g: 248, b: 248 })
    expect(files.get('images/petite.jpg')).toEqual(sources['petite.jpg'])
  })

  it('have their words beside them where nothing else stands there', async () => {
    const path = 'images/seule.jpg'
    await sharp({ create: { width: 1300, height: 1000, channels: 3, background: '#008' } })
      .jpeg()
      .toFile(join(dir, path))
    const texte = `<figure class="image"><img src="${path}" alt=""><figcaption class="credit">Camille</figcaption></figure>`
    const lone = documentOf(fiche(8, 'achats'), levier('a', { texte }))
    const pictures = await readPictures([reserve(lone)], dir)
    const [part] = await page([lone], { pictures })
    expect(part?.pages[0]?.html).toContain('class="image seule place"')
  })

  it('have their credit small under them', async () => {
    const figure =
      '<figure class="image"><svg width="300" height="110"></svg><figcaption class="credit">Camille Martin, CC BY 4.0</figcaption></figure>'
    const texte = `${paragraphs(1, 30)}${figure}<p>La suite du texte.</p>`
    const { screen } = await build([documentOf(fiche(8, 'achats'), levier('a', { texte }))])
    const [first] = await textsOfPdf(screen)
    const credit = first?.texts.find(({ text }) => text.startsWith('Camille'))
    expect(credit?.size).toBeCloseTo(8.5, 1)
  })
})
