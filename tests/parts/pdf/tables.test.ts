import { describe, expect, it, test } from 'vitest'
import { type PdfPlace, readPdf } from '../../../build/gate/read/pdf.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, higherThanAPage, levier, paragraphs, prose } from './documents.ts'
import { build, page } from './workbench.ts'

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table data-b="900"><thead>${row(head, 'th')}</thead><tbody>${rows.map(cells => row(cells)).join('')}</tbody></table>`
const aides = table(
  ['Aide', 'Financeur', 'Taux', 'Plafond', 'Bénéficiaires', 'Échéance'],
  [
    [
      'Désimperméabilisation',
      'Agence de l’eau',
      '50 %',
      '300 000 €',
      'Communes et intercommunalités',
      '2027',
    ],
    ['Plantation de haies', 'Région', '80 %', '20 000 €', 'Communes, agriculteurs', '2026'],
  ],
)
const long = table(
  ['Commune', 'Surface', 'Coût', 'Durée'],
  Array.from({ length: 12 }, (_, n) => ['Vierzon', prose(28, n), prose(14, n + 20), prose(28, n + 40)]),
)
const flat = table(
  ['Commune', 'Rang', 'Année', 'Surface', 'Coût', 'Durée'],
  Array.from({ length: 44 }, (_, n) => [`Commune ${n}`, `${n}`, '2030', '12 ha', '3 000 €', '2 ans']),
)
const small = table(
  ['Aide', 'Taux'],
  [
    ['Études', '40 %'],
    ['Travaux', '50 %'],
  ],
)
const text = (body: string) => `<div class="rang seul"><div class="texte">${body}</div></div>`

async function pagesOf(body: string) {
  const [part] = await page([documentOf(fiche(8, 'achats', 'Achats'), body)])
  const pages = part?.pages ?? []
  expect(pages.map(({ simple }) => simple)).toEqual(pages.map(() => undefined))
  return pages
}
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0
const across = /class="rang[^"]*\btableau\b[^"]*"[^>]*width: 170mm/

describe('a table of a fiche in the simplest form', () => {
  it('has its words broken where its place is too narrow for them, and nowhere else', async () => {
    const plain = table(['Un', 'Deux', 'Trois'], [[prose(30), '12', prose(30, 1)]])
    const wide = table(['Un', 'Deux'], [['adresse'.repeat(40), '12']])
    const body = text(higherThanAPage) + text(plain) + text(wide)
    const [part] = await page([documentOf(fiche(8, 'achats', 'Achats'), body)])
    expect(part?.pages[0]?.simple).toBeDefined()
    const tables = part?.pages.flatMap(({ html }) => html.match(/<table.*?<\/table>/gs) ?? []) ?? []
    expect(tables.map(one => one.includes('mots-coupes'))).toEqual([false, true])
  })
})

test('a wide table in a box across the page covers none of its text, and keeps its words', async () => {
  const wide = table(
    ['Dispositif', 'Porteur', 'Commune', 'Intercommunalité', 'Département', 'Région', 'Montant', 'Échéance'],
    [['Accompagnement', 'Association', 'oui', 'oui', 'non', 'non', '10 000', 'décembre']],
  )
  const info = (title: string, body: string) =>
    `<div class="rang"><div class="texte">${paragraphs(1, 20)}</div><aside class="bloc info large" data-print="box"><p class="bloc-tete"><span class="etiquette">Bon à savoir</span></p><p class="bloc-titre">${title}</p>${body}</aside></div>`
  const body = [
    info('Un texte, un tableau, un autre texte', paragraphs(1, 30, 1) + wide + paragraphs(4, 30, 2)),
    info('Un texte court, un tableau', paragraphs(1, 20, 7) + wide),
    info('Un tableau seul', wide),
  ].join('')
  const document = documentOf(fiche(8, 'achats', 'Achats'), body)
  const { screen } = await build([document])
  const { pages } = await readPdf(screen, new AbortController().signal)
  expect(pages.flatMap(({ places }) => overprinted(places))).toEqual([])
  const [part] = await page([document])
  expect(part?.pages.map(({ html }) => count(html, /mots-coupes/g))).toEqual(part?.pages.map(() => 0))
})

test('a page that shows only the rest of a table in a box begins with that table', async () => {
  const rows = Array.from({ length: 70 }, (_, n) => [prose(10, n), prose(10, n + 20)])
  const box = `<div class="rang plein"><figure class="bloc schema" data-print="wide" data-b="899"><div class="description">${table(['Un', 'Deux'], rows)}</div></figure></div>`
  const [part] = await page([documentOf(fiche(8, 'achats', 'Achats'), text(paragraphs(1, 40)) + box)])
  const rest = part?.pages.filter(({ html }) => /<figure[^>]*data-coupe-haut/.test(html)) ?? []
  expect(rest.length).toBeGreaterThan(0)
  for (const { html, block } of rest) {
    expect(html).toContain('<table')
    expect(block).toBe(900)
  }
})

describe('a table', () => {
  it.each([
    ['of many columns', text(paragraphs(1, 35) + aides + paragraphs(1, 60, 1))],
    [
      'of a lever with an example',
      levier('a', { texte: paragraphs(1, 35) + aides, marge: exemple('x', 60) }),
    ],
    ['right under the title of its lever', levier('a', { texte: aides + paragraphs(1, 60) })],
    [
      'of fourteen rows',
      text(paragraphs(4, 80) + table(['Aide', 'Taux'], Array(14).fill(['Études', '4 %']))),
    ],
  ])('%s runs across the page, and no word of it is cut', async (_, body) => {
    const pages = await pagesOf(body)
    const all = pages.map(({ html }) => html).join('')
    expect(all).toMatch(across)
    expect(all).not.toContain('mots-coupes')
  })

  it('of a few short rows stays in its text', async () => {
    const [page] = await pagesOf(text(paragraphs(1, 35) + small + paragraphs(1, 60, 1)))
    expect(page?.html).not.toMatch(across)
  })

  it('goes with its headings and with the line that announces it', async () => {
    const lead = '<h3 id="titre">Les aides</h3><p>Les voici :</p>'
    for (const body of [text(paragraphs(1, 35) + lead + aides), text(lead + aides)]) {
      const [page] = await pagesOf(body)
      expect(page?.html).toMatch(
        /tableau[^>]*><div class="texte"[^>]*><h3 id="titre"[^>]*>Les aides<\/h3><p[^>]*>Les voici(?: |&nbsp;):<\/p><\/div><table/,
      )
    }
  })

  it.each([
    ['first', ''],
    ['after a list', '<ul><li>Un point</li></ul>'],
  ])('%s among the paragraphs that open a fiche leaves them to their opening', async (_, before) => {
    const opening = `${before}${aides}<p class="chapo">${prose(30)}</p>`
    const body = `<div class="rang chapo-rang seul"><div class="texte">${opening}</div></div>${text(paragraphs(1, 60))}`
    const [page] = await pagesOf(body)
    expect(page?.html).toMatch(across)
    expect(page?.html).toMatch(/chapo-rang[^>]*>\s*<div class="texte[^>]*>\s*<p class="chapo"/)
  })

  it('leaves the boxes beside the title of its lever, and its own announcement at the left edge', async () => {
    const texte = `${paragraphs(1, 60)}<p>Les aides :</p>${aides}${paragraphs(1, 40, 1)}`
    const [page] = await pagesOf(levier('a', { texte, marge: exemple('x', 40) }))
    const html = page?.html ?? ''
    const [title, box, band] = ['id="a"', 'id="x"', 'plein tableau'].map(what => html.indexOf(what))
    expect([title, box, band]).toEqual([title, box, band].toSorted((a = 0, b = 0) => a - b))
    expect(html).toMatch(/class="rang plein tableau place"/)
  })

  it.each([
    ['of long cells', long, 12],
    ['of many rows', flat, 44],
  ])('%s fills its pages with the same widths under the same head', async (_, body, rows) => {
    const pages = await pagesOf(text(paragraphs(1, 40) + body + paragraphs(2, 60, 1)))
    const holding = pages.filter(({ html }) => html.includes('<table'))
    expect(holding.length).toBeGreaterThan(1)
    expect(holding.reduce((sum, { html }) => sum + count(html, /<tr/g) - 1, 0)).toBe(rows)
    for (const [index, { html, bottom }] of holding.entries()) {
      expect(count(html, /<thead/g)).toBe(1)
      expect(html.includes('<thead class="reprise" aria-hidden="true">')).toBe(index > 0)
      expect(html).not.toContain('mots-coupes')
      if (index < holding.length - 1) expect(bottom).toBeGreaterThan(700)
    }
    const widths = holding.map(({ html }) => /<colgroup>.*<\/colgroup>/.exec(html)?.[0])
    expect(new Set(widths).size).toBe(1)
  })

  it('that would leave half a page white goes on over the next one', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => ['Vierzon', prose(40, n), prose(40, n + 20)])
    const moderate = table(['Commune', 'Surface', 'Coût'], rows)
    for (const words of [60, 75, 90]) {
      const pages = await pagesOf(text(paragraphs(3, words) + moderate + paragraphs(3, 60, 1)))
      for (const { bottom } of pages.slice(0, -1)) expect(bottom).toBeGreaterThan(700)
    }
  })

  it('breaks words only in the columns that even the page has no room for', async () => {
    const [page] = await pagesOf(
      text(
        paragraphs(1, 40) +
          table(['Aide', 'Adresse'], [['Désimperméabilisation', 'constitution'.repeat(12)]]),
      ),
    )
    const broken = [...(page?.html ?? '').matchAll(/class="mots-coupes">([^<]{0,12})/g)].map(
      ([, word]) => word,
    )
    expect(broken).toEqual(['Adresse', 'constitution'])
  })
})

/** How far a line may reach over what is printed beside it, in pt and as a share of its type: letters of a title are kerned over a change of
 *  colour. */
const SLACK = { pt: 2, share: 0.1 }
/** The height of letters without ascenders, as a share of their type; and how much of it, when printed over another's, cannot be read. */
const LETTER = 0.5
const COVERED = 0.15

/** Texts of a page that lie on each other: of each, the first that another covers. */
function overprinted(places: readonly PdfPlace[]): [under: string, over: string][] {
  const texts = places.filter(({ text }) => text.trim() !== '')
  return texts.flatMap((one, index): [string, string][] => {
    const other = texts.slice(index + 1).find(next => isOn(one, next))
    return other ? [[one.text, other.text]] : []
  })
}

function isOn(one: PdfPlace, other: PdfPlace): boolean {
  const size = Math.min(one.size, other.size)
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  if (width <= Math.max(SLACK.pt, SLACK.share * size)) return false
  const top = Math.min(one.y + LETTER * one.size, other.y + LETTER * other.size)
  return top - Math.max(one.y, other.y) > COVERED * size
}
