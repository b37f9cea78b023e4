import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { KitYaml } from './schemas/kit.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

const mentions = {
  directeur_publication: 'le nom de la directrice ou du directeur de la publication',
  hebergeur: "le nom et l'adresse de l'hébergeur du site",
  contact: 'une adresse où écrire',
  depot_legal: "le mois et l'année du dépôt légal",
} as const

/** What the publisher still has to say: shown as « à compléter » until it is said, and refused in a release. */
export function checkMentions(yaml: Yaml, raw: KitYaml | null): Diagnostic[] {
  if (raw === null) return []
  const diagnostics: Diagnostic[] = []
  for (const cle of ['directeur_publication', 'hebergeur', 'contact', 'depot_legal'] as const) {
    if ((raw.mentions?.[cle] ?? null) !== null) continue
    diagnostics.push(
      diagnose('mention-a-completer', yaml.placeOf(['mentions', cle]), { cle, attendu: mentions[cle] }),
    )
  }
  if ((raw.site?.url ?? null) === null)
    diagnostics.push(diagnose('site-sans-url', yaml.placeOf(['site', 'url'])))
  for (const cle of ['imprime', 'pdf', 'epub'] as const) {
    const valeur = raw.isbn?.[cle] ?? null
    const attendu = valeur === null ? null : checkDigit(valeur)
    if (valeur === null || attendu === null || valeur.endsWith(String(attendu))) continue
    diagnostics.push(diagnose('isbn-cle', yaml.placeOf(['isbn', cle]), { cle, valeur, attendu }))
  }
  return diagnostics
}

/** The thirteenth digit that the first twelve ask for; null unless there are thirteen. ISO 2108 */
function checkDigit(isbn: string): number | null {
  const digits = [...isbn.replaceAll('-', '')].map(Number)
  if (digits.length !== 13) return null
  const sum = digits
    .slice(0, 12)
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
  return (10 - (sum % 10)) % 10
}
