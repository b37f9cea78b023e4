import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import { standingBrowser } from '../../chromium.ts'
import { textsOfPdf } from '../../pdf-texts.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, higherThanAPage, levier, paragraphs, prose, renvoi } from './documents.ts'
import { build, page, styles } from './workbench.ts'

const one = fiche(8, 'achats', 'Achats')

/** The HTML of the pages of a fiche; that it is given at all says that nothing was lost, repeated or cut off. */
async function pagesOf(body: string): Promise<string[]> {
  const [pages = []] = await pagesOfAll([body])
  return pages
}
async function pagesOfAll(bodies: string[]): Promise<string[][]> {
  const parts = await page(bodies.map(body => documentOf(one, body)))
  return parts.map(({ pages }) => pages.map(({ html }) => html))
}
/** The same body after every length of text in a range: its cut falls everywhere. */
const everyFill = (from: number, to: number, step: number, body: string) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => filler(from + index * step) + body)
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const filler = (lines: number) =>
  `<div class="rang seul"><div class="texte">${`<p>${prose(14)}</p>`.repeat(lines)}</div></div>`

describe('a table with a word longer than its column', () => {
  const table = `<table class="donnees"><tr><th>${'constitution'.repeat(8)}</th><td>1 250 000</td><td>12</td></tr></table>`
  const drawing = '<div class="dessin"><svg width="380" height="100"></svg></div>'
  it.each([
    ['in a text', levier('a', { texte: paragraphs(1, 40) + table })],
    [
      'beside a chart',
      `<div class="rang plein"><div class="bloc graphique" data-print="chart"><p class="bloc-tete">Graphique</p>${drawing}${table}</div></div>`,
    ],
  ])('breaks it, and leaves the page as it is composed: %s', async (_, body) => {
    const [part] = await page([documentOf(one, body + levier('b', { texte: paragraphs(2, 60) }))])
    expect(part?.pages.map(({ simple }) => simple)).toEqual([undefined])
  })
})

