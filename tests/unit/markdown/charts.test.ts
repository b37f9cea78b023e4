import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChartData,
  dataOf,
  describe as describeDonnees,
  describeTable,
  disagreementsOf,
  numberOf,
} from '../../../src/charts/data.ts'
import { type ChartDrawing, rect, svg } from '../../../src/charts/drawing.ts'
import { chartsByType, chartWidths } from '../../../src/charts/index.ts'
import { scaleFor } from '../../../src/charts/scale.ts'
import { seriesPen } from '../../../src/charts/series.ts'
import { type ChartFace, textWidth, wrapText } from '../../../src/charts/text-width.ts'
import { wheel } from '../../../src/charts/wheel.ts'
import { couleursOf } from '../../../src/kit/body/create-renderer.ts'
import { contrast } from '../../../src/text/contrast.ts'
import { runs } from '../../thorough.ts'
import { corpsOf, ficheOf, kitOf, rendered } from './kit.ts'

const kit = kitOf(ficheOf(corpsOf('')))
const shades = kit.tokens.familles['levier']
if (!shades) throw new Error('The shipped tokens have no family « levier »')
const couleurs = couleursOf(kit, shades)

const cellsOf = (line: string) => line.split(' | ')

/** What the table of a chart says: `Année | Bio (%)`, a line each. */
const data = (head: string, ...rows: string[]) => dataOf(cellsOf(head), rows.map(cellsOf))

test.each(Object.entries(kit.tokens.familles))('figures stand out on every series: %s', (_, famille) => {
  const colours = couleursOf(kit, famille)
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const { fill, ink: encre } = seriesPen(index, colours)
    expect(contrast(fill, encre), `série ${index + 1}`).toBeGreaterThanOrEqual(4.5)
  }
})

type Box = { words: string; left: number; right: number; top: number; bottom: number }

/** Where each text of a drawing stands, after the fonts' advances; icons and numbers inside segments apart. */
function boxes({ shapes: formes }: ChartDrawing): Box[] {
  return [...formes.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', written = '']) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
    const words = written
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
    const face: ChartFace = value('font-family') ? 'figure' : value('font-weight') ? 'demi' : 'texte'
    const size = Number(value('font-size'))
    const width = textWidth(words, face, size)
    const x = Number(value('x'))
    const anchor = value('text-anchor')
    const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
    const y = Number(value('y'))
    return { words, left, right: left + width, top: y - size * 0.66, bottom: y }
  })
}

/** Texts that leave the drawing, and pairs that touch. */
function faults(dessin: ChartDrawing): string[] {
  const all = boxes(dessin)
  const slack = 0.05
  const out = all
    .filter(
      ({ left, right, top, bottom }) =>
        left < -slack || right > dessin.measure + slack || top < -slack || bottom > dessin.depth + slack,
    )
    .map(({ words }) => `dehors : ${words}`)
  const pairs = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter(
        b =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack,
      )
      .map(b => `${a.words} | ${b.words}`),
  )
  return [...out, ...pairs]
}

const nom = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdefilmnoprstuéMWQ&'), minLength: 1, maxLength: 14 }), {
    minLength: 1,
    maxLength: 9,
  })
  .map(words => words.join(' '))
const entier = fc.integer({ min: -5_000_000, max: 5_000_000 })
const nombre = fc.oneof(
  entier,
  fc.integer({ min: 0, max: 100 }),
  fc.constant(0),
  fc.double({ min: -3, max: 3, noNaN: true }).map(value => Math.round(value * 100) / 100),
)

const donnees = (value: fc.Arbitrary<number>): fc.Arbitrary<ChartData> =>
  fc.integer({ min: 1, max: 6 }).chain(series =>
    fc
      .tuple(
        fc.array(fc.tuple(nom, fc.constantFrom('', ' (%)', ' (M€)')), {
          minLength: series,
          maxLength: series,
        }),
        fc.array(
          fc.tuple(
            fc.oneof(nom, fc.integer({ min: 1990, max: 2030 }).map(String)),
            fc.array(value, { minLength: series, maxLength: series }),
          ),
          { minLength: 1, maxLength: 14 },
        ),
      )
      .map(([heads, rows]) =>
        dataOf(
          ['X', ...heads.map(([words, unit]) => words + unit)],
          rows.map(([words, values]) => [words, ...values.map(one => String(one).replace('.', ','))]),
        ),
      ),
  )

const clean = (dessin: ChartDrawing) => {
  expect(faults(dessin)).toEqual([])
}

