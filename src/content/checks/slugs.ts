import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { byFile, type Draft, declared, textAt, texts } from '../draft.ts'

/** Documents that every kit has without a file (`src/indexes/sequence.ts`): their ids are taken. */
const reserved = ['couverture', 'sommaire', 'territoires', 'sigles', 'nouveautes']

/** A slug names one fiche or one page, and no former slug hides a living one. */
export function* checkSlugs({ fiches, pages }: Draft): Generator<Diagnostic> {
  const owners = new Map<string, string>()
  const sheets = byFile([...fiches, ...pages])
  for (const sheet of sheets) {
    const valeur = textAt(sheet, 'slug')
    if (valeur === null) continue
    const place = () => sheet.yaml.placeOf(['slug'])
    const autre = owners.get(valeur)
    if (reserved.includes(valeur)) yield diagnose('slug-reserve', place(), { valeur })
    else if (autre === undefined) owners.set(valeur, sheet.file)
    else yield diagnose('slug-double', place(), { cle: 'slug', valeur, autre })
  }
  for (const fiche of fiches) {
    for (const { text: valeur, index } of texts(declared(fiche, 'anciens_slugs'))) {
      const autre = owners.get(valeur)
      if (autre === undefined) owners.set(valeur, fiche.file)
      else
        yield diagnose('slug-double', fiche.yaml.placeOf(['anciens_slugs', index]), {
          cle: 'anciens_slugs',
          valeur,
          autre,
        })
    }
  }
}
