import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { formatProblems } from '../../../src/problems/format.ts'
import { editKit } from './edit-kit.ts'

// What one case a code leaves out: a remedy that would have misled, a message that would have followed from another.
test.each([
  [
    'une fiche dont le statut est presque « a-paraitre » est jugée comme annoncée',
    'thematiques/04-habitat.md\n- statut: a-paraitre\n+ statut: à paraître',
    [
      "thematiques/04-habitat.md:6:9  erreur  statut : « à paraître » n'existe pas. Écrire : publiee, relecture ou a-paraitre.",
    ],
  ],
  [
    'un fichier sans titre reçoit le slug de sa fiche',
    'renommer leviers/03-contrats.md -> leviers/9.md',
    [
      'leviers/9.md:2:9  erreur  numero : 3, mais le nom du fichier commence par 9. Renommer le fichier en « 03-contrats.md », ou écrire : numero: 9.',
    ],
  ],
  [
    'une adresse n’est pas de la prose',
    'leviers/02-achats.md\n- Un achat simple.\n+ Écrire à [nous](mailto:contact@coeurdeville.fr), voir coeurdeville.fr ou coeur.org/Etat, mais au coeur.',
    ['leviers/02-achats.md:28:98  avertissement  « coeur » : o et e se lient. Écrire : cœur.'],
  ],
  [
    'ni dans un en-tête',
    "leviers/02-achats.md\n- resume: Acheter, c'est choisir.\n+ resume: Voir coeurdeville.fr, au coeur.",
    ['leviers/02-achats.md:8:34  avertissement  « coeur » : o et e se lient. Écrire : cœur.'],
  ],
  [
    'un jour qui n’existe pas n’est pas une date',
    'kit.yaml\n-   audit: null\n+   audit: { date: 2025-02-31, auditeur: X, resultat: Y }',
    [
      "kit.yaml:26:18  erreur  accessibilite › audit › date : « 2025-02-31 » n'a pas la bonne forme. Écrire une date du calendrier, par exemple 2025-11-18.",
    ],
  ],
])('%s', async (_titre, edits, attendu) => {
  await using kit = await editKit(null, edits)
  const lines = formatProblems((await readKit(kit.dir)).problems, 'texte')
    .split('\n')
    .slice(0, -2)
  expect(lines).toEqual(attendu)
})
