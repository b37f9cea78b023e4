import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { tokensOf } from '../../../src/kit/body/tokens-of.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import { textOfTokens } from '../../../src/text/tokens.ts'
import { typographText } from '../../../src/text/typography/index.ts'
import { hyphens } from '../../../src/text/typography/run.ts'
import { runs } from '../../thorough.ts'
import { rendered } from './kit.ts'

const media: readonly Medium[] = ['web', 'print', 'epub']

/** Pieces that mean something to the parser or the typography, put together at random. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(':::', '::: ', 'info', 'exemple ', 'graphique barres ', 'frise ', 'domaines'),
      fc.constantFrom('- ', '* ', '1. ', '> ', '## ', '### ', '|', '|---|\n', '\t', '    ', '\n', '\n\n'),
      fc.constantFrom('**', '`', '~~', '\\', '[', '](', ')', '[[', ']]', '![', '{picto=', '{.leviers}', '}'),
      fc.constantFrom('<b>', '&amp;', '<https://', '>', '"', "'", '«', '»', ';', '!', '?', ':', ' : '),
      fc.constantFrom('...', '…', '1er', 'XIXe', '10000', '10 000', '%', '€', 'n°', 'p.', ' · ', '(69)'),
      fc.constantFrom('a@b.fr', 'rtes.fr/', '0 800 123 456', '978-2-487241-05-3', '01 23 45 67 89'),
      fc.constantFrom('Source : ', '— ', '1901 : ', 'FAUX', 'ESS', 'SCIC', 'mot-composé', ' '),
      fc.constantFrom('\u0000', '\ufffc', '\u2028', '\u00a0', '\u202f', '😀', 'é', 'e\u0301', '%E0%A4'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map(pieces => pieces.join(''))

describe('whatever is typed', () => {
  test('parses, renders, and every problem lies inside the text', () => {
    fc.assert(
      fc.property(hostile, source => {
        const { problems } = parseBody(source, { file: 'essai.md', firstLine: 7 })
        const lines = source.split(/\r\n?|\n/)
        for (const { place } of problems) {
          expect(place.line).toBeGreaterThanOrEqual(7)
          expect(place.line).toBeLessThan(7 + lines.length)
          expect(place.column).toBeGreaterThanOrEqual(1)
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 7]?.length ?? 0) + 1)
        }
        for (const medium of media) rendered(source, medium)
      }),
      { numRuns: runs(50) },
    )
  })

  test('gives the same tokens in the process that parsed it and in another', () => {
    fc.assert(
      fc.property(hostile, source => {
        const { corps } = parseBody(source, { file: 'essai.md', firstLine: 7 })
        expect(tokensOf(structuredClone(corps))).toStrictEqual(tokensOf(corps))
        expect(corps.texte).toBe(textOfTokens(tokensOf(corps)))
      }),
      { numRuns: runs(50) },
    )
  })

  test('no address but http, https and mailto becomes a link', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('javascript:', 'data:text/html,', 'vbscript:', 'file:///', '//', 'ftp://', '/'),
        scheme => {
          const html = rendered(`[a](${scheme}alert) <${scheme}b> ![c](${scheme}d)`, 'web')
          expect(html).not.toMatch(/href/)
        },
      ),
    )
  })

  test('no tag is the author’s', () => {
    const html = rendered('<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- a -->', 'web')
    expect(html).not.toMatch(/<script|<img|<!--/)
  })
})

describe('typography', () => {
  test('twice is once', () => {
    fc.assert(
      fc.property(hostile, text => {
        const once = typographText(text)
        expect(typographText(once)).toBe(once)
      }),
      { numRuns: runs(200) },
    )
  })

  test('changes spaces, quotation marks, apostrophes, dots and hyphens only', () => {
    const words = (text: string) => text.replace(hyphens, '-').replace(/[\s"'’«»“”.…]/g, '')
    fc.assert(
      fc.property(hostile, text => {
        expect(words(typographText(text))).toBe(words(text))
      }),
      { numRuns: runs(100) },
    )
  })
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcdeéèàçoœuls'), minLength: 3, maxLength: 10 })
  .map(text => `z${text}`)
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
const items = (lead: (words: string) => string) =>
  fc.array(phrase, { minLength: 1, maxLength: 4 }).map(all => all.map(one => `- ${lead(one)}`).join('\n'))
/** A text of this shape: `$` is a phrase, `%` a word, `@` a list of such items. */
const shaped = (shape: string, item = (words: string) => words) =>
  fc
    .tuple(
      ...(shape.match(/[$%@]/g) ?? []).map(
        sign => ({ $: phrase, '%': word, '@': items(item) })[sign] ?? word,
      ),
    )
    .map(parts =>
      shape
        .split(/[$%@]/)
        .flatMap((text, at) => [text, parts[at] ?? ''])
        .join(''),
    )
