import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMemory, remember, rememberOf, rememberTold } from '../../../src/remember.ts'

describe('a memory', () => {
  /** What a memory of ten texts of weight 1 makes when it is asked for these, in order. */
  function madeOf(keys: readonly string[], weigh: (key: string) => number = () => 1): string[] {
    const memory = openMemory<string>(10, weigh)
    const made: string[] = []
    for (const key of keys)
      memory.of(key, () => {
        made.push(key)
        return key
      })
    return made
  }
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `fiche ${index}`)

  test('makes a thing once, be it nothing, and gives the very same again', () => {
    const memory = openMemory<object>(10, () => 1)
    const made = { titre: 'Achats' }
    expect(memory.of('a', () => made)).toBe(made)
    expect(memory.of('a', () => ({ titre: 'Achats' }))).toBe(made)
    const nothing = openMemory<undefined>(10, () => 1)
    let times = 0
    for (const _ of 'deux')
      nothing.of('a', () => {
        times++
        return undefined
      })
    expect(times).toBe(1)
  })

  test('makes another thing under another key', () => {
    expect(madeOf(['a', 'b', 'a', 'b'])).toEqual(['a', 'b'])
  })

  test('does not remember what failed', () => {
    const memory = openMemory<string>(10, () => 1)
    const fail = () => {
      throw new Error('illisible')
    }
    expect(() => memory.of('a', fail)).toThrow('illisible')
    expect(memory.of('a', () => 'lu')).toBe('lu')
  })

  test('keeps as much as its limit at least, and forgets what was asked for before twice as much', () => {
    for (let asked = 50; asked < 75; asked++) {
      const all = numbered(asked)
      const remembered = all.filter(key => madeOf([...all, key]).length === asked)
      // What was asked for last is what is remembered; each half may go over by the one thing that fills it.
      expect(remembered).toEqual(all.slice(-remembered.length))
      expect(remembered.length).toBeGreaterThanOrEqual(10)
      expect(remembered.length).toBeLessThanOrEqual(22)
    }
  })

  test('never forgets what is asked for all the time', () => {
    const asked = numbered(100).flatMap(key => [key, 'accueil'])
    expect(madeOf(asked).filter(key => key === 'accueil')).toHaveLength(1)
  })

  test('forgets sooner what weighs more', () => {
    const heavy = (key: string) => (key.startsWith('lourde') ? 11 : 1)
    const again = (between: string[]) =>
      madeOf(['a', ...between, 'a'], heavy).filter(key => key === 'a').length
    expect(again(['légère 1', 'légère 2', 'légère 3'])).toBe(1)
    expect(again(['lourde 1', 'lourde 2', 'lourde 3'])).toBe(2)
  })

  test('weighs by what was made too', () => {
    const memory = openMemory<string>(10, (_, result) => result.length)
    let times = 0
    const ask = () =>
      memory.of('a', () => {
        times++
        return ''
      })
    ask()
    for (const key of ['b', 'c', 'd']) memory.of(key, () => 'un texte plus long')
    ask()
    expect(times).toBe(2)
  })
})

test('a function of a text is called once for each text', () => {
  const calls: string[] = []
  const length = remember(text => {
    calls.push(text)
    return text.length
  })
  expect(['un', 'trois', 'un', 'trois'].map(length)).toEqual([2, 5, 2, 5])
  expect(calls).toEqual(['un', 'trois'])
})

test('a function of a thing is called once for the thing itself, whatever it gives, not for its like', () => {
  const calls: object[] = []
  const note = rememberOf((thing: { slug: string }) => {
    calls.push(thing)
    return undefined
  })
  const [one, like] = [{ slug: 'scic' }, { slug: 'scic' }]
  for (const thing of [one, one, like, one, like]) note(thing)
  expect(calls).toHaveLength(2)
  expect(calls[0]).toBe(one)
  expect(calls[1]).toBe(like)
  const titled = rememberOf((thing: { slug: string }) => ({ titre: thing.slug }))
  expect(titled(one)).toBe(titled(one))
  expect(titled(one)).not.toBe(titled(like))
})

