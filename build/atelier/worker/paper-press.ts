import { printStyles } from 'press-print-styles'
import { authoredOf, type Item, type Kit, sequence } from '../../../src/kit/index.ts'
import { joinStyles, locate, reserve, sheetsOf } from '../../paper/browser.ts'
import type { JoinedStyles, PageOfPart, PrintPart } from '../../paper/index.ts'
import { linesOf, renderItems, type TextLines } from './render-item.ts'

/** A document of the print edition. `file`: the Markdown that it is made of; null: the press makes it. `mots`: its words there. */
export type PaperDocument = { id: string; file: string | null; mots: number }

/** A document ready to be cut into pages, and how these look. */
export type PaperPart = { html: string; lines: TextLines; styles: JoinedStyles & { fonts: string } }

export type PaperSheets = {
  html: string
  first: number
  /** Documents whose pages are not counted yet: numbers that depend on them are provisional. */
  uncounted: number
}

export type PaperPress = ReturnType<typeof openPaperPress>

/** Prepares the print edition, document by document, for pages that are cut elsewhere. `pages`: of each document, as last cut. */
export function openPaperPress(kit: Kit, pages: Map<string, readonly PageOfPart[]>) {
  const items = sequence(kit)
  const itemOf = (id: string) => items.find(item => item.id === id)
  return {
    documents: (): PaperDocument[] =>
      items.map(item => ({
        id: item.id,
        file: authoredOf(item)?.file ?? null,
        mots: authoredOf(item)?.corps.mots ?? 0,
      })),
    /** @returns null when the edition has no such document */
    part(id: string): PaperPart | null {
      const item = itemOf(id)
      const part = item && partOf(kit, item)
      if (!part) return null
      const styles = { ...joinStyles(kit, printStyles), fonts: printStyles.fonts }
      return { html: part.html, lines: linesOf(item), styles }
    },
    keep: (id: string, list: readonly PageOfPart[]) => void pages.set(id, list),
    /** @returns null for a document without pages. @throws PaginationError when an id exists twice */
    sheets(id: string): PaperSheets | null {
      const item = itemOf(id)
      const part = item && partOf(kit, item)
      const documentPages = pages.get(id)
      if (!part || !documentPages) return null
      const uncounted = items.filter(one => !pages.has(one.id))
      const all = items.map(document => ({
        item: document,
        html: '',
        running: '',
        pages: pages.get(document.id) ?? [{ ...blank, ids: [document.id] }],
      }))
      const { first, html } = sheetsOf({ ...part, pages: documentPages }, locate(all))
      return { html, first, uncounted: uncounted.length }
    },
  }
}

function partOf(kit: Kit, item: Item): PrintPart | null {
  const [document] = renderItems(kit, 'print', (_path, candidate) => candidate.id === item.id)
  return document ? reserve(document) : null
}

/** Stands for a document that is not cut yet. */
const blank = { html: '', bottom: 0, block: null, heading: null }
