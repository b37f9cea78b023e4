import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { KitYaml } from './schemas/kit.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

const mentions = [
  ['directeur_publication', 'le nom de la directrice ou du directeur de la publication'],
  ['hebergeur', "le nom et l'adresse de l'hébergeur du site"],
  ['contact', 'une adresse où écrire'],
  ['depot_legal', "le mois et l'année du dépôt légal"],
] as const

/** What the publisher still has to say: shown as « à compléter » until it is said, and refused in a release. */
export function checkMentions(yaml: Yaml, raw: KitYaml | null): Diagnostic[] {
  if (raw === null) return []
  const diagnostics: Diagnostic[] = []
  for (const [cle, attendu] of mentions)
    if ((raw.mentions?.[cle] ?? null) === null)
      diagnostics.push(diagnose('mention-a-completer', yaml.placeOf(['mentions', cle]), { cle, attendu }))
  if ((raw.site?.url ?? null) === null)
    diagnostics.push(diagnose('site-sans-url', yaml.placeOf(['site', 'url'])))
  for (const cle of ['imprime', 'pdf', 'epub'] as const) {
    const valeur = raw.isbn?.[cle] ?? null
    if (valeur === null) continue
    const place = yaml.placeOf(['isbn', cle])
    const digits = valeur.replaceAll('-', '')
    const attendu = checkDigit(digits)
    if (attendu !== null && !valeur.endsWith(String(attendu)))
      diagnostics.push(diagnose('isbn-cle', place, { cle, valeur, attendu }))
  }
  for (const [section, contact] of [
    ['mentions', raw.mentions?.contact],
    ['accessibilite', raw.accessibilite?.contact],
  ] as const)
    if (contact?.includes('@') && !mailAddress.test(contact))
      diagnostics.push(
        diagnose('contact-mele', yaml.placeOf([section, 'contact']), {
          section,
          valeur: contact,
          cause: /\s|:/.test(contact)
            ? "mêle une adresse électronique à d'autres mots"
            : "n'est pas une adresse électronique entière",
          propose:
            /[^\s@<>():,;]+@[^\s@<>():,;]+\.[^\s@<>():,;.]+/.exec(contact)?.[0] ??
            'par exemple contact@exemple.fr',
        }),
      )
  return diagnostics
}

/** What the site can make a link of. */
const mailAddress = /^[^\s@<>():]+@[^\s@<>():]+\.[^\s@<>():.]+$/

/** The thirteenth digit that the first twelve ask for; null unless there are thirteen. ISO 2108 */
function checkDigit(isbn: string): number | null {
  const digits = [...isbn].map(Number)
  if (digits.length !== 13) return null
  const sum = digits
    .slice(0, 12)
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
  return (10 - (sum % 10)) % 10
}
