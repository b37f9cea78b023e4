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
  /** Digits that a page number has room for before any page is counted: the width of a number is part of how a line breaks. */
  folioDigits: number
}

/** Words of a page of a fiche. */
const WORDS = { usual: 300, large: 120 }

/** Of print in sizes for most readers, and of large print. */
export type PrintSize = 'usual' | 'large'

export function joinStyles(
  kit: Kit,
  { content, frame, page }: PrintSheets,
  size: PrintSize = 'usual',
): JoinedStyles {
  const folioDigits = digitsOf(kit, size)
  const plan = size === 'large' ? largePlanOf(kit) : planOf(kit)
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

/** Guesses the digits of the last page number: `countPages` pages anew what refers to pages with more or less. */
function digitsOf(kit: Kit, size: PrintSize): number {
  const fiches = publishedFiches(kit).map(({ corps }) => Math.max(2, Math.ceil(corps.mots / WORDS[size])))
  const pages = fiches.reduce((sum, count) => sum + count, 4 + kit.pages.length)
  return Math.max(2, String(pages).length)
}