const body = fc.oneof(
  shaped('$'),
  shaped('@'),
  shaped('::: exemple $ · $ (69)\n$\n:::'),
  shaped('::: chiffres $\n@\nSource : $\n:::', one => `**12 zunités** ${one}`),
  shaped('::: citation\n$\n\n— $, $\n:::'),
  shaped('::: propos\n$\n\n— $, $\n:::'),
  ...['definition', 'loi', 'info'].map(name => shaped(`::: ${name} $\n$\n\n$\n:::`)),
  shaped('::: idees-recues $\n@\n:::', one => `${one} : FAUX. ${one}`),
  shaped('::: frise $\n@\nSource : $\n:::', one => `1901 : ${one}`),
  shaped('::: domaines $\n@\n:::', one => `**${one}** {picto=house} : ${one}`),
  shaped('::: graphique barres $\n| % | % |\n|---|---|\n| % | 3 |\n\nSource : $\n:::'),
  shaped('::: schema images/x.svg $\n$\n:::'),
  shaped('::: ressources\n@\n:::', one => `[${one}](https://rtes.fr), ${one}`),
  shaped('## $ {.leviers}'),
  shaped('### $ {picto=search}'),
)

/** Words of the fiche and how often they stand in it; all begin with z, which nothing of the press does. */
function count(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [found] of text.matchAll(/z\p{L}+/gu)) counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

test('no word of the source is lost in any rendition', () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 8 }), bodies => {
      const source = bodies.join('\n\n')
      const { problems } = parseBody(source, { file: 'essai.md', firstLine: 1 })
      // Bodies are joined in any order: their headings may skip a level, and their words stay.
      const otherErrors = problems.filter(
        ({ code, severity }) => severity === 'erreur' && code !== 'titre-saute-un-niveau',
      )
      expect(otherErrors).toEqual([])
      const expected = count(source)
      for (const medium of media) {
        // Drawings repeat words of their tables, or say them; ids, other alternative texts and addresses are no text.
        const text = rendered(source, medium)
          .replace(
            /<div class="dessin"><svg class="graphe graphique"[^>]* aria-label="([^"]*)"[^\n]*<\/div>\n(?!<table|<details)/g,
            '$1',
          )
          .replace(/<div class="dessin">.*?<\/div>/gs, '')
          .replace(/<[^>]*>/g, '')
        expect(count(text), medium).toEqual(expected)
      }
    }),
    { numRuns: runs(20) },
  )
})

/** What markdown-it takes words from. */
const lossy = [
  '~~~~ zaaa zaad',
  '| a |\n|---|\n| b | zaaa',
  '<https://\u2028zaaa:::> [a](https://\u2028zaab:::)',
]

test('no word is lost from what is typed anyhow, unless an error is told', () => {
  const soup = fc
    .array(
      fc.oneof(
        hostile,
        word,
        word.map(text => ` ${text} `),
      ),
      { maxLength: 12 },
    )
    .map(pieces => pieces.join(''))
  /** An address is written in its own letters again: what it says counts as said. */
  const readable = (html: string) =>
    html.replace(/(?:%[0-9A-F]{2})+/g, bytes => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
  fc.assert(
    fc.property(soup, source => {
      const { problems } = parseBody(source, { file: 'essai.md', firstLine: 1 })
      fc.pre(problems.every(({ severity }) => severity !== 'erreur'))
      for (const medium of media) {
        const html = readable(rendered(source, medium))
        // A tag may stand between a letter and its accent: they meet once tags are gone.
        const text = `${html.replace(/<[^>]*>/g, '')} ${html}`.normalize()
        const lost = [...count(source.normalize()).keys()].filter(word => !text.includes(word))
        expect(lost, medium).toEqual([])
      }
    }),
    { numRuns: runs(50), examples: lossy.map(source => [source]) },
  )
})

test('print and e-book count the same elements', () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 8 }), bodies => {
      const numbers = (medium: Medium) =>
        [...rendered(bodies.join('\n\n'), medium).matchAll(/(class="donnees" )?data-b="(\d+)"/g)]
          // The table of a chart may be said by its drawing.
          .filter(([, table]) => table === undefined)
          .map(found => Number(found[2]))
          .sort((a, b) => a - b)
      expect(numbers('print')).toEqual(numbers('epub'))
      expect(new Set(numbers('print')).size).toBe(numbers('print').length)
    }),
    { numRuns: runs(10) },
  )
})

/** What an author may write as the first thing of an item that is no text. */
const openings = [
  ...['2022. ', '2022) ', '> ', '- ', '# ', '~~~\n  ', '***\n  ', '|a|\n  |-|\n  |', '> - '],
  ...['![a](images/x.svg)', ''],
]
const listBlocks = ['ressources', 'frise Dates', 'chiffres', 'domaines Trois', 'idees-recues']

/** Tags that close what is not open, or stay open. */
function unbalanced(html: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*>/g)) {
    if (tag.endsWith('/>')) continue
    if (slash === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else faults.push(tag)
  }
  return [...faults, ...open]
}

test.each(listBlocks.flatMap(nom => openings.map(opening => [nom, opening])))(
  '%s : an item that begins with %j keeps its words, in tags that close',
  (nom, opening) => {
    const item = `- ${opening}**zaaa** zaab, zaac : FAUX. zaad`
    const source = `::: ${nom}\n- **zbbb** : zbbc\n${item}\n\n  zaae\n- **zccc** : zccd\n:::`
    for (const medium of media) {
      const html = rendered(source, medium)
      expect(unbalanced(html), medium).toEqual([])
      const text = html.replace(/<div class="dessin">.*?<\/div>/gs, '').replace(/<[^>]*>/g, '')
      expect(count(text), medium).toEqual(count(source))
    }
  },
)
