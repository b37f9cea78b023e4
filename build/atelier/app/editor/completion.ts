import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Glance } from '../../../../src/kit/index.ts'

/** Proposes the titles of fiches after `[[`, and the acronyms of the kit. */
export const completions =
  (glance: () => Glance) =>
  (context: CompletionContext): CompletionResult | null => {
    const { sheets, sigles } = glance()
    const titre = context.matchBefore(/\[\[[^\]]*$/)
    if (titre)
      return {
        from: titre.from + 2,
        options: sheets.flatMap(({ slug, titre: label }): Completion[] =>
          slug ? [{ label, detail: slug, apply: `${slug}]]` }] : [],
        ),
        validFor: /^[^\]]*$/,
      }
    const sigle = context.matchBefore(/(?<=^|[\s(«])\p{Lu}{2,}$/u)
    return (
      sigle && {
        from: sigle.from,
        options: Object.entries(sigles).map(([label, detail]) => ({ label, detail })),
        validFor: /^[\w\p{L}-]*$/u,
      }
    )
  }
