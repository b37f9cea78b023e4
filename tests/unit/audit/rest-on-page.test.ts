import { describe, expect, test } from 'vitest'
import { isRestOn } from '../../../build/judge/audit/checks/pages-agree.ts'
import { parseXml } from '../../../build/judge/audit/read/html.ts'
import { lettersOf } from '../../../build/judge/audit/words.ts'

const MARK = '<span id="page-18" epub:type="pagebreak"></span>'
const BLOCK = '<p>Une phrase qui commence page 17 et va jusqu’à la fin du paragraphe.</p>'

const isRest = (page: string, xhtml: string) =>
  isRestOn(lettersOf(page), parseXml(`<section>${xhtml}</section>`), 'page-18')

describe('the mark of a page on which no block begins', () => {
  test.each([
    ['before the block whose end the page has', `${MARK}${BLOCK}`],
    ['before it with the mark of another page', `${MARK}<span id="page-19"></span>${BLOCK}`],
    ['before a block which another follows, on a later page', `${MARK}${BLOCK}<p>Une autre phrase.</p>`],
    [
      'in an item, where nothing stands before it',
      `<ul><li>${MARK}Une phrase <em>jusqu’à la fin du paragraphe.</em></li></ul>`,
    ],
    [
      'before what ends a fiche, which is printed where there is room',
      `${MARK}${BLOCK}<div class="fiche-pied"><p>Avec le soutien de la commune.</p></div>`,
    ],
  ])('stands %s', (_, xhtml) => {
    expect(isRest('10 la fin du paragraphe. Avec le soutien de la commune. 18', xhtml)).toBe(true)
  })

  test.each([
    ['whose end is on another page', `${MARK}<p>Une phrase de la page 16.</p>${BLOCK}`],
    ['where the next one begins on the page', `${MARK}${BLOCK}<p>Une autre phrase, qui y commence.</p>`],
    [
      'where the next one, in the section after, begins on the page',
      `<div>${MARK}${BLOCK}</div><div><p>Une autre phrase, qui y commence.</p></div>`,
    ],
  ])('does not stand before a block %s', (_, xhtml) => {
    expect(isRest('la fin du paragraphe. Une autre phrase, qui y commence. 18', xhtml)).toBe(false)
  })
})
