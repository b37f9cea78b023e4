import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Difference, nameOf, summarize, visualReport } from '../../../build/gate/index.ts'
import { readBaselines, type Shot, writeBaselines } from '../../../build/gate/pictures/baselines.ts'
import { judge } from '../../../build/gate/pictures/judge.ts'
import { fingerprintOfWords } from '../../../build/gate/pictures/studio.ts'
import { eachFolder } from '../../temporary.ts'
import { type Box, ink, page, shot } from './pictures.ts'

const folder = eachFolder()

/** What became of `after`, where `before` was accepted. */
async function compared(before: Shot[], after: Shot[]): Promise<Difference[]> {
  await writeBaselines(folder(), before)
  const accepted = await readBaselines(folder())
  if (!accepted) throw new Error('nothing was written')
  return judge(after, accepted)
}
/** The same of one page. */
const change = async (before: readonly Box[], after: readonly Box[], rest: Partial<Shot> = {}, was = {}) =>
  kinds(await compared([await shot('pdf/a-01', before, was)], [await shot('pdf/a-01', after, rest)]))
const kinds = (differences: readonly Difference[]) => differences.map(({ kind }) => kind)

describe('what a person is told of a page that changed', () => {
  const titre = { mots: 'Choisir le lieu', sorte: 'titre', x: 60, y: 90, largeur: 150, hauteur: 16 } as const
  const texte = { ...titre, mots: 'Regarder d’abord le sol', sorte: 'texte', y: 130, hauteur: 11 } as const
  const constatOf = async (before: Partial<Shot>, after: Partial<Shot>, boxes = page(7)) => {
    const [found] = await compared(
      [await shot('pdf/a-01', page(8), before)],
      [await shot('pdf/a-01', boxes, { texte: 'b', ...after })],
    )
    return found?.constat
  }

  it('names the title that is lower, by how much', async () => {
    expect(await constatOf({ lignes: [titre, texte] }, { lignes: [{ ...titre, y: 92 }, texte] })).toBe(
      'Le titre « Choisir le lieu » est 2 px plus bas.',
    )
  })

  it('names what moved aside, what came and what went', async () => {
    const other = { ...texte, mots: 'Une phrase de plus', y: 150 }
    const constat = await constatOf({ lignes: [titre, texte] }, { lignes: [{ ...titre, x: 50 }, other] })
    expect(constat).toContain('Le titre « Choisir le lieu » est 10 px plus à gauche')
    expect(constat).toContain('La ligne « Une phrase de plus » apparaît')
    expect(constat).toContain('La ligne « Regarder d’abord le sol » disparaît')
  })

  it('says that a drawing changed where no word moved', async () => {
    const constat = await constatOf({ lignes: [titre, texte] }, { lignes: [titre, texte] })
    expect(constat).toContain('Aucun mot n’a bougé')
  })
})

describe('a page of print that looks the same in its picture', () => {
  const style = ['corps 9,5 pt', 'couleur #1b7f5c', 'filet de 0,26 mm']
  const line = { mots: 'Regarder', sorte: 'texte', x: 60, y: 130, largeur: 150, hauteur: 11 } as const
  const was = { style, lignes: [line] }
  const told = async (now: Partial<Shot>) =>
    (
      await compared(
        [await shot('pdf/a-01', page(), was)],
        [await shot('pdf/a-01', page(), { ...was, ...now })],
      )
    ).map(({ kind, constat }) => [kind, constat])

  it.each([
    [
      'a shade',
      { style: [style[0], '#1b7f60', style[2]] as string[] },
      '#1b7f60 apparaît. couleur #1b7f5c disparaît.',
    ],
    [
      'a finer rule',
      { style: [...style.slice(0, 2), 'filet de 0,1 mm'] },
      'filet de 0,1 mm apparaît. filet de 0,26 mm disparaît.',
    ],
    [
      'half a point',
      { style: ['corps 10 pt', ...style.slice(1)] },
      'corps 10 pt apparaît. corps 9,5 pt disparaît.',
    ],
    [
      'a line 0.3 mm lower',
      { lignes: [{ ...line, y: 131.25 }] },
      'La ligne « Regarder » est 1,3 px plus bas.',
    ],
  ])('has changed by %s', async (_, now, constat) => expect(await told(now)).toEqual([['changee', constat]]))

  it('has not changed where its words did, nor by the folio of a page that moved', async () => {
    expect(await told({ style: [], mots: 'b' })).toEqual([])
    expect(await told({ lignes: [{ ...line, y: 140 }], page: 12 })).toEqual([])
  })

  it('is not held against pictures that were accepted without it', async () => {
    const [former, now] = [await shot('pdf/a-01', page()), await shot('pdf/a-01', page(), was)]
    expect(await compared([former], [now])).toEqual([])
  })
})

