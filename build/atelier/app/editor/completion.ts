import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Glance } from '../../../../src/kit/index.ts'
import type { Vocabulary } from '../../worker/workbench.ts'
import { drawn } from './signs.ts'

export const completions =
  (vocabulary: Vocabulary, glance: () => Glance) =>
  (context: CompletionContext): CompletionResult | null => {
    const inHead = isInHead(context)
    for (const { before, options, end = '', head = false } of places(vocabulary, glance())) {
      if (head !== inHead) continue
      const match = context.matchBefore(before)
      if (!match) continue
      const start = match.text.search(/[^\s:([{=,/«]*$/u)
      return {
        from: match.from + (start === -1 ? match.text.length : start),
        options: options.map(option => ({ ...option, apply: option.label + end })),
        validFor: /^[\w\p{L}-]*$/u,
      }
    }
    return null
  }

const PICTO = 'picto'

/** Draws a pictogram before its name in the list. @param drawing its shapes, as SVG */
export const withPictos = (drawing: (name: string) => Promise<string | null>) => ({
  position: 20,
  render({ type, label }: Completion): Node | null {
    return type === PICTO ? drawn(label, drawing) : null
  },
})

/** Tells whether the cursor stands in the front matter: behind the first `---`, before the second. */
function isInHead({ state: { doc }, pos }: CompletionContext): boolean {
  if (!/^\ufeff?---\s*$/.test(doc.line(1).text)) return false
  const here = doc.lineAt(pos).number
  for (let number = 2; number <= doc.lines; number++)
    if (/^---\s*$/.test(doc.line(number).text)) return here > 1 && here < number
  return here > 1
}

/** `head`: in the front matter alone; else in the text alone. */
type Place = { before: RegExp; options: Completion[]; end?: string; head?: true }

function* places(vocabulary: Vocabulary, { sheets, familles, sigles }: Glance): Generator<Place> {
  const { blocs, cles, statuts, departements, pictos } = vocabulary
  const words = (list: readonly string[]): Completion[] => list.map(label => ({ label }))
  yield { before: /^:::\s*[\w-]*$/, options: words(blocs) }
  yield {
    before: /\[\[[\w-]*$/,
    options: sheets.flatMap(({ slug, titre }) => (slug ? [{ label: slug, detail: titre }] : [])),
    end: ']]',
  }
  yield { before: /\{picto=[\w-]*$/, options: pictos.map(label => ({ label, type: PICTO })), end: '}' }
  yield {
    before: /^::: exemple.*\([\dAB]*$/,
    options: departements.map(([label, detail]) => ({ label, detail })),
    end: ')',
  }
  yield { before: /^statut:\s*[\w-]*$/, options: words(statuts), head: true }
  yield {
    before: /^famille:\s*[\w-]*$/,
    options: familles.map(({ id, singulier }) => ({ label: id, detail: singulier })),
    head: true,
  }
  yield {
    before: /^[a-z_]{2,}$/,
    options: Object.entries(cles).map(([label, info]) => ({ label, info })),
    end: ': ',
    head: true,
  }
  yield {
    before: /(?<=^|[\s(«])\p{Lu}{2,}$/u,
    options: Object.entries(sigles).map(([label, detail]) => ({ label, detail })),
  }
}
