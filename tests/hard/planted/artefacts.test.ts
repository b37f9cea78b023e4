import { describe } from 'vitest'
import { beside } from './artefacts/beside.ts'
import { book } from './artefacts/book.ts'
import { counted } from './artefacts/counted.ts'
import { damaged } from './artefacts/damaged.ts'
import { framed } from './artefacts/framed.ts'
import { given } from './artefacts/given.ts'
import { heads } from './artefacts/heads.ts'
import { kept } from './artefacts/kept.ts'
import { leads } from './artefacts/leads.ts'
import { machines } from './artefacts/machines.ts'
import { meant } from './artefacts/meant.ts'
import { moved } from './artefacts/moved.ts'
import { noted } from './artefacts/noted.ts'
import { notice } from './artefacts/notice.ts'
import { pages } from './artefacts/pages.ts'
import { parts } from './artefacts/parts.ts'
import { printer } from './artefacts/printer.ts'
import { screen } from './artefacts/screen.ts'
import { shelf } from './artefacts/shelf.ts'
import { shown } from './artefacts/shown.ts'
import { site } from './artefacts/site.ts'
import { told } from './artefacts/told.ts'
import { unseen } from './artefacts/unseen.ts'
import { used } from './artefacts/used.ts'
import { written } from './artefacts/written.ts'
import { soundEdition } from './sound-edition.ts'

/** Faults by what they spoil, and the controls that look there: all that such a fault may make speak. */
const subjects = {
  'the printer’s PDF': { faults: printer, controls: ['imprimeur', 'identite'] },
  'the screen PDF': {
    faults: screen,
    controls: [
      'mots-pdf',
      'structure',
      'sens-pdf',
      'noms',
      'numeros-pdf',
      'textes-pdf',
      'accessibilite-pdf',
      'identite',
      'pdf-fiches',
      'codes',
    ],
  },
  'the files of the printer and of a fiche': {
    faults: parts,
    controls: ['identite', 'pdf-fiches', 'prepresse', 'imprimeur'],
  },
  'the e-book': {
    faults: [...book, ...notice],
    controls: [
      'mots-epub',
      'structure',
      'index',
      'noms',
      'editeur',
      'liens-epub',
      'accessibilite-epub',
      'surete',
      'tables-livre',
      'dessins',
      'identite',
      'numeros-editions',
    ],
  },
  'the files of the site': {
    faults: site,
    controls: ['mots-site', 'structure', 'index', 'noms', 'listes-site', 'editeur', 'liens-site', 'surete'],
  },
  'what machines read of the site': {
    faults: [...heads, ...machines],
    controls: [
      'tetes-site',
      'editeur',
      'listes-site',
      'donnees-ouvertes',
      'surete',
      'liens-site',
      'reperes-site',
      'pages-kit',
    ],
  },
  'what pages say of fiches and files': {
    faults: pages,
    controls: [
      'structure',
      'noms',
      'dessins',
      'liens-site',
      'reperes-site',
      'pages-kit',
      'tetes-site',
      'surete',
    ],
  },
  'what the site tells of itself': {
    faults: told,
    controls: ['tetes-site', 'donnees-ouvertes', 'dessins', 'surete', 'listes-site', 'liens-site'],
  },
  'what the editions count and number': {
    faults: counted,
    controls: [
      'page-exemples',
      'grille-rgaa',
      'dessins',
      'reperes-site',
      'pages-kit',
      'listes-site',
      'extraits',
    ],
  },
  'what goes out beside the pages': {
    faults: beside,
    controls: ['atelier', 'surete', 'donnees-ouvertes', 'mots-epub', 'extraits', 'pdf-fiches'],
  },
  'what leads under another name': {
    faults: leads,
    controls: [
      'noms',
      'reperes-site',
      'page-exemples',
      'pages-kit',
      'listes-site',
      'recherche-site',
      'liens-site',
    ],
  },
  'what readers keep of the site': { faults: kept, controls: ['listes-site', 'surete'] },
  'what the open data say of places': { faults: given, controls: ['donnees-ouvertes'] },
  'what stands around the texts of the site': {
    faults: framed,
    controls: ['surete', 'listes-site', 'notice-site', 'pages-kit'],
  },
  'the former addresses of the site': {
    faults: moved,
    controls: ['anciennes-adresses', 'tetes-site', 'surete'],
  },
  'what one meets only by looking for it': {
    faults: unseen,
    controls: [
      'liens-pdf',
      'numeros-pdf',
      'noms',
      'pdf-fiches',
      'accessibilite-epub',
      'index',
      'listes-site',
      'pages-kit',
      'page-exemples',
      'reperes-site',
      'tetes-site',
    ],
  },
  'files that no program reads': {
    faults: damaged,
    controls: [
      'listes-site',
      'recherche-site',
      'donnees-ouvertes',
      'tetes-site',
      'prepresse',
      'extraits',
      'pdf-fiches',
      'identite',
    ],
  },
  'what parts say that they are': {
    faults: meant,
    controls: [
      'accords',
      'parties-livre',
      'mots-epub',
      'mots-pdf',
      'pdf-fiches',
      'liens-site',
      'tetes-site',
      'structure',
      'tables-livre',
    ],
  },
  'what is noted beside the pages': {
    faults: noted,
    controls: ['notice-site', 'notice-livre', 'tables-livre', 'editeur'],
  },
  'what a shelf and a network show': { faults: shelf, controls: ['couverture-livre', 'images-partage'] },
  'signs, capitals, lengths and counts': {
    faults: written,
    controls: [
      'mots-site',
      'typographie',
      'pictogrammes',
      'structure',
      'dessins',
      'reperes-site',
      'pages-kit',
      'accords',
      'page-exemples',
      'tetes-site',
      'notice-site',
      'numeros-editions',
      'notice-livre',
      'donnees-ouvertes',
      'codes',
    ],
  },
  'what the programs of the site do': { faults: used, controls: ['usage-site'] },
  'what the site shows': { faults: shown, controls: ['visible-site', 'accessibilite-site'] },
}

const controls = new Set(Object.values(subjects).flatMap(({ controls }) => controls))
const plantEach = soundEdition([...controls])

describe.each(Object.entries(subjects))('planted in %s', (_, { faults, controls }) =>
  plantEach(faults, controls),
)