describe('a function that asks while it makes something', () => {
  /** What is answered about a slug: whether there is such a fiche, and its page, which nobody may ask of one that is not there. */
  type Asks = {
    exists: (slug: string) => boolean
    page: (slug: string) => number | undefined
  }
  const asksOf = (pages: Record<string, number | undefined>, asked: string[] = []): Asks => ({
    exists: slug => {
      asked.push(`${slug} ?`)
      return slug in pages
    },
    page: slug => {
      asked.push(`page de ${slug}`)
      if (!(slug in pages)) throw new Error(`${slug} has no page`)
      return pages[slug]
    },
  })
  /** Every word of a text, with its page. */
  const linked = (text: string, { exists, page }: Asks) =>
    text.split(' ').map(slug => (exists(slug) ? `${slug}, p. ${page(slug)}` : slug))
  function watched() {
    const made: string[] = []
    const told = rememberTold((text: string, asks: Asks) => {
      made.push(text)
      return linked(text, asks)
    })
    return { made, told }
  }

  test('makes nothing again when it is told the same, by whomever', () => {
    const { made, told } = watched()
    const first = told('scic sem', asksOf({ scic: 7 }))
    expect(first).toEqual(['scic, p. 7', 'sem'])
    expect(told('scic sem', asksOf({ scic: 7 }))).toBe(first)
    // Nobody asked for the page of another one.
    expect(told('scic sem', asksOf({ scic: 7, spl: 9 }))).toBe(first)
    expect(made).toEqual(['scic sem'])
  })

  test('makes it again when an answer has changed, be it the last or one that was not known', () => {
    const { made, told } = watched()
    told('scic sem', asksOf({ scic: 7, sem: 9 }))
    expect(told('scic sem', asksOf({ scic: 7, sem: 10 }))).toEqual(['scic, p. 7', 'sem, p. 10'])
    expect(told('scic sem', asksOf({ scic: undefined, sem: 10 }))).toEqual([
      'scic, p. undefined',
      'sem, p. 10',
    ])
    expect(told('scic sem', asksOf({ scic: 0, sem: 10 }))).toEqual(['scic, p. 0', 'sem, p. 10'])
    expect(made).toHaveLength(4)
  })

  test('remembers what it was told last, not before', () => {
    const { made, told } = watched()
    for (const page of [7, 8, 7]) expect(told('scic', asksOf({ scic: page }))).toEqual([`scic, p. ${page}`])
    expect(made).toHaveLength(3)
    told('scic', asksOf({ scic: 7 }))
    expect(made).toHaveLength(3)
  })

  test('asks again in the order in which it asked, and no further than the first other answer', () => {
    const { told } = watched()
    told('scic sem', asksOf({ scic: 7, sem: 9 }))
    const asked: string[] = []
    told('scic sem', asksOf({ scic: 7, sem: 9 }, asked))
    expect(asked).toEqual(['scic ?', 'page de scic', 'sem ?', 'page de sem'])
    // The page of a fiche that is gone is asked by nobody: it would throw.
    expect(told('scic sem', asksOf({ sem: 9 }))).toEqual(['scic', 'sem, p. 9'])
  })

  test('takes no answer for another that is like it', () => {
    const kindOf = rememberTold(
      (text: string, { page }: { page: (slug: string) => string | number | boolean | undefined }) =>
        typeof page(text),
    )
    const answers = [0, '', false, '0', 0, undefined, '']
    expect(answers.map(answer => kindOf('scic', { page: () => answer }))).toEqual(
      answers.map(answer => typeof answer),
    )
  })

  test('tells what went wrong, and what it remembers is not what failed', () => {
    const told = rememberTold((text: string, { page }: Pick<Asks, 'page'>) => `${text}, p. ${page(text)}`)
    expect(told('scic', asksOf({ scic: 7 }))).toBe('scic, p. 7')
    expect(() => told('scic', asksOf({}))).toThrow('scic has no page')
    expect(told('scic', asksOf({ scic: 8 }))).toBe('scic, p. 8')
  })

  test('gives what it would give without remembering anything, whatever it is asked and told in turn', () => {
    const slug = fc.constantFrom('scic', 'sem', 'spl')
    const text = fc.array(slug, { minLength: 1, maxLength: 3 }).map(slugs => slugs.join(' '))
    const pages = fc.dictionary(slug, fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, pages), { maxLength: 30 }), asked => {
        const told = rememberTold(linked)
        for (const [words, known] of asked)
          expect(told(words, asksOf(known))).toEqual(linked(words, asksOf(known)))
      }),
      { numRuns: 300 },
    )
  })
})
