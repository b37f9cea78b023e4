import type { FicheAnnoncee, FichePubliee, Kit, Page } from '../src/kit/kit.ts'
import { fichePublieeSchema } from '../src/kit/schemas/fiche.ts'
import { type KitYaml, kitSchema } from '../src/kit/schemas/kit.ts'
import { fill } from '../src/kit/schemas/schema.ts'
import { readShippedTokens } from '../src/kit/tokens.ts'
import type { Corps } from '../src/text/index.ts'
import { slugify } from '../src/text/names.ts'

// Fiches and kits that lie in no folder. The schemas say what a test leaves out: a new field touches no test.

/** A text without a word. */
export const NO_TEXT: Corps = {
  source: '',
  line: 1,
  texte: '',
  plan: [],
  exemples: [],
  lieux: [],
  chiffres: [],
  ressources: [],
  renvois: [],
  images: [],
  reperes: [],
  mots: 0,
}

export function ficheOf(change: Partial<FichePubliee> = {}): FichePubliee {
  const { numero = 1, slug = 'essai', titre = `Fiche ${numero}`, famille = 'levier' } = change
  const written = { numero, slug, titre, famille, statut: 'publiee', resume: '', maj: '2025-11' } as const
  return {
    ...fill(fichePublieeSchema, written),
    titre_court: titre,
    file: `fiches/${slug}.md`,
    corps: NO_TEXT,
    ...change,
  }
}

export const announcedOf = (numero: number, slug: string, titre: string, famille: string): FicheAnnoncee => ({
  numero,
  slug,
  titre,
  famille,
  statut: 'a-paraitre',
  file: `fiches/${slug}.md`,
})

export const pageOf = (slug: string, titre: string, change: Partial<Page> = {}): Page => ({
  partie: 'liminaires',
  slug,
  titre,
  titre_court: titre,
  gabarit: 'texte',
  statut: 'publiee',
  file: `pages/${slug}.md`,
  corps: NO_TEXT,
  ...change,
})

/** A kit of one family. @param settings what its kit.yaml says otherwise. @param change the rest of it */
export function kitOf(settings: Partial<KitYaml> = {}, change: Partial<Kit> = {}): Kit {
  const written: KitYaml = {
    titre: 'Kit',
    edition: { annee: 2026, mois: '2025-11' },
    editeur: { nom: 'Réseau' },
    licence: { nom: 'CC BY-NC-SA' },
    familles: [
      { id: 'levier', singulier: 'Fiche levier', pluriel: 'Leviers', forme: 'triangle', couleur: 'levier' },
    ],
    ...settings,
  }
  return {
    ...fill(kitSchema, written),
    dir: '/kit',
    slug: slugify(written.titre),
    partenaires: {},
    sigles: {},
    recherche: [],
    tokens: readShippedTokens(),
    fiches: [],
    pages: [],
    images: {},
    ...change,
  }
}
