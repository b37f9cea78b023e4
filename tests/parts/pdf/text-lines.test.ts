import { expect, test } from 'vitest'
import { readPdf } from '../../../build/gate/read/pdf.ts'
import { measureComposition } from '../../composition.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs, prose } from './documents.ts'
import { build, page } from './workbench.ts'

const { signal } = new AbortController()

/** A box that begins with a rule, under it figures of 25 pt, each over its caption. */
const chiffres = `<aside class="bloc chiffres" data-print="figures"><p class="bloc-tete"><span class="etiquette">Chiffres</span></p><ul class="chiffres-liste">${[
  '12',
  '340',
]
  .map(
    value =>
      `<li><span class="chiffre"><strong class="valeur">${value}</strong></span> <span class="legende">${prose(10)}</span></li>`,
  )
  .join('')}</ul><p class="source">Source : INSEE, 2025.</p></aside>`

const list = `<p>Trois choses :</p><ul>${[8, 20, 12].map((words, at) => `<li>${prose(words, at)}</li>`).join('')}</ul><p>${prose(50, 7)}</p>`

/** A drawing as high as it happens to be, and its list down two columns. */
const domaines = `<div class="rang plein"><figure class="bloc domaines" data-print="wide"><figcaption class="bloc-tete"><span class="etiquette">Domaines</span></figcaption><div class="dessin"><svg width="642" height="121"></svg></div><ul class="domaines-liste">${[
  20, 45, 12, 30, 25,
]
  .map((words, at) => `<li>${prose(words, at)}</li>`)
  .join('')}</ul></figure></div>`

test('the last two words under a date stay apart where its column would cut them', async () => {
  const dates = ['Loi sur le contrat d’association', 'Une grande loi relative à l’ESS']
    .map(event => `<li><span class="annee">1901</span> <span class="evenement">${event}</span></li>`)
    .join('')
  const frise = `<div class="rang plein"><figure class="bloc frise" data-print="wide"><ol class="frise-dates">${dates}</ol></figure></div>`
  const [part] = await page([documentOf(fiche(8, 'achats'), frise)])
  const html = part?.pages.map(page => page.html).join('')
  expect(html).toContain('contrat d’association')
  expect(html).toMatch(/à(?:\u00a0|&nbsp;)l’ESS/)
})

test('a word that stands on a line of its own under a name begins with no space', async () => {
  const name = 'La Déclaration commune des réseaux de collectivités locales'
  const propos = `<aside class="bloc propos" data-print="box"><p class="auteur"><span class="nom">${name}</span> <span class="fonction">2013</span></p><p>${prose(40)}</p></aside>`
  const [part] = await page([
    documentOf(fiche(8, 'achats'), levier('a', { marge: propos, texte: paragraphs(2, 60, 1) })),
  ])
  const html = part?.pages.map(page => page.html).join('')
  expect(html).toContain('</span> <span class="fonction">2013')
})

test('the lines of texts, lists and boxes are level, whatever stands above them', async () => {
  const titled = levier('c', { texte: list + paragraphs(2, 70, 3) }).replace(
    'Levier c',
    'Un titre de levier assez long pour courir sur trois lignes au moins dans sa colonne étroite de texte',
  )
  const body = [
    levier('a', { marge: exemple('a-1', 60), texte: list }),
    levier('b', { marge: chiffres, texte: paragraphs(3, 60, 2) }),
    titled,
    levier('d', { marge: exemple('d-1', 150), texte: paragraphs(2, 40, 4) + list }),
    levier('e', { texte: paragraphs(2, 120, 5) }),
    levier('f', { marge: exemple('f-1', 120), texte: paragraphs(3, 80, 6) }),
    domaines,
  ].join('')
  const { screen } = await build([documentOf(fiche(8, 'achats'), body)])
  const { pages } = await readPdf(screen, signal)
  const { starts, columns, boxes } = measureComposition(pages)
  expect(starts.all).toBeGreaterThan(20)
  expect(starts.level).toBe(starts.all)
  for (const { all, level } of [columns, boxes]) {
    expect(all).toBeGreaterThan(10)
    expect(level).toBe(all)
  }
})
