import type { Item } from '../../../src/kit/indexes/listing.ts'
import type { FichePubliee, Kit } from '../../../src/kit/kit.ts'
import { kitOf as anyKit, ficheOf } from '../../kit.ts'

export const fiche = (numero: number, slug: string, titre = `Fiche ${numero}`): FichePubliee =>
  ficheOf({ numero, slug, titre, famille: 'pratique', mots_cles: [`mot ${numero}`] })

export const itemOf = (one: FichePubliee): Item => ({ kind: 'fiche', id: one.slug, fiche: one })

/** A kit without files: two families, as many fiches as a test wants. */
export const kitOf = (fiches: FichePubliee[] = []): Kit =>
  anyKit(
    {
      titre: 'Carnet d’essai',
      sous_titre: 'Pour voir',
      editeur: { nom: 'Atelier' },
      familles: [
        {
          id: 'pratique',
          singulier: 'Fiche pratique',
          pluriel: 'Pratiques',
          forme: 'disque',
          couleur: 'levier',
        },
        {
          id: 'repere',
          singulier: 'Fiche repère',
          pluriel: 'Repères',
          forme: 'carre',
          couleur: 'thematique',
        },
      ],
      impression: { couverture: false },
    },
    { fiches },
  )
