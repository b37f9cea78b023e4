import type { Checkpoint } from '../checkpoint.ts'
import { alternatives } from './alternatives.ts'
import { archive } from './archive.ts'
import { archiveObjects } from './archive-objects.ts'
import { content } from './content.ts'
import { fields } from './fields.ts'
import { fonts } from './fonts.ts'
import { foreign } from './foreign.ts'
import { headings } from './headings.ts'
import { kit } from './kit.ts'
import { language } from './language.ts'
import { metadata } from './metadata.ts'
import { roles } from './roles.ts'
import { syntax } from './syntax.ts'

/** All that a program looks for, in the order of the protocol. */
export const checkpoints: readonly Checkpoint[] = [
  ...content,
  ...roles,
  ...metadata,
  ...syntax,
  ...language,
  ...alternatives,
  ...headings,
  ...foreign,
  ...fields,
  ...fonts,
  ...kit,
  ...archive,
  ...archiveObjects,
].toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** What only a person can judge, and what the kit's files cannot have. */
export const unchecked: readonly { id: string; title: string; why: 'personne' | 'sans objet' }[] = [
  { id: '01-001', title: 'Rien d’utile n’est balisé qui ne serait qu’un décor', why: 'personne' },
  { id: '01-002', title: 'Rien d’utile n’est marqué comme décor', why: 'personne' },
  { id: '01-006', title: 'Les types de balises conviennent à ce qu’elles contiennent', why: 'personne' },
  { id: '02-002', title: 'Les correspondances de types gardent leur sens', why: 'personne' },
  { id: '03-001', title: 'Rien ne clignote', why: 'sans objet' },
  { id: '04-001', title: 'Rien n’est dit par la couleur seule ; les contrastes suffisent', why: 'personne' },
  { id: '05-001', title: 'Rien n’est dit par le son seul', why: 'sans objet' },
  { id: '06-004', title: 'Le titre désigne le document', why: 'personne' },
  { id: '08-001', title: 'Le texte reconnu est juste', why: 'sans objet' },
  { id: '09-001', title: 'L’ordre de lecture a un sens', why: 'personne' },
  { id: '09-002', title: 'Les balises s’emboîtent avec sens', why: 'personne' },
  { id: '09-003', title: 'Les balises disent ce que les mots sont', why: 'personne' },
  { id: '11-005', title: 'La langue des noms de champs est dite', why: 'sans objet' },
  { id: '11-007', title: 'La langue dite est celle du texte', why: 'personne' },
  { id: '12-001', title: 'Les signes étirés se lisent comme un caractère', why: 'sans objet' },
  { id: '13-001', title: 'Les dessins qui disent quelque chose sont des figures', why: 'personne' },
  { id: '13-002', title: 'Le fond d’un lien est décrit s’il dit quelque chose', why: 'personne' },
  { id: '13-003', title: 'Les légendes sont balisées comme telles', why: 'personne' },
  { id: '13-005', title: 'Les figures sont décrites plutôt que remplacées', why: 'personne' },
  { id: '13-006', title: 'Les dessins qui n’ont de sens qu’ensemble font une figure', why: 'personne' },
  { id: '13-007', title: 'Aucune forme plus accessible ne pouvait servir', why: 'personne' },
  { id: '13-008', title: 'Une image de texte dit son texte', why: 'sans objet' },
  { id: '14-001', title: 'Tous les titres sont balisés comme titres', why: 'personne' },
  { id: '14-004', title: 'Les niveaux de titres sont en chiffres arabes', why: 'personne' },
  { id: '14-005', title: 'Aucun titre n’est d’un septième niveau', why: 'personne' },
  { id: '15-001', title: 'Les en-têtes de lignes sont balisés comme tels', why: 'personne' },
  { id: '15-002', title: 'Les en-têtes de colonnes sont balisés comme tels', why: 'personne' },
  { id: '15-004', title: 'Les tableaux ne servent pas à la mise en page', why: 'personne' },
  { id: '15-005', title: 'L’en-tête de chaque cellule est certain', why: 'personne' },
  { id: '16-001', title: 'Les listes ordonnées disent leur numérotation', why: 'personne' },
  { id: '16-002', title: 'Cette numérotation est la bonne', why: 'personne' },
  { id: '16-003', title: 'Toutes les listes sont balisées comme listes', why: 'personne' },
  { id: '17-001', title: 'Les formules sont balisées comme telles', why: 'sans objet' },
  { id: '17-003', title: 'Les formules se lisent en caractères', why: 'sans objet' },
  { id: '18-001', title: 'Les titres courants et les pieds de page sont des artefacts', why: 'personne' },
  { id: '18-002', title: 'Ces artefacts disent qu’ils sont en tête ou en pied', why: 'personne' },
  { id: '19-001', title: 'Les appels de notes sont balisés', why: 'sans objet' },
  { id: '19-002', title: 'Les notes sont balisées', why: 'sans objet' },
  { id: '22-001', title: 'Les fils d’articles suivent l’ordre de lecture', why: 'sans objet' },
  { id: '23-001', title: 'Les signatures sont accessibles', why: 'sans objet' },
  { id: '24-001', title: 'Les formulaires à imprimer sont balisés', why: 'sans objet' },
  { id: '26-002', title: 'Le chiffrement laisse lire', why: 'sans objet' },
  { id: '27-001', title: 'Les signets suivent l’ordre de lecture', why: 'personne' },
  { id: '28-001', title: 'Les liens suivent l’ordre de lecture', why: 'personne' },
  { id: '28-003', title: 'Les objets posés sur la page disent ce qu’ils sont', why: 'personne' },
  { id: '28-013', title: 'Aucune carte cliquable', why: 'sans objet' },
  { id: '28-018', title: 'Les repères d’impression sont des artefacts', why: 'sans objet' },
  { id: '29-001', title: 'Aucun programme ne presse le lecteur', why: 'sans objet' },
  { id: '31-002', title: 'Codage des polices composées : Ordering', why: 'sans objet' },
  { id: '31-003', title: 'Codage des polices composées : Supplement', why: 'sans objet' },
  { id: '31-006', title: 'Codage des polices composées : CMap', why: 'sans objet' },
  { id: '31-007', title: 'Codage des polices composées : WMode', why: 'sans objet' },
  { id: '31-008', title: 'Codage des polices composées : CMap cité', why: 'sans objet' },
  { id: '31-012', title: 'Listes de dessins des polices Type 1', why: 'sans objet' },
  { id: '31-013', title: 'Listes de dessins des polices Type 1', why: 'sans objet' },
  { id: '31-015', title: 'Listes de dessins des polices composées', why: 'sans objet' },
  ...[17, 18, 20, 21, 22, 23, 24, 25, 26].map(number => ({
    id: `31-0${number}`,
    title: 'Codage des polices TrueType simples',
    why: 'sans objet' as const,
  })),
]
