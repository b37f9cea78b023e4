import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { Dict } from '../../../object/values.ts'
import type { Sequence } from '../../../tag/read-content.ts'
import { keyOfPiece } from '../../../tag/structure.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'

const paints = ({ text, paths, pictures }: Sequence) => text.trim() !== '' || paths || pictures

export const content: Checkpoint[] = [
  checkpoint('01-003', 'Aucun artefact n’est dans un contenu balisé', ({ pages }) =>
    pages.flatMap(({ number, content: { nestings } }) =>
      nestings
        .filter(({ inner }) => inner.name === 'Artifact')
        .map(() => onPage(number, 'Un artefact est dans un contenu balisé.')),
    ),
  ),
  checkpoint('01-004', 'Aucun contenu balisé n’est dans un artefact', ({ pages }) =>
    pages.flatMap(({ number, content: { nestings } }) =>
      nestings
        .filter(({ inner, outer }) => outer.name === 'Artifact' && inner.id !== null)
        .map(() => onPage(number, 'Un contenu balisé est dans un artefact.')),
    ),
  ),
  checkpoint('01-005', 'Tout contenu est balisé ou artefact', ({ pages, holders }) =>
    pages.flatMap(({ number, content: { strays, sequences } }) => [
      ...strays.map(({ kind, text }) =>
        onPage(
          number,
          kind === 'text'
            ? `Le texte « ${text.slice(0, 40)} » n’est ni balisé ni artefact.`
            : 'Un dessin n’est ni balisé ni artefact.',
        ),
      ),
      ...sequences
        .filter(sequence => sequence.name !== 'Artifact' && paints(sequence))
        .filter(({ id }) => id === null || !holders.has(keyOfPiece({ page: number - 1, id })))
        .map(({ text }) => onPage(number, `« ${text.slice(0, 40)} » n’est dans aucune balise.`)),
    ]),
  ),
  checkpoint('01-007', 'Le fichier est balisé et ne se dit pas suspect', ({ catalog }) => {
    const info = catalog.find('MarkInfo', Dict)
    return [
      ...unless(info?.lookup('Marked') === true, 'Le fichier ne se dit pas balisé (MarkInfo).'),
      ...unless(info?.lookup('Suspects') !== true, 'Ses balises se disent suspectes (Suspects).'),
    ]
  }),
]
