import { bottomOf, loadFaces, overflowOf } from '../page/tab/measure.ts'
import { ASSEMBLY, PAGE_SHEET } from '../page/tab/workbench.ts'
import { laySheets } from './lay-sheets.ts'
import { type Marks, markElements } from './marks.ts'

export type LaidSheets = { faces: string[]; measures: MeasuredSheet[]; marks: Marks }

/** Foot of the last line in px under the top of the text area; the words that leave their place, or null; two placed texts that
 *  stand over each other, or null. */
export type MeasuredSheet = { bottom: number; cut: string | null; over: [string, string] | null }

let clear = () => {}

/** Takes the sheets away, and what the style sheet of the assembly said. */
export function clearSheets(): void {
  clear()
  dress(false)
}

/** Lays out sheets, measures them and marks their elements. @param css more for Paged.js @returns `LaidSheets` in JSON */
export async function printSheets(html: string, first: number, css: string): Promise<string> {
  clear()
  dress(true)
  // Chromium splits a link into the pieces of lines laid out before its fonts came.
  await loadFaces()
  const faces = [...document.fonts]
    .filter(({ status }) => status === 'error')
    .map(({ family, weight }) => `${family} ${weight}`)
  const host = document.body.appendChild(document.createElement('div'))
  const pageCss = document.getElementById(PAGE_SHEET)?.textContent ?? ''
  clear = await laySheets(html, pageCss + css, first, host)
  const measures = await measureSheets()
  return JSON.stringify({ faces, measures, marks: markElements() } satisfies LaidSheets)
}

function dress(assembled: boolean): void {
  const assembly = document.getElementById(ASSEMBLY)
  if (assembly instanceof HTMLStyleElement) assembly.media = assembled ? 'all' : 'not all'
}

async function measureSheets(): Promise<MeasuredSheet[]> {
  // Pictures that are not there yet would have no height.
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  return [...document.querySelectorAll('.pagedjs_pagebox')].map(page => {
    const zone = page.querySelector('.zone') ?? page
    const trim = page.getBoundingClientRect()
    let cut: string | null = null
    for (const placed of zone.querySelectorAll('.pose')) {
      // A placed text has a box of its own that it must not leave, and a page.
      const box = placed.getBoundingClientRect()
      if (placed.getClientRects().length === 0) continue
      // The box of a glyph is taller than a tight line: a third of the size is no overflow.
      const slack = Number.parseFloat(getComputedStyle(placed).fontSize) / 3
      const spills =
        placed.scrollHeight > placed.clientHeight + slack || placed.scrollWidth > placed.clientWidth + slack
      const leaves =
        box.left < trim.left - 1 ||
        box.right > trim.right + 1 ||
        box.top < trim.top - 1 ||
        box.bottom > trim.bottom + 1
      if (spills || leaves) cut ??= wordsOf(placed)
    }
    if (zone.querySelector('.colonnes')) cut ??= overflowOf(zone, zone.getBoundingClientRect())
    return { bottom: bottomOf(zone, zone.getBoundingClientRect().top), cut, over: textsOver(zone) }
  })
}

const wordsOf = (element: Element) => element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? ''

/** Finds two placed texts of which one is printed over the other. Boxes of letters are taller than letters: lines that touch share
 *  less than half of their height. */
function textsOver(zone: Element): [string, string] | null {
  const texts = [...zone.querySelectorAll('.pose')].map(element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    return { element, lines: element.textContent?.trim() ? lines : [] }
  })
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) {
      if (one.element.contains(other.element)) continue
      const meet = one.lines.some(a =>
        other.lines.some(b => {
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
          return width > 2 && height > Math.min(a.height, b.height) / 2
        }),
      )
      if (meet) return [wordsOf(one.element), wordsOf(other.element)]
    }
  return null
}
