import { isDrawing } from '../../../src/text/index.ts'
import { maxPicturePx, type WordPicture } from '../../../src/word/index.ts'
import type { Workbench } from '../worker/workbench.ts'
import { handOut } from './dom.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Offers a fiche as the Word file of `kit export`. @throws Error with the reason in French */
export async function handOutWord(workbench: Workbench, file: string): Promise<void> {
  const { charts, pictures } = await workbench.toDraw(file)
  const drawings = {
    charts: await Promise.all(charts.map(drawSvg)),
    pictures: await Promise.all(
      pictures.map(
        async ([path, bytes]): Promise<[string, WordPicture]> => [path, await drawPicture(path, bytes)],
      ),
    ),
  }
  const { name, bytes } = await workbench.wordFile(file, drawings)
  handOut(name, bytes, WORD)
}

/** Draws a picture anew, not wider than so many pixels. */
export function drawPicture(path: string, bytes: Uint8Array, widest = maxPicturePx): Promise<WordPicture> {
  if (isDrawing(path)) return drawSvg(new TextDecoder().decode(bytes))
  const type = /\.png$/i.test(path) ? 'png' : 'jpeg'
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${type}` }))
  return drawImage(address, type, widest).finally(() => URL.revokeObjectURL(address))
}

/** Pixels of a unit: those of paper are drawn at 192 to the inch, as the command draws them. */
const units: Record<string, number> = {
  mm: 192 / 25.4,
  cm: 1920 / 25.4,
  in: 192,
  pt: 192 / 72,
  pc: 32,
  px: 1,
  '': 1,
}

/** Draws with the kit's fonts inside: a picture sees no other file. It works on text: the page's policy would refuse a document's styles. */
async function drawSvg(text: string): Promise<WordPicture> {
  fontRules ??= writeFonts()
  const fonts = await fontRules
  const sized = text.replace(/<svg\b[^>]*>/, begin => {
    const [, , viewWidth = '', viewHeight = ''] =
      /viewBox="([^"]*)"/
        .exec(begin)?.[1]
        ?.trim()
        .split(/[\s,]+/) ?? []
    const rest = begin.slice(4, -1).replace(/\s(?:width|height)="[^"]*"/g, '')
    return `<svg width="${side(begin, 'width', viewWidth)}" height="${side(begin, 'height', viewHeight)}"${rest}><style>${fonts}</style>`
  })
  return drawImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`, 'png')
}

function side(begin: string, name: string, view: string): number {
  const [, length = view, unit = ''] = new RegExp(`\\s${name}="([\\d.]+)([a-z]*)"`).exec(begin) ?? []
  return Math.max(1, Math.round(Number(length) * (units[unit] ?? 1)))
}

async function drawImage(
  address: string,
  type: WordPicture['type'],
  widest = Infinity,
): Promise<WordPicture> {
  const image = new Image()
  image.src = address
  await image.decode()
  const width = Math.min(image.naturalWidth, widest)
  const height = Math.round((image.naturalHeight * width) / image.naturalWidth)
  const canvas = new OffscreenCanvas(width, height)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('Ce navigateur ne dessine pas.')
  // Word's page is white, and a JPEG knows no transparency.
  brush.fillStyle = '#fff'
  if (address.startsWith('data:') || type === 'jpeg') brush.fillRect(0, 0, width, height)
  brush.drawImage(image, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: `image/${type}`, quality: 0.8 })
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type, width, height }
}

let fontRules: Promise<string> | null = null

/** Writes the app's own rules of fonts, each with its file in it. */
async function writeFonts(): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter(rule => rule instanceof CSSFontFaceRule)
  const faces = rules.map(async ({ cssText, parentStyleSheet }) => {
    const path = /url\("?([^")]+)"?\)/.exec(cssText)?.[1]
    if (!path) return ''
    const file = await (await fetch(new URL(path, parentStyleSheet?.href ?? location.href))).blob()
    return cssText.replace(/url\([^)]+\)/, `url(${await asAddress(file)})`)
  })
  return (await Promise.all(faces)).join('\n')
}

const asAddress = (file: Blob) =>
  new Promise<string>((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(file)
  })
