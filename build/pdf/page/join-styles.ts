import type { Kit } from '../../../src/kit.ts'
import { tokensCss } from '../../../src/tokens.ts'
import { folioDigits } from './folio-digits.ts'
import { pagingPageCss, sheetPageCss } from './sheet.ts'

/** The style sheets of the print edition, as they lie in `styles/print`: folders, joined, and what cuts pages. */
export type PrintSheets = { content: string; blocks: string; cut: string; frame: string }

/** The texts that decide how a page of a kit looks, fonts apart. */
export type JoinedStyles = {
  /** What both steps share: colours, text, blocks. */
  content: string
  /** `@page` of the paging: all that Paged.js has to read. */
  paging: string
  /** What the assembly adds: the sheet's `@page`, and the frame of a page. */
  assembly: string
  /** Digits that a page number has room for. */
  folioDigits: number
}

export function joinStyles(kit: Kit, { content, blocks, cut, frame }: PrintSheets): JoinedStyles {
  const digits = folioDigits(kit)
  return {
    content: [tokensCss(kit), `:root { --chiffres-folio: ${digits}; }`, content, blocks, cut].join('\n'),
    paging: pagingPageCss,
    assembly: `${sheetPageCss}\n${frame}`,
    folioDigits: digits,
  }
}
