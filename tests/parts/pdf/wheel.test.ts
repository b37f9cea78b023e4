import { expect, test } from 'vitest'
import { readPdf } from '../../../build/gate/read/pdf.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs, prose } from './documents.ts'
import { build, page } from './workbench.ts'

const ENTRIES = 14
const wheel = (words: number) =>
  `<div class="rang plein"><figure class="bloc domaines" data-print="wide"><figcaption class="bloc-tete"><span class="etiquette">Domaines</span></figcaption><div class="dessin"><svg width="642" height="250"></svg></div><ul class="domaines-liste">${Array.from(
    { length: ENTRIES },
    (_, index) => `<li>Début ${index} : ${prose(words, index)} Fin ${index}.</li>`,
  ).join('')}</ul></figure></div>`

test.each([
  ['longer than a page', wheel(60)],
  ['after half a page', levier('a', { texte: paragraphs(6, 60, 2) }) + wheel(25)],
])('the list under a wheel, %s: no word is lost, and no entry is cut', async (_, body) => {
  const document = documentOf(fiche(8, 'achats'), body)
  const [part] = await page([document])
  // It is composed: no simpler form was needed.
  expect(part?.pages[0]?.html).toContain('composee')
  expect(part?.pages[0]?.simple).toBeUndefined()
  const { screen } = await build([document])
  const { pages } = await readPdf(screen, new AbortController().signal)
  const texts = pages.map(({ text }) => text.replace(/\s+/g, ' '))
  for (let index = 0; index < ENTRIES; index++) {
    const [begins, ends] = [`Début ${index} :`, `Fin ${index}.`].map(mark =>
      texts.flatMap((text, page) => (text.includes(mark) ? [page] : [])),
    )
    expect(begins, `entry ${index}`).toHaveLength(1)
    expect(ends, `entry ${index}`).toEqual(begins)
  }
  expect(texts.every(text => text.trim().length > 100)).toBe(true)
})