describe.each(Object.values(chartWidths))(
  'on %i mm, no figure or name touches another or leaves the drawing',
  largeur => {
    test.each(['barres', 'courbe'] as const)('%s', type => {
      fc.assert(
        fc.property(donnees(nombre), one => clean(chartsByType[type](one, couleurs, largeur))),
        { numRuns: runs(40) },
      )
    })
    test.each(['barres-empilees', 'anneau'] as const)('%s', type => {
      const parts = donnees(nombre.map(Math.abs))
      fc.assert(
        fc.property(parts, one => clean(chartsByType[type](one, couleurs, largeur))),
        { numRuns: runs(40) },
      )
    })
  },
)

test('the wheel: no name touches another or leaves the drawing', () => {
  const segments = fc.array(
    nom.map(name => ({ name, picto: null })),
    { minLength: 1, maxLength: 24 },
  )
  fc.assert(
    fc.property(segments, many => clean(wheel(many, couleurs))),
    { numRuns: runs(30) },
  )
})

test('the outline of a part too narrow to hold it is all of it', () => {
  const one = data('Pays | Ici | Là | Ailleurs', 'France | 26 | 12 000 | 27')
  const { shapes: formes } = chartsByType['barres-empilees'](one, couleurs, chartWidths.page)
  const widths = [...formes.matchAll(/<rect [^>]*width="([^"]*)" height="8"/g)].map(([, width]) =>
    Number(width),
  )
  expect(widths).toHaveLength(3)
  expect(Math.min(...widths)).toBeGreaterThan(0.2)
})

