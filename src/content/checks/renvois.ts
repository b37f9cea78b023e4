import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, texts } from '../draft.ts'

/** A cross-reference names a fiche or a page of this kit. */
export function checkRenvois({ fiches, pages }: Draft): Diagnostic[] {
  const sheets = [...fiches, ...pages]
  const slugs = sheets.flatMap(sheet => texts([declared(sheet, 'slug')])).map(({ text }) => text)
  const targets = new Set(slugs)
  const renamed = new Map(
    fiches.flatMap(fiche =>
      texts(declared(fiche, 'anciens_slugs')).map(
        ({ text }) => [text, String(declared(fiche, 'slug'))] as const,
      ),
    ),
  )
  // A slug that many fiches name wrongly is looked for once among all slugs.
  const remedies = new Map<string, string>()
  const remedyFor = (valeur: string): string => {
    const remedy = remedies.get(valeur)
    if (remedy !== undefined) return remedy
    const near = renamed.get(valeur) ?? nearest(valeur, slugs) ?? containing(valeur, slugs)
    const remede = near === null ? "Écrire entre crochets le slug d'une fiche du kit" : `Écrire : [[${near}]]`
    remedies.set(valeur, remede)
    return remede
  }
  return sheets.flatMap(({ corps }) =>
    corps.renvois
      .filter(({ slug }) => !targets.has(slug))
      .map(({ slug: valeur, place }) =>
        diagnose('renvoi-inconnu', place, { valeur, remede: remedyFor(valeur) }),
      ),
  )
}

/** `achat` for `achat-responsable`, and the other way round. */
function containing(word: string, slugs: readonly string[]): string | null {
  if (word.length < 4) return null
  return slugs.find(slug => slug.includes(word) || (slug.length >= 4 && word.includes(slug))) ?? null
}
