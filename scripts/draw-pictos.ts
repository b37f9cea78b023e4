import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The pictograms that fiches use most, for the authors' guide. */
export const usualPictos =
  'baby bike book-open building-2 bus calendar chart-column coins factory file-text graduation-cap hammer hand-coins handshake heart-handshake house key landmark leaf lightbulb map-pin megaphone monitor music network palette recycle scale school search shopping-cart sprout stethoscope store sun tree-pine truck users utensils wifi zap'.split(
    ' ',
  )

const COLUMNS = 6
const [WIDTH, HEIGHT] = [150, 76]
const { resolve } = createRequire(import.meta.url)

/** A sheet of them, each above its name. */
export function drawPictos(): string {
  const rows = Math.ceil(usualPictos.length / COLUMNS)
  const cells = usualPictos.map((name, at) => {
    const svg = readFileSync(resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    const shapes = (/<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? '').replace(/\s+/g, ' ').trim()
    const [x, y] = [(at % COLUMNS) * WIDTH + WIDTH / 2, Math.floor(at / COLUMNS) * HEIGHT]
    return `<g transform="translate(${x} ${y + 12})"><g transform="translate(-16 0) scale(1.3333)" fill="none" stroke="#1f1f1d" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${shapes}</g><text y="50" text-anchor="middle" font-family="sans-serif" font-size="13" fill="#1f1f1d">${name}</text></g>`
  })
  const size = `${COLUMNS * WIDTH} ${rows * HEIGHT}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-label="${usualPictos.length} pictogrammes et leurs noms"><rect width="100%" height="100%" fill="#ffffff"/>\n${cells.join('\n')}\n</svg>\n`
}