test('a drawing is safe for print: every shape states its fill, and no transparency', () => {
  fc.assert(
    fc.property(
      donnees(nombre.map(Math.abs)),
      fc.constantFrom(...Object.values(chartsByType)),
      (one, draw) => {
        const written = svg(draw(one, couleurs, chartWidths.page), {
          label: '',
          usage: 'paper',
          paper: couleurs.papier,
          className: 'graphe',
        })
        for (const [shape] of written.matchAll(/<(?:rect|path|circle|text)\b[^>]*>/g))
          expect(shape).toMatch(/ fill="/)
        expect(written).not.toMatch(
          /opacity|mask|gradient|pattern|filter|transform|rgba|NaN|Infinity|undefined/,
        )
        const used = [...written.matchAll(/(?:fill|stroke)="(#[^"]*)"/g)].map(found => found[1])
        expect(Object.values(couleurs)).toEqual(expect.arrayContaining([...new Set(used)]))
        // A quarter of a point, in mm.
        for (const [, sides] of written.matchAll(
          /<rect x="[^"]*" y="[^"]*"((?: (?:width|height)="[^"]*")+)/g,
        ))
          for (const [, side] of (sides ?? '').matchAll(/"([^"]*)"/g))
            expect(Number(side)).toBeGreaterThan(0.09)
      },
    ),
    { numRuns: runs(15) },
  )
})

test.each([
  [[35, 95], 5, true, [0, 25, 50, 75, 100]],
  [[3, 12.5], 5, false, [0, 2.5, 5, 7.5, 10, 12.5]],
  [[-12, 30], 5, false, [-20, -10, 0, 10, 20, 30]],
  [[0], 5, false, [0, 1]],
  [[0.1, 0.3], 3, false, [0, 0.1, 0.2, 0.3]],
])('scale of %j in %i steps', (values, steps, percent, expected) => {
  expect(scaleFor(values, steps, percent).ticks).toEqual(expected)
})

test.each([
  ['35', 35],
  ['1 234,5', 1234.5],
  ['−3 %', -3],
  ['40\u202f000\u00a0€', 40000],
  ['environ 3', null],
  ['3 ou 4', null],
  ['', null],
])('number of « %s »', (text, expected) => {
  expect(numberOf(text)).toBe(expected)
})

describe('the unit of a column', () => {
  test.each([
    ['is its own: no other column’s', 'A | Coût | Part', ['2023 | 10 € | 35 %'], 'Coût 10 €, Part 35 %'],
    ['no other’s', 'A | Emplois | Part', ['2023 | 1200 | 35 %'], 'Emplois 1 200, Part 35 %'],
    ['in its head', 'A | Emplois | Part (%)', ['2023 | 1200 | 35'], 'Emplois 1 200, Part 35 %'],
    ['is written once beside a figure', 'A | Part (%)', ['2023 | 35 %', '2024 | 40'], '35 % ; 2024 : 40 %'],
    ['of a long name stays', 'A | Coût (en euros)', ['2023 | 10 €', '2024 | 20'], '10 € ; 2024 : 20'],
  ])('%s: %s', (_, head, rows, said) => {
    expect(describeDonnees(data(head, ...rows)).replace(/[\u00a0\u202f]/g, ' ')).toBe(`2023 : ${said}`)
  })

  test.each([
    ['A | Montant (k€)', ['2023 | 30 %'], [[0, 0, "l'en-tête « Montant (k€) »"]]],
    ['A | Montant (k€)', ['2023 | 30 €'], [[0, 0, "l'en-tête « Montant (k€) »"]]],
    ['A | X', ['Coût | 10 €', 'Part | 35 %'], [[1, 0, '« 10 € », dans la même colonne']]],
    ['A | X', ['Emplois | 1200', 'Part | 35 %'], [[1, 0, '« 1200 », dans la même colonne']]],
    [
      'A | Coût | Part',
      ['2023 | 10 € | 35 %', '2024 | 11 € | 36'],
      [[1, 1, '« 35 % », dans la même colonne']],
    ],
    ['A | Part (2024) | Prix (€ HT) | Part (en pourcentage)', ['a | 35 % | 3 € | 4 %'], []],
    ['A | Part', ['2023 | environ 35', '2024 | 36 %'], []],
  ])('contradicted by a cell: %s, %j', (head, rows, expected) => {
    const found = disagreementsOf(cellsOf(head), rows.map(cellsOf))
    expect(found.map(({ row, column, against }) => [row, column, against])).toEqual(expected)
  })
})

test.each([
  ['1007', '1\u202f007'],
  ['-1234567,25', '−1\u202f234\u202f567,25'],
  ['12\u202f345', '12\u202f345'],
  ['1007 €', '1\u202f007\u00a0€'],
  ['999', '999'],
  ['0,12345', '0,12345'],
])('a figure has its thousands apart in a drawing, as on the axis: %s', (cell, expected) => {
  expect(data('A | B', `a | ${cell}`).rows[0]?.labels).toEqual([expected])
})

test('what a chart says to those who do not see it', () => {
  const one = data('Année | Bio (%)', '2023 | 35', '2026 (objectif du plan) | 95')
  expect(describeDonnees(one)).toBe('2023\u00a0: 35\u00a0%\u202f; 2026\u00a0: 95\u00a0%, objectif du plan')
  expect(describeTable(one)).toBe(
    'Année, Bio – 2023\u00a0: 35\u00a0%\u202f; 2026\u00a0: 95\u00a0%, objectif du plan',
  )
})

describe.each(['barres', 'courbe', 'barres-empilees'])('%s: the name of an only series', type => {
  const drawn = (titre: string) => {
    const table = '| Chemin | Minutes |\n|---|---|\n| À pied | 60 |\n| En barque | 95 |\n'
    const source = `::: graphique ${type} ${titre}\n${table}\nSource : la ville, 2025.\n:::\n`
    return /<svg class="graphe.*?<\/svg>/s.exec(rendered(source, 'print'))?.[0] ?? ''
  }

  test('is drawn, for the paper has no table', () => {
    expect(drawn('Durée du tour')).toContain('>Minutes</text>')
  })
  test('is not drawn where the title says it', () => {
    expect(drawn('Durée du tour, en minutes')).toContain('>60</text>')
    expect(drawn('Durée du tour, en minutes')).not.toContain('Minutes</text>')
  })
})

test.each([
  ['alone, they run across the page', '', '170mm'],
  [
    'beside a box, they have the width of the text',
    '\n\n::: exemple Un essai · Lyon (69)\nTexte.\n:::',
    '102mm',
  ],
])('stacked bars: %s', (_, after, width) => {
  const table = '| Année | Avant (m²) | Après (m²) |\n|---|---|---|\n| 2021 | 400 | 651 |\n'
  const source = `## Chiffres\n\n::: graphique barres-empilees Surface par an\n${table}\nSource : la ville, 2025.\n:::${after}\n`
  expect(/<svg class="graphe[^>]* width="([^"]+)"/.exec(rendered(source, 'print'))?.[1]).toBe(width)
})

describe('a curve of twelve months', () => {
  const mois = 'Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre'.split(
    ' ',
  )
  const debits = [42, 45, 38, 30, 22, 14, 8, 5, 6, 12, 25, 36]
  const drawn = (names: readonly string[], largeur: number) =>
    chartsByType.courbe(
      data('Mois | Débit (m³/s)', ...names.map((name, at) => `${name} | ${debits[at % 12]}`)),
      couleurs,
      largeur,
    )
  const namesOf = (graphe: ChartDrawing) =>
    boxes(graphe)
      .filter(({ bottom, words }) => bottom > 56 && words !== 'Débit')
      .map(({ words }) => words)

  test('names them all, abbreviated, when their whole names have no room', () => {
    expect(namesOf(drawn(mois, chartWidths.page)).join(' ')).toBe(
      'Janv. Févr. Mars Avr. Mai Juin Juil. Août Sept. Oct. Nov. Déc.',
    )
    expect(namesOf(drawn(mois.slice(0, 6), chartWidths.page))).toEqual(mois.slice(0, 6))
  })

  test('else names every other one, with the last, and cuts no word', () => {
    expect(namesOf(drawn(mois, chartWidths.ecran)).join(' ')).toBe('Févr. Avr. Juin Août Oct. Déc.')
    const years = mois.map((_, at) => `Exercice${2000 + at}`)
    const shown = namesOf(drawn(years, chartWidths.page)).map(name => years.indexOf(name))
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.at(-1)).toBe(11)
    expect(new Set(shown.slice(1).map((at, index) => at - (shown[index] ?? 0))).size).toBe(1)
  })

  test.each([chartWidths.page, chartWidths.ecran])(
    'has no figure that its line runs through (%i mm)',
    largeur => {
      const graphe = drawn(mois, largeur)
      const d = /<path d="([^"]+)" class="ligne-1"/.exec(graphe.shapes)?.[1] ?? ''
      const points = [...d.matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      const figures = boxes(graphe).filter(({ words, right }) => words.endsWith('m³/s') && right > 14)
      expect(points).toHaveLength(12)
      expect(figures.length).toBeGreaterThan(4)
      for (let step = 0; step <= 1100; step++) {
        const [at, share] = [Math.min(10, Math.floor(step / 100)), (step % 100) / 100]
        const [a = [0, 0], b = [0, 0]] = points.slice(at)
        const [x, y] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
        for (const { words, left, right, top, bottom } of figures)
          expect(x > left && x < right && y > top && y < bottom, words).toBe(false)
      }
    },
  )
})

test('years on a curve stand as far apart as they are', () => {
  const years = data('Année | Part (%)', '2000 | 1', '2001 | 2', '2010 | 3')
  const { shapes } = chartsByType.courbe(years, couleurs, chartWidths.page)
  const line = /<path d="([^"]+)" class="ligne-1"/.exec(shapes)?.[1] ?? ''
  const [first = 0, next = 0, last = 0] = Array.from(line.matchAll(/[ML](\S+)/g), ([, x]) => Number(x))
  expect((next - first) / (last - first)).toBeCloseTo(0.1)
})

