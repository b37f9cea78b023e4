import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, names, textAt } from '../draft.ts'

/** Pages that every site has of its own, what leads to none (`rien`) and words that lead nowhere in particular (`mots`). */
const ofSite =
  'rien mots sommaire territoires sigles nouveautes ressources telechargements composer a-propos mentions-legales accessibilite'.split(
    ' ',
  )

/** A question that readers ask is answered by a page that the site has. */
export function* checkQuestions({ questions, fiches, pages }: Draft): Generator<Diagnostic> {
  if (questions === null) return
  const slugs = (folder: string, sheets: Draft['fiches'] | Draft['pages']) =>
    sheets.flatMap(sheet => textAt(sheet, 'slug') ?? []).map(slug => `${folder}/${slug}`)
  // The back cover is printed only.
  const online = pages.filter(page => declared(page, 'gabarit') !== 'quatrieme')
  const addresses = new Set([...ofSite, ...slugs('fiches', fiches), ...slugs('pages', online)])
  for (const address of names(questions.yaml.value)) {
    const page = address.replace(/#.*/, '')
    if (addresses.has(page)) continue
    const near = nearest(page, addresses)
    const remede =
      near === null ? 'Écrire l’adresse d’une page du site, comme fiches/slug' : `Écrire : ${near}`
    const place = questions.yaml.placeOf([address], 'cle')
    yield diagnose('question-sans-page', place, { valeur: address, remede })
  }
}
