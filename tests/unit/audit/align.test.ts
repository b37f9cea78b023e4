import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../../build/judge/audit/align.ts'
import type { Unit } from '../../../build/judge/audit/source/units.ts'

const units = (...texts: string[]): Unit[] =>
  texts.map((text, index) => ({ text, line: index + 1, flow: 'texte' }))
const said = ({ lost, disordered, added }: ReturnType<typeof align>) => ({
  lost: lost.map(({ text }) => text),
  disordered: disordered.map(({ text }) => text),
  added,
})
const nothing = { lost: [], disordered: [], added: [] }

const source = units('Les communes achètent', 'La SCIC associe des partenaires', 'Une loi de 2014')

describe.each(['mots', 'lettres'] as const)('compared by %s', by => {
  it('finds nothing when the edition says the source', () => {
    const edition = 'LES COMMUNES achètent.\nLa SCIC associe\ndes partenaires : une loi de 2014'
    expect(said(align(source, [edition], { by }))).toEqual(nothing)
  })

  it('finds a dropped word by its piece, and what is left of the piece', () => {
    const alignment = said(
      align(source, ['Les communes achètent. La SCIC associe des. Une loi de 2014'], { by }),
    )
    expect(alignment.lost).toEqual(['La SCIC associe des partenaires'])
    expect(alignment.added).toEqual(['la scic associe des'])
  })

  it('leaves an addition its words when a piece says some of them', () => {
    const alignment = align(units('À savoir', 'Les structures'), ['Bon à savoir\nÀ savoir\nLes structures'], {
      additions: ['Bon à savoir'],
      by,
    })
    expect(said(alignment)).toEqual(nothing)
  })

  it('takes no row for another that an item and the number of the next say by chance', () => {
    const list = units('Un', 'Second', 'Tableau', 'Un 9', 'Fin')
    const edition = ['8', 'Un', '9', 'Second', 'Tableau', 'Un', '9', 'Fin']
    expect(said(align(list, edition, { additions: ['8', '9'], by }))).toEqual(nothing)
  })

  it('gives a title that one element says its place, not that of two cells', () => {
    const cells = units('Un premier', 'Un', 'dix', 'Titre', 'Un dix', 'Suite')
    expect(said(align(cells, ['Un premier', 'Un', 'dix', 'Titre', 'Un dix', 'Suite'], { by }))).toEqual(
      nothing,
    )
  })

  it('lets equal pieces stand for each other where an edition needs one of them', () => {
    const rows = units('Année Part', 'Courbe', 'Année Part', 'Fin').map(
      (unit): Unit => (unit.text === 'Année Part' ? { ...unit, optional: true } : unit),
    )
    expect(said(align(rows, ['Courbe', 'Année Part', 'Fin'], { by }))).toEqual(nothing)
  })

  it('keeps the place of what must stand here from what may stand here', () => {
    const [row, title] = units('Un 10', 'Un 10') as [Unit, Unit]
    expect(said(align([{ ...row, optional: true }, title], ['Un 10'], { by }))).toEqual(nothing)
  })

  it('keeps the place of a row that may stand here from a shorter one that must', () => {
    const rows = units('Un # 10 3', 'Un @ 10 3 36').map(
      (unit, at): Unit => (at === 1 ? { ...unit, optional: true } : unit),
    )
    expect(said(align(rows, ['Un # 10', '3', 'Un @ 10 3', '36'], { by }))).toEqual(nothing)
  })

  it('gives no figure the place of the one before it, whose words and the number of its own say the same', () => {
    const figures = units('+ 30 % Un <', '+ 30 % Un > & 30', '+ 30 % Une commune', '+ 30 % Un 10')
    const edition = ['+ 30 %', 'Un <', '+ 30 %', 'Un > & 30', '+ 30 %', 'Une commune', '+ 30 %', 'Un 10']
    expect(said(align(figures, edition, { by }))).toEqual(nothing)
    expect(said(align(figures, edition.toSpliced(3, 1, 'Un >'), { by })).lost).toHaveLength(1)
  })

  it('finds a piece said twice', () => {
    const edition =
      'Les communes achètent. Les communes achètent. La SCIC associe des partenaires. Une loi de 2014'
    expect(said(align(source, [edition], { by }))).toEqual({ ...nothing, added: ['les communes achètent'] })
  })

  it('wants twice what the source says twice', () => {
    const twice = units('Source : RTES', 'Source : RTES')
    expect(said(align(twice, ['Source : RTES'], { by })).lost).toEqual(['Source : RTES'])
    expect(said(align(twice, ['Source : RTES. Source : RTES'], { by }))).toEqual(nothing)
  })

  it('allows each addition once', () => {
    const edition = 'Exemple. Les communes achètent. La SCIC associe des partenaires. Une loi de 2014'
    expect(said(align(source, [edition], { by, additions: ['Exemple'] }))).toEqual(nothing)
    expect(said(align(source, [`Exemple. ${edition}`], { by, additions: ['Exemple'] })).added).toEqual([
      'exemple',
    ])
  })

  it('finds a piece that changed places', () => {
    const edition = 'Une loi de 2014. Les communes achètent. La SCIC associe des partenaires.'
    expect(said(align(source, [edition], { by })).disordered).toEqual(['Une loi de 2014'])
  })

  it('lets two flows cross each other', () => {
    const margin = source.map((unit, index) => (index === 2 ? { ...unit, flow: 'bloc 0' } : unit))
    const edition = 'Une loi de 2014. Les communes achètent. La SCIC associe des partenaires.'
    expect(said(align(margin, [edition], { by }))).toEqual(nothing)
  })

  it('holds a text to be itself, whatever it is', () => {
    const word = fc.stringMatching(/^[a-zéèœ0-9]{1,8}$/)
    const texts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' ')),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(texts, texts => {
        const { lost, added } = align(units(...texts), [texts.join('. ')], { by })
        return lost.length === 0 && added.length === 0
      }),
    )
  })
})

