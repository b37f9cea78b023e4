import { codeAt, codeBefore, isLetter } from '../letters.ts'
import type { Finding, LintRule } from './rule.ts'

// Words that an accent never leaves; « Etel » or « Emile » may be a name as it is written.
const mots: ReadonlyMap<string, string> = new Map([
  ...`Etat Etats Eglise Ecole Ecoles Economie Education Egalité Elu Elus Elue Elues Energie Energies Equipe Equipes
Etablissement Etablissements Etude Etudes Etape Etapes Ecologie Edition Editions Election Elections Evaluation Evolution
Echange Echanges Etudiant Etudiants Etudiante Etudiantes Emission Emissions Equipement Equipements Evénement Evénements
Ecrire Elaborer Evaluer Echanger Elargir Eviter Etendre Etablir`
    .split(/\s+/)
    .map((mot): [string, string] => [mot, `É${mot.slice(1)}`]),
  ['Ile', 'Île'],
  ['Iles', 'Îles'],
])

const [E, I] = [69, 73]

/** « Etat » → « État ». */
export const capitales: LintRule = {
  code: 'capitale-accentuee',
  si: /[EI]/,
  find(text) {
    const found: Finding[] = []
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if ((code !== E && code !== I) || isLetter(codeBefore(text, at))) continue
      let end = at + 1
      while (isLetter(codeAt(text, end))) end++
      const mot = text.slice(at, end)
      const propose = mots.get(mot)
      if (propose) found.push({ offset: at, trouve: mot, propose })
      at = end - 1
    }
    return found
  },
}
