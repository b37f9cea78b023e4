import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared, texts } from '../draft.ts'

/** Documents that every kit has without a file (`src/indexes/sequence.ts`): their ids are taken. */
const reserved = ['couverture', 'sommaire', 'territoires', 'sigles', 'nouveautes']

/** A slug names one fiche or one page, and no former slug hides a living one. */
export function checkSlugs({ fiches, pages }: Draft): Diagnostic[] {
  const owners = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const sheets = [...fiches, ...pages].sort((a, b) => (a.file < b.file ? -1 : 1))
  for (const sheet of sheets) {
    const valeur = declared(sheet, 'slug')
    if (typeof valeur !== 'string') continue
    const place = () => sheet.yaml.placeOf(['slug'])
    const autre = owners.get(valeur)
    if (reserved.includes(valeur)) diagnostics.push(diagnose('slug-reserve', place(), { valeur }))
    else if (autre === undefined) owners.set(valeur, sheet.file)
    else diagnostics.push(diagnose('slug-double', place(), { cle: 'slug', valeur, autre }))
  }
  for (const fiche of fiches) {
    for (const { text: valeur, index } of texts(declared(fiche, 'anciens_slugs'))) {
      const autre = owners.get(valeur)
      if (autre === undefined) owners.set(valeur, fiche.file)
      else {
        const place = fiche.yaml.placeOf(['anciens_slugs', index])
        diagnostics.push(diagnose('slug-double', place, { cle: 'anciens_slugs', valeur, autre }))
      }
    }
  }
  return diagnostics
}