test('a bar is as long as its figure', () => {
  const { shapes: formes } = chartsByType.barres(
    data('Année | Bio (%)', '2023 | 20', '2024 | 40', '2025 | 60'),
    couleurs,
    chartWidths.page,
  )
  const widths = [...formes.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width))
  const [first = 0] = widths
  // The zero line follows the bars.
  expect(widths.slice(0, 3).map(width => Math.round((10 * width) / first) / 10)).toEqual([1, 2, 3])
})

describe('a drawing that writes all that its table says', () => {
  const parts = 'Mode | Part (%)'
  const years = Array.from({ length: 30 }, (_, n) => `${1990 + n} | ${1000000 + n}`)
  test.each<[keyof typeof chartsByType, boolean, string, ...string[]]>([
    ['barres', true, 'Année | Bio (%)', '2023 | 35', '2024 | 40'],
    ['courbe', true, 'Année | Bio (%)', '2023 | 35', '2024 | 40'],
    ['barres-empilees', true, 'Pays | Centre (%) | Bord (%)', 'France | 62 | 38'],
    ['anneau', true, parts, 'Vélo | 20', 'Pied | 30', 'Train | 50'],
    ['barres', false, 'Année | Déchets (tonnes)', '2023 | 1200', '2024 | 950'],
    ['courbe', false, 'Année | Déchets (tonnes)', '2023 | 1200', '2024 | 950'],
    ['barres', true, 'Année | Déchets (t)', '2023 | 1200', '2024 | 950'],
    ['courbe', true, 'Année | Déchets (t)', '2023 | 1200', '2024 | 950'],
    ['courbe', false, 'Année | Emplois', ...years],
    ['courbe', false, 'Année | Bio (%) | Local (%)', '2023 | 3 | 4', '2024 | 3 | 4'],
    ['anneau', false, 'Mode | Trajets', 'Vélo | 20', 'Pied | 30', 'Train | 9'],
    ['anneau', false, 'Mode | Part (trajets)', 'Vélo | 20', 'Pied | 30', 'Train | 9'],
    [
      'barres',
      false,
      'Année (objectif) | Bio (%)',
      '2026 (objectif fixé par le plan voté) | 30',
      '2027 | 100',
    ],
    ['barres-empilees', false, 'Année | Bio (%) | Local (%)', '2023 | 20 | 30', '2030 (objectif) | 50 | 40'],
    ['anneau', false, 'Année | Part (%)', '2023 | 20', '2024 | 30', '2030 (objectif) | 50'],
    ['anneau', false, 'Année | Part (%)', '2023 | 40', '2030 (objectif) | 60'],
  ])('leaves out no figure, no unit and no target: %s, %s: %s', (type, isComplete, head, ...rows) => {
    const { complete } = chartsByType[type](data(head, ...rows), couleurs, chartWidths.page)
    expect(complete).toBe(isComplete)
  })
})

