import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { siteFile } from '../../../src/addresses.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { count, fault, type Look } from '../../../src/problems/finding.ts'
import { picturePath } from '../../../src/web/picture-path.ts'
import { openOfflineTab, origin } from '../../browser/offline-tab.ts'
import { servedFiles } from '../../judge/audit/read/site.ts'
import type { Edition } from './edition.ts'
import { type Drawn, distance, drawnOf } from './press/raster.ts'

/** What a network shows of a link, in pixels. */
const SIZE = { width: 1200, height: 630 }
/** Side of the squares that are compared, in pixels. */
const SQUARE = 10
/** What the edges of letters may change of a square, black from white being 1. */
const TOLERANCE = 0.1

/** The picture of a link shows the head of the page to which it leads, and of no other. */
export async function* judgeSharePictures({ material, home }: Edition): Look {
  const { kit, site, browser, signal } = material
  const pages = await site()
  const style = await readFile(join(home, 'styles/web/share-picture.css'), 'utf8')
  const served = [...(await servedFiles(pages))].map(
    ([path, bytes]) => [path, ofPicture(path, bytes)] as const,
  )
  await using sheet = await openOfflineTab(await browser(), new Map(served))
  const { tab, ask } = sheet
  await ask(tab.setJavaScriptEnabled(false))
  // The page’s policy lets no style in.
  await ask(tab.setBypassCSP(true))
  await ask(tab.setViewport(SIZE))
  const shown = sequence(kit).filter(({ kind }) => kind === 'couverture' || kind === 'fiche')
  for (const item of shown) {
    signal.throwIfAborted()
    const path = picturePath(item.kind === 'fiche' ? item.id : null).slice(1)
    const page = siteFile(item)
    if (!pages.files.has(path) || !pages.files.has(page)) continue
    await ask(tab.goto(`${origin}${pages.base.slice(1)}${page}`, { waitUntil: 'load' }))
    await ask(tab.evaluate(keepHead, style))
    const [picture, wanted] = [
      await drawnIn(await pages.read(path)),
      await drawnIn(await ask(tab.screenshot())),
    ]
    const squares = differing(picture, wanted)
    if (squares > 0)
      yield fault(
        `Site, ${path}`,
        `L’image de partage n’est pas la tête de ${page} : ${count(squares, 'carré')} de ${SQUARE} px ont une autre couleur.`,
      )
  }
  return `${count(shown.length, 'image')}, chacune à côté de la page où mène son lien`
}

/** A page may be read without its fonts; a picture waits for them. */
const ofPicture = (path: string, bytes: Uint8Array): Uint8Array | string =>
  path.endsWith('.css')
    ? new TextDecoder().decode(bytes).replaceAll('font-display:optional', 'font-display:block')
    : bytes

/** Runs in the tab: of the page, its head and the name of the kit are left, as the picture sets them. */
async function keepHead(style: string): Promise<void> {
  const head = document.querySelector('header.tete-fiche') ?? document.querySelector('.ouverture')
  const tools = head?.querySelector('div.outils')
  if (head && tools) {
    const rest = document.createRange()
    rest.selectNodeContents(head)
    rest.setStartBefore(tools)
    rest.deleteContents()
  }
  const [family, entete] = [document.createElement('div'), document.createElement('p')]
  family.className = document.querySelector('article')?.className ?? ''
  entete.className = 'entete'
  family.append(head ?? '')
  entete.append(document.querySelector('a.logo') ?? '')
  document.body.replaceChildren(family, entete)
  document.body.className = 'image-partage'
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }))
  await document.fonts.ready
}

async function drawnIn(png: Uint8Array): Promise<Drawn> {
  const { width, height } = SIZE
  const data = await sharp(png).resize(width, height, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  return drawnOf(data, 3, { left: 0, top: 0, stride: width, width, height })
}

function differing(picture: Drawn, wanted: Drawn): number {
  let squares = 0
  for (let y = 0; y < SIZE.height; y += SQUARE)
    for (let x = 0; x < SIZE.width; x += SQUARE)
      if (distance(picture.colour(x, y, SQUARE), wanted.colour(x, y, SQUARE)) > TOLERANCE) squares++
  return squares
}