describe('resources', () => {
  const entries = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<li data-b="${index}"><span class="titre">Guide ${index}</span> <span class="reference">Un éditeur</span></li>`,
    ).join('')
  const resources = (count: number) =>
    `<section class="section ressources-section"><h2 id="r">Ressources</h2><div class="rang plein"><div class="bloc ressources" data-print="end"><ul class="ressources-liste">${entries(count)}</ul></div></div></section><p class="soutien">Fiche réalisée avec le soutien de la CRESS.</p>`

  it.each([6, 36, 45, 130])(
    '%i of them are composed, and who supported the fiche is named under the last',
    async count => {
      const [part] = await page([
        documentOf(one, levier('a', { texte: paragraphs(2, 60) }), resources(count)),
      ])
      const pages = part?.pages ?? []
      expect(pages.map(({ simple }) => simple)).toEqual(pages.map(() => undefined))
      const last = textOf(pages.at(-1)?.html ?? '')
      expect(last).toContain(`Guide ${count - 1} `)
      expect(last).toContain('le soutien de la CRESS')
      expect(pages.filter(({ html }) => html.includes('>Ressources<'))).toHaveLength(1)
    },
  )
})

it('a panorama leaves its text, which goes on under it, and runs across the page', async () => {
  const picture =
    '<figure class="image"><svg class="panorama" width="600" height="120"></svg><figcaption class="credit">Camille Martin</figcaption></figure>'
  const texte = `<p>Avant.</p>${picture}<p>Après.</p>`
  const html = (await pagesOf(levier('a', { marge: exemple('x', 40), texte }))).join('')
  expect(html).toMatch(/<div class="rang plein [^>]*width: 170mm[^>]*><figure class="image"/)
  expect(textOf(html)).toMatch(/Avant\..*Camille Martin.*Après\./)
  const narrow = (
    await pagesOf(levier('a', { texte: texte.replace('panorama', '').replace('600', '280') }))
  ).join('')
  expect(narrow).not.toContain('rang plein')
})

describe('a timeline', () => {
  const frise = (dates: string[], columns: number) =>
    `<div class="rang plein"><figure class="bloc frise" data-print="wide"><ol class="frise-dates" data-colonnes="${columns}">${dates
      .map(
        (date, at) =>
          `<li data-b="${at}"><span class="annee">${date}</span> <span class="evenement">${prose(12, at)}</span></li>`,
      )
      .join('')}</ol></figure></div>`

  it('may be higher than a page', async () => {
    const dates = Array.from({ length: 90 }, (_, at) => String(1900 + at))
    const pages = await pagesOf(levier('a', { texte: paragraphs(1, 40) }) + frise(dates, 4))
    expect(pages.length).toBeGreaterThan(2)
    for (const date of dates) expect(pages.filter(html => html.includes(`>${date}<`))).toHaveLength(1)
  })

  it('begins the texts of a row level, under the date of most lines', async () => {
    const dates = ['1992', '2014', '1er janvier 2018, après le vote', '2026']
    const { screen } = await build([documentOf(one, frise(dates, 4))])
    const texts = (await textsOfPdf(screen)).flatMap(page => page.texts)
    const tops = texts.flatMap(({ text, y }) => (text.startsWith('Phrase') ? [Math.round(y)] : []))
    expect(tops).toHaveLength(4)
    expect(new Set(tops).size).toBe(1)
  })
})

it('entries of a département that stay together are cut by no page and no column', async () => {
  const entry =
    '<li><a href="#achats"><b>Une commune</b> <span>Un exemple</span></a> <i><span class="n">9</span></i></li>'
  const sections = Array.from(
    { length: 40 },
    (_, at) =>
      `<section class="departement-entree entiere" data-b="${at}"><h2><span class="departement-code">${at}</span> Un département</h2><ul>${entry.repeat(1 + (at % 6))}</ul></section>`,
  )
  const { item } = documentOf(one, '')
  const html = `<article class="part index-lieux sans-famille" id="achats"><div class="colonnes">${sections.join('')}</div></article>`
  const { screen } = await build([{ item, html }])
  const tops = new Map<string, { y: number; words: string }>()
  for (const [number, { texts }] of (await textsOfPdf(screen)).entries())
    for (const { text, x, y } of texts) {
      const column = `${number} ${x > 290}`
      if (text.startsWith('Un') && y > (tops.get(column)?.y ?? 0)) tops.set(column, { y, words: text })
    }
  const columns = [...tops.values()].map(({ words }) => words)
  expect(columns.length).toBeGreaterThan(2)
  for (const words of columns) expect(words).toContain('Un département')
})

describe('longer fiches lose nothing', () => {
  it.each([
    ['a lever of two pages, without example', levier('a', { texte: paragraphs(20, 90) })],
    [
      'a lever of two pages beside its example',
      levier('a', { marge: exemple('x', 120), texte: paragraphs(20, 90) }),
    ],
    ['an example longer than its lever', levier('a', { marge: exemple('x', 400), texte: paragraphs(1, 40) })],
    ['an example higher than a page', levier('a', { marge: exemple('x', 900), texte: paragraphs(2, 60) })],
    [
      'a long example under its lever',
      levier('a', { texte: paragraphs(2, 60), large: exemple('x', 1700, 'long') }),
    ],
    [
      'five examples of one lever',
      levier('a', {
        marge: [1, 2, 3, 4, 5].map(n => exemple(`x${n}`, 150)).join(''),
        texte: paragraphs(2, 60),
      }),
    ],
    [
      '1,700 words in ten levers',
      Array.from({ length: 10 }, (_, n) =>
        levier(`a${n}`, { marge: exemple(`x${n}`, 60 + 25 * n), texte: paragraphs(2, 45, n) }),
      ).join(''),
    ],
  ])('%s', async (_, body) => {
    const pages = await pagesOf(body)
    expect(pages.length).toBeGreaterThan(0)
    expect(textOf(pages.at(-1) ?? '')).not.toBe('')
  })
})

it('the rest of an example stands under its plate and « suite », once a page, for eyes alone', async () => {
  const pages = await pagesOf(levier('a', { marge: exemple('x', 900), texte: paragraphs(2, 60) }))
  const plates = pages.map(html =>
    [
      ...html.matchAll(
        /<p class="bloc-tete([^>]*)>.*?class="departement">(.*?)<.*?class="etiquette">(.*?)</g,
      ),
    ].map(([, more, code, label]) => [
      more?.includes('aria-hidden="true"'),
      code,
      label?.replaceAll('&nbsp;', ' '),
    ]),
  )
  expect(pages.length).toBeGreaterThan(2)
  const rest = plates.slice(1).filter(all => all.length > 0)
  expect(plates[0]).toEqual([[false, '69', 'Exemple']])
  expect(rest).toEqual(rest.map(() => [[true, '69', 'Exemple (suite)']]))
  expect(rest.length).toBeGreaterThan(0)
})

describe('misconceptions', () => {
  it('go on over the next page between two rows, rather than leave the first page white', async () => {
    const ideas = Array.from(
      { length: 13 },
      (_, n) => `<li data-b="${n}"><p class="idee">Idée ${n}</p><p class="reponse">${prose(20, n)}</p></li>`,
    )
    const block = `<aside class="bloc idees-recues" data-print="wide"><p class="bloc-tete">Idées reçues</p><ul>${ideas.join('')}</ul></aside>`
    const body = `<h2>Vrai ou faux ?</h2><div class="rang plein">${block}</div>`
    const [first = '', second = '', ...others] = await pagesOf(filler(2) + body)
    expect(others).toEqual([])
    const numbers = (html: string) => [...html.matchAll(/Idée (\d+)/g)].map(([, number]) => Number(number))
    expect(numbers(first).length).toBeGreaterThanOrEqual(5)
    expect([...numbers(first), ...numbers(second)]).toEqual(Array.from(ideas.keys()))
  })
})

describe('at the foot of a page', () => {
  it('a short text between two others is cut where it stands, not where the same words stand before it', async () => {
    const few = '<strong>écoles</strong> et <em>crèches</em> et '.repeat(40)
    const body = `<div class="rang seul"><div class="texte"><p>Des lieux et des gens et ${few}</p></div></div>`
    const pages = await pagesOfAll(everyFill(12, 24, 1, body))
    expect(pages).toHaveLength(12)
  })

  it('a heading goes with its text', async () => {
    for (const pages of await pagesOfAll(everyFill(8, 24, 1, levier('fin', { texte: paragraphs(3, 60) })))) {
      const holder = pages.find(html => html.includes('id="fin"')) ?? ''
      expect(textOf(holder.slice(holder.indexOf('id="fin"')))).toMatch(/Levier fin .*Phrase/)
    }
  })

  const drawn =
    '<figure class="bloc schema" data-print="wide"><div class="dessin"><svg width="380" height="240"></svg></div></figure>'
  it.each([
    ['a block across the page', `<div class="rang plein">${drawn}</div>`],
    ['a chart', `<div class="rang plein">${drawn.replace('schema', 'graphique')}</div>`],
    [
      'a chart with a box beside it',
      `<div class="rang figure"><div class="marge">${exemple('x', 30)}</div><div class="texte">${drawn.replace('schema', 'graphique')}</div></div>`,
    ],
  ])('a heading, or the line that announces it, goes with %s', async (_, block) => {
    const rowOf = (lead: string) => `<div class="rang seul"><div class="texte">${lead}</div></div>`
    const titled = rowOf('<h3 id="fin">Un titre</h3>')
    const announced = rowOf(`<p>${prose(30)}</p><p id="fin">Voici la part de chacun :</p>`)
    const after = `<div class="rang seul suite"><div class="texte"><p>${prose(30)}</p></div></div>`
    const rows = titled + block + after
    const section = `<h2>Une partie</h2>${rows}`
    const bodies = [section, rows, announced + block + after].flatMap(body => everyFill(2, 24, 2, body))
    for (const pages of await pagesOfAll(bodies)) {
      const holder = pages.find(html => html.includes('id="fin"')) ?? ''
      expect(holder.slice(holder.indexOf('id="fin"'))).toContain('<svg')
    }
  })

  it('an example stays on the page on which its lever begins, or is cut beside it', async () => {
    const body = levier('fin', { marge: exemple('x', 90), texte: paragraphs(3, 60) })
    for (const pages of await pagesOfAll(everyFill(4, 24, 2, body))) {
      const at = (what: string) => pages.findIndex(html => html.includes(what))
      expect(at('id="x"') - at('id="fin"')).toBeLessThanOrEqual(1)
    }
  })

  it('a row is cut at a line of its text, and no page is left half empty', async () => {
    const body = filler(9) + levier('fin', { marge: exemple('x', 400), texte: paragraphs(16, 60) })
    const [part] = await page([documentOf(one, body)])
    const [first, second] = part?.pages ?? []
    expect(second?.html).toMatch(/class="texte[^>]* data-coupe-haut=""/)
    expect(first?.bottom).toBeGreaterThan(850)
  })

  it.each([0, 40])('a lead-in goes with its list, after %i words, in a text and in a box', async words => {
    const list = `<ul>${`<li>${prose(12)}</li>`.repeat(3)}</ul>`
    const lead = `<p>${words > 0 ? prose(words) : ''} La collectivité dispose de moyens :</p>${list}`
    const long = `${lead}<p>${prose(60)}</p>`
    const boxed = exemple('x', 20).replace('</aside>', `${long}</aside>`)
    const bodies = [
      ...everyFill(2, 24, 1, levier('fin', { texte: `<p>${prose(40)}</p>${long}` })),
      ...everyFill(2, 24, 1, levier('fin', { marge: boxed, texte: `<p>${prose(150)}</p>` })),
    ]
    // In one piece, whether a page or a column would end there.
    for (const pages of await pagesOfAll(bodies))
      expect(pages.join('')).toMatch(/moyens(?: |&nbsp;):<\/p><ul\b[^>]*><li\b[^>]*>/)
  })

  it('the section that closes the fiche goes whole to the next page', async () => {
    const items = Array.from(
      { length: 9 },
      (_, n) => `<li><span class="titre">Titre ${n}</span> <span class="reference">RTES, 2024</span></li>`,
    )
    const closing = `<section class="section ressources-section"><h2 id="r">Ressources</h2><div class="rang plein"><div class="bloc ressources" data-print="end"><ul class="ressources-liste">${items.join('')}</ul></div></div></section>`
    for (const pages of await pagesOfAll(everyFill(9, 20, 2, closing))) {
      const holding = pages.filter(html => /Titre \d/.test(html))
      expect(holding).toHaveLength(1)
    }
  })
})

describe('a text that is cut', () => {
  it('never goes on between brackets', async () => {
    const sentence = (n: number) =>
      `Phrase ${n} (une réserve assez longue pour courir sur deux ou trois lignes, avec ses compléments et ses exemples). `
    const texte = `<p>${Array.from({ length: 30 }, (_, n) => sentence(n)).join('')}</p>`
    for (const pages of await pagesOfAll(everyFill(6, 24, 2, levier('fin', { texte }))))
      for (const html of pages) {
        for (const piece of html.split('data-coupe-haut').slice(1)) {
          const [close, open] = [piece.indexOf(')'), piece.indexOf('(')]
          expect(close === -1 || (open > -1 && open < close)).toBe(true)
        }
      }
  })
})

describe('an example away from its lever', () => {
  it('bears the disc of its lever, for eyes alone', async () => {
    const levers = [1, 2, 3].map(n =>
      levier(`a${n}`, { marge: exemple(`x${n}`, 190) + exemple(`y${n}`, 190), texte: paragraphs(1, 30, n) }),
    )
    const html = (await pagesOf(levers.join(''))).join('')
    const discs = [
      ...html.matchAll(
        /<p class="bloc-tete">(?:(?!<\/p>).)*<span class="pastille reprise" aria-hidden="true">\d<\/span><\/p>/g,
      ),
    ]
    expect(discs.length).toBeGreaterThan(0)
  })
})

describe('a fiche that the usual form does not suit', () => {
  it('is printed whole in one flow, and its first page says what does not fit: an item of a list, higher than a page', async () => {
    const [part] = await page([documentOf(one, levier('a', { texte: higherThanAPage }))])
    expect(part?.pages[0]?.simple).toMatch(/^« 1Levier a ?Phrase 0 .*… » ne tient sur aucune page$/)
    expect(part?.pages.slice(1).some(({ simple }) => simple)).toBe(false)
  })

  it('a box in one piece, higher than a page, is cut all the same', async () => {
    const marge = exemple('x', 1200).replace('exemple', 'info').replace(' breaks', '')
    const [part] = await page([documentOf(one, levier('a', { marge, texte: paragraphs(1, 40) }))])
    expect(part?.pages.length).toBeGreaterThan(1)
    expect(part?.pages.filter(({ simple }) => simple)).toEqual([])
  })

  it('is cut between its resources, which stand under one another beside the code of its page', async () => {
    const entries = Array.from({ length: 8 }, (_, index) => `<li>Guide ${index} ${prose(20)}</li>`).join('')
    const code = '<div class="en-ligne"><svg width="22mm" height="22mm"></svg><p><b>En ligne</b></p></div>'
    const closing = `<section class="section ressources-section"><h2 id="r">Ressources</h2><div class="rang plein"><div class="bloc ressources" data-print="end"><ul class="ressources-liste">${entries}</ul>${code}</div></div></section>`
    for (const more of [0, 4, 8, 12, 16, 20]) {
      const body = levier('a', { texte: higherThanAPage })
      const [part] = await page([documentOf(one, body + paragraphs(more, 12), closing)])
      expect(part?.pages[0]?.simple).toBeDefined()
      expect(textOf(part?.pages.at(-1)?.html ?? '')).toContain('Guide 7')
    }
  })
})

describe('what the pages tell', () => {
  it('where each id begins, and with which block of the body a page begins', async () => {
    const body = `<div class="rang"><div class="texte">${paragraphs(30, 60)}</div></div>`
    const [part] = await page([documentOf(one, body)])
    expect(part?.pages[0]?.ids).toEqual(['achats', 'achats--titre', 'achats--leviers'])
    const blocks = part?.pages.map(({ block }) => block ?? -1) ?? []
    expect(blocks[0]).toBe(0)
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b))
  })

  it('nothing of Paged.js', async () => {
    const [first = ''] = await pagesOf(levier('a', { texte: `<p>Voir ${renvoi('lac')}</p>` }))
    expect(first).not.toMatch(/data-ref|data-id|data-break|pagedjs|fin-du-document/)
    expect(first).toContain('<span class="n" data-vers="lac">0</span>')
  })

  it('where its text ends, which what marks the end of a document does not move', async () => {
    const line = (title: string) =>
      `<li class="a-paraitre" data-b="1"><b>11</b> <span class="sommaire-titre">${title}</span> <i>à paraître</i></li>`
    const list = (...titles: string[]) =>
      `<article class="part sommaire" id="sommaire" data-kind="sommaire"><div class="sommaire-paire"><section class="sommaire-famille"><ol>${titles.map(line).join('')}</ol></section></div></article>`
    const item: Item = { kind: 'sommaire', id: 'sommaire' }
    const titles = Array.from({ length: 30 }, (_, more) =>
      'Un titre qui prend plusieurs lignes'.padEnd(50 + more, ' mi'),
    )
    const bottomsOf = async (lists: string[]) =>
      (await page(lists.map(html => ({ item, html })))).map(({ pages }) => pages[0]?.bottom ?? 0)
    const [short = 0, ...alone] = await bottomsOf(['Court', ...titles].map(title => list(title)))
    const [both = 0, ...followed] = await bottomsOf(['Court', ...titles].map(title => list(title, 'Court')))
    // Lines of 4.5 mm.
    const linesOf = (height: number) => Math.round(height / 17)
    expect(alone.map(bottom => linesOf(bottom - short))).toEqual(
      followed.map(bottom => linesOf(bottom - both)),
    )
  })

  it('a title that is an address, among the other pages of a table of contents', async () => {
    const item: Item = { kind: 'sommaire', id: 'sommaire' }
    const address = `https://exemple.fr/${'adresse/'.repeat(12)}`
    for (const titles of [
      ['Avant-propos', 'Une suite', address, 'Index des territoires'],
      ['Avant-propos', 'Une suite', 'Trois', 'Quatre', address],
    ]) {
      const others = titles.map(title => `<li><a>${title}</a> <i>3</i></li>`).join('')
      const html = `<article class="part sommaire" id="sommaire" data-kind="sommaire"><h1 class="pose" id="sommaire--titre">Sommaire</h1><div class="sommaire-pleine"></div><ul class="sommaire-annexes pose${titles.length < 5 ? ' une-ligne' : ''}">${others}</ul></article>`
      const { pages } = await build([{ item, html }])
      expect(pages.count).toBeGreaterThan(0)
    }
  })

  it('a heading left alone, when nothing else can be done', async () => {
    const figure =
      '<figure class="bloc schema" data-print="wide"><svg width="100" height="920"></svg></figure>'
    const [part] = await page([documentOf(one, `<div class="rang plein">${figure}</div>`)])
    expect(part?.pages.map(({ heading }) => heading)).toEqual([null, 'Les leviers', null])
  })
})

describe('what follows the page of a cross-reference', () => {
  it('stays on its line, wherever the line ends', async () => {
    const texte = Array.from(
      { length: 80 },
      (_, n) => `<p><span style="padding-left: ${n}mm"></span>(voir ${renvoi('lac')}), un appel.</p>`,
    )
    const pages = await pagesOf(levier('a', { texte: texte.join('') }))
    const tab = await (await standingBrowser()).newPage()
    try {
      await tab.setContent(`<!doctype html><style>${styles.content}</style>${pages.join('')}`)
      const apart = await tab.evaluate(() =>
        [...document.querySelectorAll('.renvoi')].map(link => {
          const sign = document.createRange()
          sign.setStart(link.nextSibling as Text, 0)
          sign.setEnd(link.nextSibling as Text, 1)
          const pill = link.querySelector('.p')?.getBoundingClientRect()
          return Math.abs(sign.getBoundingClientRect().bottom - (pill?.bottom ?? 0)) > 8
        }),
      )
      expect(apart).toHaveLength(80)
      expect(apart).not.toContain(true)
    } finally {
      await tab.close()
    }
  })
})