describe('a piece that a page cuts in two', () => {
  const long = 'Une politique d’achat repose sur celles et ceux qui la font vivre au quotidien'
  const edition = [
    'Une politique d’achat repose sur celles',
    'Marge de la page suivante',
    'et ceux qui la font vivre au quotidien',
  ]
  const inPdf = (source: Unit[], elements: string[]) => said(align(source, elements, { by: 'lettres' }))

  it('is whole again', () => {
    expect(inPdf(units(long, 'Marge de la page suivante'), edition)).toEqual(nothing)
  })

  it('is lost where its second half lacks a word, or begins within an element', () => {
    expect(inPdf(units(long), edition.with(2, 'et ceux qui la font vivre au')).lost).toHaveLength(1)
    expect(
      inPdf(units(long), edition.with(2, 'tous et ceux qui la font vivre au quotidien')).lost,
    ).toHaveLength(1)
    expect(inPdf(units(long), [edition.join(' ')]).lost).toHaveLength(1)
  })

  it('is no number: the 21st item is not the second and the tenth', () => {
    const alignment = align(units('Un'), ['2', 'Un', '10'], { additions: ['21', '2', '10'], by: 'lettres' })
    expect(said(alignment)).toEqual(nothing)
  })

  it('keeps its letters from what is short and whole', () => {
    const source = units(long, '12 ceux', 'sur')
    expect(inPdf(source, [...edition.with(1, '12 ceux'), 'sur'])).toEqual(nothing)
  })

  it('ends where its element does, though the next one begins with its next word', () => {
    const source = units(long, 'Et ceux de la marge')
    expect(inPdf(source, edition.with(1, 'Et ceux de la marge'))).toEqual(nothing)
  })

  it('stands on several pages', () => {
    const words = long.split(' ')
    const over = (size: number) =>
      Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
        words.slice(at * size, (at + 1) * size),
      ).flatMap((some, at) => [some.join(' '), `Marge ${at}`])
    const margins = (many: number) => Array.from({ length: many }, (_, at) => `Marge ${at}`)
    expect(inPdf(units(long, ...margins(4)), over(4))).toEqual(nothing)
  })
})

it('knows a space that is missing between two words, where spaces are known', () => {
  expect(
    said(
      align(source, ['Les communesachètent. La SCIC associe des partenaires. Une loi de 2014'], {
        by: 'mots',
      }),
    ).lost,
  ).toHaveLength(1)
})