test('a ring goes round to where it began', () => {
  const { shapes: formes } = chartsByType.anneau(
    data('Mode | Part (%)', 'Vélo | 20', 'Pied | 30', 'Train | 50'),
    couleurs,
    chartWidths.page,
  )
  const arcs = Array.from(formes.matchAll(/<path [^>]*d="([^"]+)"/g), ([, d = '']) =>
    (d.match(/-?[\d.]+/g) ?? []).map(Number),
  ).filter(({ length }) => length > 8)
  const start = arcs[0]?.slice(0, 2) ?? []
  expect(arcs).toHaveLength(3)
  expect(arcs[2]?.join(' ')).toContain(start.join(' '))
})

test('one share and its complement are a large figure, with the names of both', () => {
  const { shapes: formes, complete: complet } = chartsByType.anneau(
    data('Capital | Part (%)', 'Avec une collectivité | 47', 'Sans | 53'),
    couleurs,
    chartWidths.page,
  )
  expect(complet).toBe(true)
  expect(formes).not.toContain('<path')
  expect([...formes.matchAll(/>([^<]+)<\/text>/g)].map(([, words]) => words)).toEqual([
    '47\u00a0%',
    'Avec une collectivité',
    '53\u00a0%\u00a0: Sans',
  ])
})

test('a word wider than its column is cut, a no-break space is not a place to cut', () => {
  expect(wrapText('a 10\u00a0% b', 'texte', 3, 7)).toEqual(['a', '10\u00a0%', 'b'])
  expect(wrapText('anticonstitutionnellement', 'texte', 3, 12).join('')).toBe('anticonstitutionnellement')
})

describe('a drawing that stands alone, in an e-book', () => {
  const alone = svg(
    chartsByType.barres(data('Mode | Part (%)', 'Train & vélo | 62'), couleurs, chartWidths.ecran),
    {
      label: 'Essai',
      usage: 'file',
      paper: couleurs.papier,
      className: 'graphe',
    },
  )

  test('holds the widths of its words in any font of a reader', () => {
    const width = textWidth('Train & vélo', 'figure', 4.2)
    expect(alone).toContain(
      `textLength="${Math.round(width * 100) / 100}" lengthAdjust="spacingAndGlyphs">Train &amp; vélo</text>`,
    )
    expect(alone.match(/<text /g)).toHaveLength(alone.match(/ textLength=/g)?.length ?? 0)
  })

  test('has no width of its own: without a style sheet it is as wide as its place', () => {
    expect(/<svg[^>]*>/.exec(alone)?.[0]).not.toMatch(/ width=| height=/)
  })
})

test('an outlined bar stays outlined, within its box; one too thin for it is all outline', () => {
  const pen = { fill: 'none', stroke: '#123456', width: 0.4 }
  expect(rect(0, 0, 10, 5, pen)).toMatch(/x="0.2" y="0.2" width="9.6" height="4.6".* fill="none"/)
  expect(rect(0, 0, 10, 0.45, pen)).toMatch(/height="0.45" fill="#123456"\/>/)
  expect(rect(0, 0, 10, 0.01, { fill: '#123456' })).toMatch(/height="0.01" fill="#123456"\/>/)
})
