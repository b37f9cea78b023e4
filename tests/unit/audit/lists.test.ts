import { expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { acronymsOf, familiesOf, placesOf, textsIn } from '../../../build/judge/audit/source/lists.ts'
import { editKit } from '../content/edit-kit.ts'

async function kitWith(edits: string) {
  await using dir = await editKit(null, edits)
  const { kit } = await readKit(dir.dir)
  if (!kit) throw new Error('the kit has errors')
  return kit
}

it('lists families in the order of kit.yaml, with what is to come', async () => {
  expect(familiesOf(await kitWith(''))).toEqual([
    { heading: 'Introductives', entries: ['Des repères pour commencer'] },
    { heading: 'Leviers', entries: ['Acheter autrement', 'Contractualiser'] },
    { heading: 'Thématiques', entries: ['Habiter à paraître'] },
  ])
})

it('lists examples under the codes and the countries that their authors wrote', async () => {
  const kit = await kitWith(`
leviers/03-contrats.md
- Une convention engage les deux parties.
+ ::: exemple Un marché · Bastia et Nîmes (2b/30)
+ Deux villes.
+ :::
+
+ ::: exemple Une halle · Corrèze (19)
+ Une place.
+ :::
+
+ ::: exemple Un atelier · Namur (Belgique)
+ Une ville.
+ :::
+
+ ::: exemple Un réseau · Partout
+ Des villes.
+ :::
`)
  const listed = (await placesOf(kit)).map(({ heading, entries }) => [
    heading,
    ...entries.map(({ exemple }) => exemple.titre),
  ])
  expect(listed).toEqual([
    ['19 Corrèze', 'Une halle'],
    ['2B Haute-Corse', 'Un marché'],
    ['30 Gard', 'Un marché'],
    ['69 Rhône', 'Une recyclerie'],
    ['Hors de France', 'Un atelier'],
    ['Autres lieux', 'Un réseau'],
  ])
})

it('lists the acronyms that stand as words of their own, the longest where two fit', async () => {
  const kit = await kitWith(`
sigles.yaml
+ SCIC: Société coopérative d’intérêt collectif
+ R&D: Recherche et développement
+ D: Dé
+ CO: Chambre d’office
+ AMF: Association des maires
introductives/01-reperes.md
- Une première fiche, courte. La suite est dans [[achats]].
+ Des SCICs, une (*R&D*), du CO2, l’INSEE-AMF.
leviers/02-achats.md
- La commande publique soutient l'ESS.
+ La commande publique soutient.
`)
  expect(acronymsOf(kit)).toEqual([
    'R&D Recherche et développement',
    'SCIC Société coopérative d’intérêt collectif',
  ])
})

it('knows the texts of a folder from what lies beside them', () => {
  const beside = ['kit.yaml', 'leviers/LISEZ.txt', 'leviers/README.md', 'images/notes.md', 'a.md']
  const hidden = ['.git/a.md', 'leviers/~$08.md', 'leviers/08-a.nouveau.md', 'leviers/.brouillon.md']
  expect(textsIn([...beside, ...hidden, 'leviers/08-a.md', 'annexes/sous/90.md'])).toEqual([
    'leviers/08-a.md',
    'annexes/sous/90.md',
  ])
})
