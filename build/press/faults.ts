import type { Folio } from '../../src/text/index.ts'

/** Place of something printed: the page and the document it belongs to, as its operator knows them. */
export type PressPlace = { folio: Folio; document: string }

export type StrayColour = PressPlace & { hex: string; nearest: { name: string; hex: string } }

/** Colours of drawings and text for which no ink is written. The message names each, its page and its fiche. */
export class StrayColourError extends Error {
  override readonly name = 'StrayColourError'
  constructor(colours: readonly StrayColour[]) {
    const lines = colours.map(
      ({ hex, folio, document, nearest }) =>
        `page ${folio}, ${document} : ${hex} (la plus proche : ${nearest.hex}, ${nearest.name})`,
    )
    const problem =
      colours.length === 1
        ? 'une couleur ne fait pas partie de la charte et n’a donc pas d’encre'
        : `${colours.length} couleurs ne font pas partie de la charte et n’ont donc pas d’encre`
    super(
      [
        `PDF d’impression : ${problem}. N’employer que les couleurs de tokens.json, ou y en ajouter une.`,
        ...lines,
      ].join('\n  '),
    )
  }
}

/** Something that the press does not know how to bring to ink: silence would print wrong. */
export class UnprintableError extends Error {
  override readonly name = 'UnprintableError'
  constructor(place: PressPlace, problem: string, options?: ErrorOptions) {
    super(`PDF d’impression : page ${place.folio}, ${place.document} : ${problem}`, options)
  }
}

export class PressSettingError extends Error {
  override readonly name = 'PressSettingError'
}
