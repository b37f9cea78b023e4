import type { LintRule } from './rule.ts'

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

/** « Etat » → « État ». */
export const capitales: LintRule = {
  code: 'capitale-accentuee',
  find: text =>
    [...text.matchAll(/(?<!\p{L})[EI]\p{L}+/gu)].flatMap(({ 0: mot, index }) => {
      const propose = mots.get(mot)
      return propose === undefined ? [] : [{ offset: index, trouve: mot, propose }]
    }),
}