describe('a page', () => {
  it('is the same when it is drawn again', async () => expect(await change(page(), page())).toEqual([]))

  it('has changed when a line is gone', async () => {
    const [found] = await compared(
      [await shot('pdf/a-01', page(8))],
      [await shot('pdf/a-01', page(7), { texte: 'b' })],
    )
    expect(found?.kind).toBe('changee')
    expect(found?.pictures.difference?.byteLength).toBeGreaterThan(100)
  })

  it('has changed when a block is shifted by two pixels, with the same words', async () => {
    const shifted = page().map((box, index) => (index === 0 ? { ...box, x: box.x + 2 } : box))
    expect(await change(page(), shifted, { texte: 'b' })).toEqual(['changee'])
  })

  it('has changed when one of its colours has, with the same words in the same places', async () => {
    const other = page().map((box, index) =>
      index === 0 ? { ...box, colour: [24, 110, 160] as typeof ink } : box,
    )
    expect(await change(page(), other)).toEqual(['changee'])
  })

  it('tells apart what somebody wrote from what changed without a word', async () => {
    const kindOf = (rest: Partial<Shot>) => change(page(), page(7), { texte: 'b', ...rest })
    expect(await kindOf({ mots: 'b' })).toEqual(['reecrite'])
    expect(await kindOf({})).toEqual(['changee'])
    expect(fingerprintOfWords('En tout,\nsans au\u00adtre')).toBe(fingerprintOfWords('En tout, sans autre'))
    expect(fingerprintOfWords('En tout, 12 % en 2024')).not.toBe(fingerprintOfWords('En tout, 13 % en 2024'))
    expect(fingerprintOfWords('En tout')).not.toBe(fingerprintOfWords('En rien'))
  })

  it('has only moved when its words stand where they stood under another folio', async () => {
    expect(await change(page(8, 40), page(8, 250), { page: 9 })).toEqual(['deplacee'])
  })

  it('has only moved when it turned from right to left and stands a little aside', async () => {
    const aside = page(8, 250).map((box, index) => (index < 9 ? { ...box, x: box.x + 4 } : box))
    expect(await change(page(8, 40), aside, { page: 8 })).toEqual(['deplacee'])
  })

  it('has changed when it moved and lost a drawing', async () => {
    const [, ...headless] = page(8, 250)
    expect(await change(page(8, 40), headless, { page: 8 })).toEqual(['changee'])
  })

  it('is only renumbered when a few pixels of its text differ under the same folio', async () => {
    const numbered = (w: number) => [...page(), { x: 220, y: 110, w, h: 6, colour: ink }]
    const lignes = [{ mots: 'la page', sorte: 'texte', x: 60, y: 109, largeur: 165, hauteur: 8 }] as const
    expect(await change(numbered(5), numbered(9), { lignes }, { lignes })).toEqual(['renumerotee'])
  })

  it('has changed when as few pixels of a drawing differ, beside its lines', async () => {
    const legend = (colour: [number, number, number]) => [...page(), { x: 220, y: 110, w: 8, h: 8, colour }]
    const lignes = [{ mots: 'la page', sorte: 'texte', x: 60, y: 89, largeur: 150, hauteur: 8 }] as const
    const [blue, red] = [legend([24, 70, 160]), legend([200, 40, 40])]
    expect(await change(blue, red, { lignes }, { lignes })).toEqual(['changee'])
  })

  it('is new, or gone', async () => {
    const found = await compared([await shot('pdf/a-01', page())], [await shot('pdf/b-01', page())])
    expect(kinds(found)).toEqual(['ajoutee', 'disparue'])
    expect(summarize(found)).toBe('1 vue nouvelle, 1 vue disparue')
  })
})

it('keeps small pictures, and drops those of pages that are no more', async () => {
  await writeBaselines(folder(), [await shot('pdf/a-01', page()), await shot('pdf/a-02', page(3))])
  await writeBaselines(folder(), [await shot('pdf/a-01', page())])
  expect(await readdir(join(folder(), 'pdf'))).toEqual(['a-01.png'])
  expect((await shot('pdf/a-01', page())).png.byteLength).toBeLessThan(2000)
})

describe('the report', () => {
  it('is one file that names each page, with before, after and difference', async () => {
    const after = [
      await shot('pdf/a-01', page(7), { texte: 'b' }),
      await shot('pdf/a-02', page(8, 250), { page: 9, vue: 'page 2' }),
    ]
    const differences = await compared(
      [await shot('pdf/a-01', page()), await shot('pdf/a-02', page(8, 40), { vue: 'page 2' })],
      after,
    )
    const html = visualReport('Carnet', differences, 12).replaceAll('\u00a0', ' ')
    expect(html).toContain(
      '1 vue changée sans qu’un mot change, 1 page seulement déplacée sur 12 vues comparées.',
    )
    expect(html).toContain('Une fiche, PDF, page 1, p. 7')
    expect(html).toContain('Une fiche, PDF, page 2, p. 9 (avant : p. 7)')
    expect(html.match(/data:image\/png/g)).toHaveLength(6)
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/)
  })

  it('names a page whose title holds markup as text', async () => {
    const [difference] = await compared([], [await shot('pdf/a-01', page(), { titre: 'A & <b>' })])
    expect(difference && nameOf(difference)).toBe('A & <b>, PDF, page 1, p. 7')
    expect(visualReport('Carnet', difference ? [difference] : [], 1)).toContain('A &amp; &lt;b&gt;')
  })
})
