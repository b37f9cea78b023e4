import type { PaginatedPart } from '../../../build/paper/page/paginate.ts'
import type { PageOfPart } from '../../../build/paper/page/tab/workbench.ts'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import type { Famille, FichePubliee, Kit } from '../../../src/kit/kit.ts'
import { kitOf as anyKit, ficheOf } from '../../kit.ts'

export const fiche = (numero: number, slug: string, titre = `Fiche ${numero}`): FichePubliee =>
  ficheOf({ numero, slug, titre, famille: 'pratique', mots_cles: [`mot ${numero}`] })

export const itemOf = (one: FichePubliee): Item => ({ kind: 'fiche', id: one.slug, fiche: one })

/** A page of a document. */
export const pageOf = (html: string, rest: Partial<PageOfPart> = {}): PageOfPart => ({
  ...{ html, bottom: 100, ids: [], block: null, heading: null },
  ...rest,
})

/** A document that is paged. */
export const partOf = (one: FichePubliee, pages: PageOfPart[], running = ''): PaginatedPart => ({
  item: itemOf(one),
  html: '',
  running,
  pages,
})

const famille = (id: string, pluriel: string, forme: Famille['forme'], couleur: string): Famille => ({
  ...{ id, singulier: `Fiche ${pluriel.slice(0, -1).toLowerCase()}`, pluriel, forme, couleur },
})

/** A kit without files: two families, as many fiches as a test wants. */
export const kitOf = (fiches: FichePubliee[] = []): Kit =>
  anyKit(
    {
      titre: 'Carnet d’essai',
      sous_titre: 'Pour voir',
      editeur: { nom: 'Atelier' },
      familles: [
        famille('pratique', 'Pratiques', 'disque', 'levier'),
        famille('repere', 'Repères', 'carre', 'thematique'),
      ],
      impression: { couverture: false },
    },
    { fiches },
  )
