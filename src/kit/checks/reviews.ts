import { diagnose, type Problem, plural } from '../../problems/index.ts'
import { type Draft, declared, textAt, texts, textsIn } from '../draft.ts'
import { findQuote, wordsAt } from '../reviews/quote.ts'
import { slugOfThreads } from '../reviews/threads.ts'
import { relecturesSchema } from '../schemas/relecture.ts'
import { fill } from '../schemas/schema.ts'

/** Counts the threads that are open, and tells those whose sentence is gone. */
export function* checkRelectures({ fiches, relectures }: Draft): Generator<Problem> {
  for (const { file, yaml, value } of relectures) {
    const slug = slugOfThreads(file) ?? ''
    const fiche =
      fiches.find(fiche => textAt(fiche, 'slug') === slug) ??
      fiches.find(fiche => texts(declared(fiche, 'anciens_slugs')).some(({ text }) => text === slug))
    if (!fiche) {
      yield diagnose('relecture-sans-fiche', yaml.placeOf([]), { slug })
      continue
    }
    const open = fill(relecturesSchema, value ?? []).flatMap((thread, index) =>
      thread.etat === 'ouverte' ? [{ ...thread, index }] : [],
    )
    const [first] = open
    if (!first) continue
    const proposals = open.filter(({ remplace_par }) => remplace_par !== null).length
    const remarks = open.length - proposals
    const quoi = [
      remarks > 0 && plural(remarks, 'remarque'),
      proposals > 0 && plural(proposals, 'proposition'),
    ]
    const authors = new Map<string, number>()
    for (const { auteur } of open) authors.set(auteur, (authors.get(auteur) ?? 0) + 1)
    yield diagnose('relecture-ouverte', yaml.placeOf([first.index, 'etat']), {
      quoi: quoi.filter(Boolean).join(' et '),
      auteurs: [...authors].map(([auteur, count]) => `${auteur} (${count})`).join(', '),
    })
    const head = textsIn(fiche.yaml.value).map(({ text }) => text)
    const words = wordsAt([...head, fiche.corps.source].join('\n')).map(({ word }) => word)
    for (const { auteur, citation, index } of open)
      if (citation && !findQuote(words, citation))
        yield diagnose('relecture-sans-place', yaml.placeOf([index, 'citation', 'exact']), {
          auteur,
          quote: citation.exact.replace(/^(.{79}).{2,}/s, '$1…').replace(/[.\s]+$/, ''),
        })
  }
}
