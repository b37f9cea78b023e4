import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared, originalsFirst, textAt } from '../draft.ts'
import { isCopy } from '../is-copy.ts'

/** A number is one fiche's alone, and is the one its file name begins with. */
export function* checkNumeros({ fiches }: Draft): Generator<Diagnostic> {
  const owners = new Map<number, string>()
  for (const fiche of originalsFirst(fiches)) {
    const valeur = declared(fiche, 'numero')
    if (typeof valeur !== 'number' || !Number.isInteger(valeur) || valeur < 1) continue
    const place = () => fiche.yaml.placeOf(['numero'])
    const autre = owners.get(valeur)
    if (autre === undefined) owners.set(valeur, fiche.file)
    else {
      const remede = isCopy(fiche.file)
        ? 'Supprimer ce fichier s’il n’est qu’une copie, sinon lui donner un autre numéro'
        : 'Donner un autre numéro à cette fiche, et au nom de son fichier'
      yield diagnose('numero-double', place(), { valeur, autre, remede })
    }

    const name = fiche.file.slice(fiche.file.lastIndexOf('/') + 1)
    const [, digits, words = ''] = /^(\d*)[-_ .]*(.*)\.md$/.exec(name) ?? []
    const rest = words || textAt(fiche, 'slug') || 'titre'
    const attendu = `${String(valeur).padStart(2, '0')}-${rest}.md`
    if (!digits) yield diagnose('fichier-sans-numero', { file: fiche.file, line: 1, column: 1 }, { attendu })
    else if (Number(digits) !== valeur)
      yield diagnose('numero-fichier', place(), { valeur, fichier: digits, attendu, nombre: Number(digits) })
  }
}
