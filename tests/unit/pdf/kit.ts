import { NO_TEXT } from '../../../src/indexes/listing.ts'
import type { Item } from '../../../src/indexes/sequence.ts'
import type { Couleur, FichePubliee, Forme, Kit, Tokens } from '../../../src/kit.ts'
import { plainSettings } from '../plain-settings.ts'

const couleur = (hex: string): Couleur => ({ hex, cmyk: [0, 0, 0, 0] })
const shades = (hex: string): Tokens['familles'][string] => ({
  solid: couleur(hex),
  deep: couleur(hex),
  mid: couleur(hex),
  light: couleur(hex),
  tint: couleur('#f3eef7'),
  epub: '#000000',
})

export function fiche(numero: number, slug: string, titre = `Fiche ${numero}`): FichePubliee {
  return {
    numero,
    slug,
    titre,
    titre_court: titre,
    famille: 'pratique',
    statut: 'publiee',
    file: `pratiques/${slug}.md`,
    resume: '',
    soutien: [],
    mots_cles: [`mot ${numero}`],
    maj: '2031-03',
    anciens_slugs: [],
    corps: NO_TEXT,
  }
}

export const itemOf = (one: FichePubliee): Item => ({ kind: 'fiche', id: one.slug, fiche: one })

/** A kit without files: two families, as many fiches as a test wants. */
export function kitOf(fiches: FichePubliee[] = []): Kit {
  const forme: Forme = 'disque'
  return {
    ...plainSettings,
    impression: { ...plainSettings.impression, couverture: false },
    dir: '/nulle-part',
    slug: 'carnet',
    titre: 'Carnet d’essai',
    sous_titre: 'Pour voir',
    edition: { annee: 2031, mois: '2031-03', statut: null, numero: null },
    editeur: { nom: 'Atelier', sigle: null, site: null },
    isbn: { imprime: null, pdf: null, epub: null },
    licence: { nom: 'CC0', version: null, url: null },
    credits: {},
    familles: [
      { id: 'pratique', singulier: 'Fiche pratique', pluriel: 'Pratiques', forme, couleur: 'prune' },
      { id: 'repere', singulier: 'Fiche repère', pluriel: 'Repères', forme: 'carre', couleur: 'prune' },
    ],
    site: { url: null, base: '/', atelier: false },
    sigles: {},
    tokens: {
      familles: { prune: shades('#59296b') },
      neutre: {
        texte: couleur('#1f1f1d'),
        gris: couleur('#646463'),
        filet: couleur('#d0d0d0'),
        papier: couleur('#ffffff'),
      },
      web: { fond: '#f1f1f1' },
    },
    fiches,
    pages: [],
    images: {},
  } as Kit
}
