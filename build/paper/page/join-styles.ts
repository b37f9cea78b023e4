import { type Kit, publishedFiches } from '../../../src/kit/index.ts'
import { largePlanOf, type PagePlan, pageVariables, planOf, withLengths } from '../../../src/text/index.ts'
import { tokensCss } from '../../pages/browser.ts'

/** The style sheets of the print edition: of what is cut into pages, of what is drawn around it, and the one that Paged.js reads. */
export type PrintSheets = Readonly<Record<'content' | 'frame' | 'page', string>>

/** The texts that decide how a page of a kit looks, fonts apart. */
export type JoinedStyles = {
  /** Shared by both steps: colours, text, blocks. */
  content: string
  plan: PagePlan
  /** Added by the assembly: what is drawn around a text. */
  assembly: string
  /** The sheets and their margin boxes, as Paged.js reads them. */
  page: string
  /** Digits that a page number has room for, known before any page is counted: the width of a number is part of how a line breaks. */
  folioDigits: number
}

/** From so many fiches on a kit may have a thousand pages: most take four, none has taken eight. In large print each takes three times as many. */
const MANY_FICHES = { usual: 120, large: 40 }

/** Of print in sizes for most readers, and of large print. */
export type PrintSize = 'usual' | 'large'

export function joinStyles(
  kit: Kit,
  { content, frame, page }: PrintSheets,
  size: PrintSize = 'usual',
): JoinedStyles {
  const plan = size === 'large' ? largePlanOf(kit) : planOf(kit)
  const folioDigits = publishedFiches(kit).length > MANY_FICHES[size] ? 4 : 3
  return {
    content: [
      tokensCss(kit),
      pageVariables(plan),
      `:root { --chiffres-folio: ${folioDigits}; }`,
      content,
    ].join('\n'),
    plan,
    assembly: frame,
    page: withLengths(page, plan),
    folioDigits,
  }
}
