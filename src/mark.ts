import type { Forme } from './kit.ts'

const shapes: Record<Forme, string> = {
  carre: '<path fill="currentColor" d="M0 0h12v12H0z"/>',
  triangle: '<path fill="currentColor" d="M6 .8 12 11.2H0z"/>',
  disque: '<circle fill="currentColor" cx="6" cy="6" r="6"/>',
}

/** The mark of a family, ■ ▲ ●, as an inline SVG in the colour of the text; its size is left to the style sheet. */
export function mark(forme: Forme): string {
  return `<svg class="marque" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shapes[forme]}</svg>`
}
