import { describe, expect, it } from 'vitest'
import { PaginationError } from '../../../build/paper/page/faults.ts'
import { fillPage, fitSlots, reserve } from '../../../build/paper/page/reserve.ts'
import { fiche, itemOf } from './kit.ts'

const leaves = () => false
const item = itemOf(fiche(8, 'achats'))
const slot = (target: string, number = '0') => `<span class="n" data-page="${target}">${number}</span>`
const documentOf = (inside: string) => reserve({ item, html: `<article id="achats">${inside}</article>` })

describe('slots', () => {
  it('hold nothing while the document is paged, whatever stood there', () => {
    expect(documentOf(slot('lac', '0'))).toEqual(documentOf(slot('lac', '128')))
  })

  it('are filled with the page of their target', () => {
    const { html } = documentOf(slot('lac') + slot('col'))
    expect(fillPage(html, { numberOf: target => `[${target}]`, leaves })).toBe(
      '<article id="achats"><span class="n" data-vers="lac">[lac]</span><span class="n" data-vers="col">[col]</span></article>',
    )
  })

  it('are filled also where the paging has left a mark of its own', () => {
    expect(
      fillPage('<span class="n" data-vers="lac" data-tete="">0</span>', { numberOf: () => '12', leaves }),
    ).toBe('<span class="n" data-vers="lac" data-tete="">12</span>')
  })

  it('do not bear the attribute that Paged.js takes for a named page', () => {
    const { html } = documentOf(slot('lac'))
    expect(html).not.toContain('data-page')
  })
})

describe('a document', () => {
  it('is paged without its running elements', () => {
    const running = '<div data-cadre class="famille-pratique" hidden><p class="pied">Achats</p></div>'
    const html = '<article id="achats"><p>Texte.</p></article>'
    expect(reserve({ item, html: `\n${running}\n${html}\n` })).toEqual({ item, running, html })
    expect(reserve({ item, html })).toEqual({ item, running: '', html })
  })

  it.each([
    ['another id', '<article id="autre"></article>'],
    ['no id', '<article></article>'],
    ['text after its root', '<article id="achats"></article> et encore'],
    ['two roots of different kinds', '<article id="achats"></article><p></p>'],
    ['running elements alone', '<div data-cadre></div>'],
  ])('with %s is refused by name', (_, html) => {
    expect(() => reserve({ item, html })).toThrow(PaginationError)
    expect(() => reserve({ item, html })).toThrow(/^Fiche 8 \(achats\) : /)
  })
})

it('a slot is as wide as its number, where that is known', () => {
  const widths = new Map(Object.entries({ lac: 1, col: 2 }))
  const { html } = fitSlots(documentOf(`p. ${slot('lac')} p. ${slot('col')} p. ${slot('cap')}`), widths, 2)
  expect(html.match(/style="[^"]*"/g)).toEqual(['style="--chiffres-folio: 1"'])
  expect(fillPage(html, { numberOf: target => target, leaves })).toContain(
    'p. <span class="n" data-vers="lac"',
  )
})
