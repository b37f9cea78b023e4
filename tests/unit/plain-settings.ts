import type { Kit } from '../../src/kit.ts'

/** What kit.yaml says of a kit whose author has set nothing of it: the part that all kits of the tests have in common. */
export const plainSettings = {
  imprimeur: null,
  notice: { resume: null, public: null, thema: {} },
  reutilisation: { word: false },
  impression: {
    profil: null,
    fond_perdu: 3,
    encrage_max: 300,
    reperes: true,
    couverture: true,
    reliure: 'agrafe',
    papier: { grammage: 100, main: 1 },
  },
  mentions: { directeur_publication: null, hebergeur: null, contact: null, depot_legal: null },
  accessibilite: {
    audit: null,
    etat: null,
    contact: null,
    schema_pluriannuel: null,
    plan_actions: null,
    actions_realisees: null,
    etablie_le: null,
    mise_a_jour: null,
  },
  mots_etrangers: {},
  partenaires: {},
  recherche: [],
} satisfies Partial<Kit>
