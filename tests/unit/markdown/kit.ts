import { readFileSync } from 'node:fs'
import type { Corps, FichePubliee, Kit, Tokens } from '../../../src/kit.ts'
import { parseBody } from '../../../src/markdown/parse.ts'
import { plainSettings } from '../plain-settings.ts'

const tokens = JSON.parse(
  readFileSync(new URL('../../../styles/tokens.json', import.meta.url), 'utf8'),
) as Tokens

/** A fiche with this body; the body's first line is line 1 of its file. */
export function ficheOf(corps: Corps, more: Partial<FichePubliee> = {}): FichePubliee {
  return {
    numero: 8,
    slug: 'essai',
    titre: 'Une fiche d’essai',
    titre_court: 'Essai',
    famille: 'levier',
    file: 'leviers/08-essai.md',
    statut: 'publiee',
    resume: '',
    soutien: [],
    mots_cles: [],
    maj: '2025-11',
    anciens_slugs: [],
    corps,
    ...more,
  }
}

/** A kit of one fiche to render, one to refer to, one announced, a page, two acronyms and a picture. */
export function kitOf(fiche: FichePubliee, more: Partial<Kit> = {}): Kit {
  const { corps } = parseBody('', { file: 'x.md', firstLine: 1 })
  return {
    ...plainSettings,
    dir: '/kit',
    slug: 'kit',
    titre: 'Kit',
    sous_titre: null,
    edition: { annee: 2026, mois: '2025-11', statut: null, numero: null },
    editeur: { nom: 'Réseau', sigle: null, site: null },
    isbn: { imprime: null, pdf: null, epub: null },
    licence: { nom: 'CC BY-NC-SA', version: null, url: null },
    credits: {},
    familles: [
      { id: 'levier', singulier: 'Fiche levier', pluriel: 'Leviers', forme: 'triangle', couleur: 'levier' },
    ],
    site: { url: null, base: '/kit/', atelier: false },
    sigles: { ESS: 'Économie sociale et solidaire', SCIC: 'Société coopérative d’intérêt collectif' },
    tokens,
    fiches: [
      fiche,
      ficheOf(corps, { numero: 9, slug: 'achats', titre: 'Acheter autrement', titre_court: 'Les achats' }),
      {
        numero: 18,
        slug: 'culture',
        titre: 'Culture & ESS',
        famille: 'levier',
        file: 'leviers/18-culture.md',
        statut: 'a-paraitre',
      },
    ],
    pages: [
      {
        partie: 'liminaires',
        slug: 'avant-propos',
        titre: 'Avant-propos',
        titre_court: 'Avant-propos',
        gabarit: 'texte',
        file: 'liminaires/avant-propos.md',
        corps,
      },
    ],
    images: {
      'images/marche.png': { credit: 'Photo : A. Martin', licence: 'CC BY', alt: null, pixels: null },
    },
    ...more,
  }
}
