import type { Tokens } from '../kit.ts'
import type { Palette } from './write/style-sheet.ts'

/** The colours of a document in a family's shades. @throws Error when the tokens know no such family */
export function paletteOf({ familles, neutre }: Tokens, famille: string): Palette {
  const shades = familles[famille]
  if (!shades) throw new Error(`no colours for the family ${famille}`)
  const of = ({ hex }: { hex: string }) => hex.replace('#', '')
  return {
    solid: of(shades.solid),
    deep: of(shades.deep),
    mid: of(shades.mid),
    tint: of(shades.tint),
    texte: of(neutre.texte),
    gris: of(neutre.gris),
    filet: of(neutre.filet),
  }
}
