import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { byFile, type Draft, declared, textAt } from '../draft.ts'

/** A number is one fiche's alone, and is the one its file name begins with. */
export function* checkNumeros({ fiches }: Draft): Generator<Diagnostic> {
  const owners = new Map<number, string>()
  for (const fiche of byFile(fiches)) {
    const valeur = declared(fiche, 'numero')
    if (typeof valeur !== 'number' || !Number.isInteger(valeur) || valeur < 1) continue
    const place = () => fiche.yaml.placeOf(['numero'])
    const autre = owners.get(valeur)
    if (autre === undefined) owners.set(valeur, fiche.file)
    else yield diagnose('numero-double', place(), { valeur, autre })

    const name = fiche.file.slice(fiche.file.lastIndexOf('/') + 1)
    const [, digits, words = ''] = /^(\d*)[-_ .]*(.*)\.md$/.exec(name) ?? []
    const rest = words || textAt(fiche, 'slug') || 'titre'
    const attendu = `${String(valeur).padStart(2, '0')}-${rest}.md`
    if (!digits) yield diagnose('fichier-sans-numero', { file: fiche.file, line: 1, column: 1 }, { attendu })
    else if (Number(digits) !== valeur)
      yield diagnose('numero-fichier', place(), { valeur, fichier: digits, attendu, nombre: Number(digits) })
  }
}
