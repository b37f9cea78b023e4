import fc from 'fast-check'
import { title } from './law-words.ts'

/** Settings of kit.yaml that replace the faultless kit's own, group by group and key by key. */
export type LawSettings = Record<string, unknown>

const either = <T>(...all: T[]) => fc.constantFrom(...all)
const isbn = either(null, '978-2-487241-05-3')

/** Whatever a kit may say of itself; each group is left as it is in half of the kits. */
export const lawSettings: fc.Arbitrary<LawSettings> = fc.record(
  {
    titre: title.map(text => text.replace(/[\\"]/g, '')),
    sous_titre: fc.oneof(fc.constant(null), title),
    edition: fc.record({
      annee: fc.constant(2026),
      mois: fc.constant('2025-11'),
      statut: either(null, 'version de travail'),
      numero: either(null, 1, 12),
    }),
    editeur: fc.record({
      nom: either(
        'Réseau d’essai',
        'Réseau des collectivités territoriales pour une économie solidaire & sociale',
      ),
      sigle: either(null, 'RE', 'RÉSEAU·X'),
      site: either(null, 'https://reseau.example', 'https://reseau.example/une/page?a=b'),
    }),
    isbn: fc.record({ imprime: isbn, pdf: isbn, epub: isbn }),
    licence: either(
      { nom: 'CC BY-NC-SA', version: '4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
      { nom: 'Licence d’essai', version: null, url: null },
    ),
    imprimeur: either(null, { nom: 'ESAT d’essai', ville: null }),
    mots_etrangers: either({}, { en: ['etc', 'marché'], la: ['achat'] }),
    site: fc
      .tuple(
        either(
          { url: null, base: '/' },
          { url: 'https://kit.example', base: '/' },
          { url: 'https://kit.example', base: '/essai/' },
          { url: 'https://kit.example/essai/', base: '/essai/' },
        ),
        fc.boolean(),
      )
      .map(([address, atelier]) => ({ ...address, atelier })),
    credits: either(
      {},
      {
        'Une direction de la publication et de la coordination': ['Camille Essai'],
        Rédaction: Array.from({ length: 12 }, (_, at) => `Dominique Essai-Deuxième ${at}`),
      },
    ),
    notice: fc.record({
      resume: fc.option(title),
      public: either(null, 'Élu.e.s & agent.e.s'),
      thema: either({}, { KJVG: 'Économie sociale', '1DDF': 'France' }),
    }),
    accessibilite: fc.record({
      audit: either(null, {
        date: '2025-10-01',
        auditeur: 'Cabinet d’essai',
        resultat: '52 % des critères',
        etat: 'partielle',
        url: 'https://audit.example/rapport',
      }),
      contact: either(null, 'acces@reseau.example'),
      schema_pluriannuel: either(null, 'https://reseau.example/schema'),
      plan_actions: either(null, 'https://reseau.example/plan'),
      actions_realisees: either(null, 'https://reseau.example/bilan'),
      etablie_le: either('2025-10-02', '2025-11-30'),
    }),
    reutilisation: fc.record({ word: fc.boolean() }),
    impression: fc.record({
      fond_perdu: either(0, 3, 5),
      encrage_max: either(300, 320, 400),
      reperes: fc.boolean(),
      couverture: fc.boolean(),
      reliure: either('agrafe', 'dos-carre'),
      papier: either({ grammage: 100, main: 1 }, { grammage: 400, main: 3 }),
    }),
    mentions: fc.record({
      directeur_publication: either(null, 'Camille Essai'),
      hebergeur: either(null, 'Hébergeur d’essai, 59000 Lille'),
      contact: either(null, 'contact@reseau.example', '12 rue de l’Essai, 59000 Lille'),
      depot_legal: either(null, 'novembre 2025'),
    }),
  },
  { requiredKeys: [] },
)
