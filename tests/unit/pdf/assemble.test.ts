import { describe, expect, it } from 'vitest'
import { readStyles } from '../../../build/paper/page/assets.ts'
import { PaginationError } from '../../../build/paper/page/faults.ts'
import { idElsewhere } from '../../../build/paper/page/reserve.ts'
import type { PageOfPart } from '../../../build/paper/page/tab/workbench.ts'
import { assemble, judgePages } from '../../../build/paper/print/assemble.ts'
import { folio } from '../../../src/text/page-plan.ts'
import { fiche, itemOf, kitOf, pageOf, partOf } from './kit.ts'

const achats = fiche(8, 'achats', 'Achats')
const scic = fiche(10, 'scic', 'SCIC')
const slot = (target: string) => `<span class="n" data-vers="${target}">0</span>`
const part = (one: typeof achats, ...pages: PageOfPart[]) =>
  partOf(one, pages, `<div data-cadre>${one.titre}</div>`)
const styles = { content: '', assembly: '', page: '', fonts: '' }

describe('assembly', () => {
  const assembly = assemble(
    [
      part(
        achats,
        pageOf(`Voir ${slot('scic')}`, { ids: ['achats'], block: 0 }),
        pageOf('suite', { block: 7, heading: 'Seul' }),
      ),
      part(scic, pageOf(`Voir ${slot('achats')}`, { ids: ['scic', 'scic--loi'], block: 0 })),
    ],
    styles,
  )

  it('tells where everything is', () => {
    expect(assembly.pages).toEqual({
      count: 3,
      pageOf: { achats: 1, scic: 3, 'scic--loi': 3 },
      documents: [
        { id: 'achats', first: 1, last: 2 },
        { id: 'scic', first: 3, last: 3 },
      ],
      blocks: { achats: [0, 7], scic: [0] },
    })
  })

  it('gives each page a text area, and a document its running elements once', () => {
    expect(assembly.sheets.map(({ html }) => html)).toEqual([
      `<section class="zone"><div data-cadre>Achats</div>Voir <span class="n" data-vers="scic">3</span></section>
<section class="zone">suite</section>`,
      '<section class="zone"><div data-cadre>SCIC</div>Voir <span class="n" data-vers="achats">1</span></section>',
    ])
  })

  it('leads out of a document by an address, and inside it by the id: each is printed alone', () => {
    const link = (id: string) => `<a href="#${id}">Voir</a>`
    const linked = [
      part(achats, pageOf(link('achats--loi') + link('scic--loi'), { ids: ['achats', 'achats--loi'] })),
      part(scic, pageOf('', { ids: ['scic', 'scic--loi'] })),
    ]
    const [sheets] = assemble(linked, styles).sheets
    expect(sheets?.html).toContain(
      '<a href="#achats--loi">Voir</a><a href="http://kit.invalid/ailleurs#scic--loi">Voir</a>',
    )
    expect(idElsewhere('http://kit.invalid/ailleurs#scic--loi')).toBe('scic--loi')
    expect(idElsewhere('https://www.rtes.fr/#scic')).toBeNull()
  })

  it('gives each document its first number, and the place of its last lines', () => {
    expect(assembly.sheets.map(({ item, first, bottoms }) => [item.id, first, bottoms])).toEqual([
      ['achats', 1, [100, 100]],
      ['scic', 3, [100]],
    ])
  })

  it('warns of a heading at the foot of a page', () => {
    expect(assembly.warnings).toEqual([
      { document: 'achats', name: 'Fiche 8 (achats)', page: 2, kind: 'titre-en-bas', text: 'Seul' },
    ])
  })
})

describe('assembly refuses', () => {
  it('a number for what has no page', () => {
    expect(() => assemble([part(achats, pageOf(slot('lac'), { ids: ['achats'] }))], styles)).toThrow(
      new PaginationError(itemOf(achats), [{ kind: 'renvoi', target: 'lac' }]),
    )
  })

  it('a link to what has no page', () => {
    const lost = [part(achats, pageOf('<a href="#lac">Voir</a>', { ids: ['achats'] }))]
    expect(() => assemble(lost, styles)).toThrow(
      new PaginationError(itemOf(achats), [{ kind: 'renvoi', target: 'lac' }]),
    )
  })

  it('an id that exists twice', () => {
    const twice = [part(achats, pageOf('', { ids: ['achats', 'x'] })), part(scic, pageOf('', { ids: ['x'] }))]
    expect(() => assemble(twice, styles)).toThrow('Fiche 10 (scic) : l’ancre « x » existe deux fois')
  })
})

it('a kit of many fiches has room for four digits in every page number', async () => {
  const kit = (count: number) =>
    kitOf(Array.from({ length: count }, (_, index) => fiche(index + 1, `f${index}`)))
  const [few, many] = [await readStyles(kit(40)), await readStyles(kit(500))]
  expect([few.folioDigits, many.folioDigits]).toEqual([2, 4])
  expect(many.content).toContain('--chiffres-folio: 4;')
})

it('an author is told of a fiche of more than five pages, and of no other document', () => {
  const toldOf = (id: string, count: number) =>
    judgePages(
      kitOf([achats]),
      { count, pageOf: {}, blocks: {}, documents: [{ id, first: folio(3), last: folio(2 + count) }] },
      [],
    ).map(({ code }) => code)
  expect(toldOf('achats', 5)).toEqual([])
  expect(toldOf('achats', 6)).toEqual(['fiche-longue'])
  expect(toldOf('territoires', 6)).toEqual([])
})
