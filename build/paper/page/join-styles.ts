import { type Kit, publishedFiches } from '../../../src/kit/index.ts'
import { type PagePlan, pageVariables, planOf, sheetCss } from '../../../src/text/index.ts'
import { tokensCss } from '../../pages/browser.ts'

/** The style sheets of the print edition: of what is cut into pages, and of what is drawn around it. */
export type PrintSheets = { content: string; frame: string }

/** The texts that decide how a page of a kit looks, fonts apart. */
export type JoinedStyles = {
  /** Shared by both steps: colours, text, blocks. */
  content: string
  /** Source of the `@page` that Paged.js reads. */
  plan: PagePlan
  /** Added by the assembly: the sheet's `@page`, and the frame of a page. */
  assembly: string
  /** Digits that a page number has room for, known before any page is counted: the width of a number is part of how a line breaks. */
  folioDigits: number
}

/** From so many fiches on a kit may have a thousand pages: most take four, none has taken eight. */
const MANY_FICHES = 120

export function joinStyles(kit: Kit, { content, frame }: PrintSheets): JoinedStyles {
  const plan = planOf(kit)
  const folioDigits = publishedFiches(kit).length > MANY_FICHES ? 4 : 3
  return {
    content: [
      tokensCss(kit),
      pageVariables(plan),
      `:root { --chiffres-folio: ${folioDigits}; }`,
      content,
    ].join('\n'),
    plan,
    assembly: `${sheetCss(plan)}\n${frame}`,
    folioDigits,
  }
}
