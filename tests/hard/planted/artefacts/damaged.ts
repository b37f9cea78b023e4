import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'fflate'
import { type Fault, SLUG } from '../planted-edition.ts'
import { changed } from './changed.ts'

const SHAPE = /son contenu n’a pas la forme attendue/

/** A file that is there and that no program can read. */
const unreadable = (
  what: string,
  path: string,
  content: string | Uint8Array,
  finds: Fault['finds'],
): Fault => ({
  what,
  plant: ({ dir }) => writeFile(join(dir, path), content),
  finds,
})

/** Files that are empty, cut or of another format: each is named, and nothing stops. */
export const damaged: Fault[] = [
  {
    what: 'a search of another format',
    plant: async ({ dir, edit }) => {
      await edit('site/recherche.json', () => '{"index":"assets/autre.bin"}')
      await writeFile(
        join(dir, 'site/assets/autre.bin'),
        deflateSync(new TextEncoder().encode('{"mots":[]}')),
      )
    },
    finds: {
      'listes-site': [/Site, assets\/autre\.bin : .*la forme attendue/],
      'recherche-site': [/Site, assets\/autre\.bin : .*la forme attendue/],
    },
  },
  changed('a search that is named by nothing', 'site/recherche.json', /^.*$/s, 'null', {
    'listes-site': [/recherche\.json : .*la forme attendue/],
    'recherche-site': [/recherche\.json : .*la forme attendue/],
  }),
  changed('a map of another format', 'site/donnees/exemples.geojson', /^.*$/s, '{"features":{}}', {
    'donnees-ouvertes': [/exemples\.geojson : .*la forme attendue/],
  }),
  changed('a list of icons that is none', 'site/site.webmanifest', /"icons":\s*\[[\s\S]*?\]/, '"icons": 4', {
    'tetes-site': [/site\.webmanifest : .*la forme attendue/],
  }),
  unreadable('a report of the printer’s file that is cut', 'pdf/rapport-prepresse.json', '{"fichier":', {
    prepresse: [/rapport-prepresse\.json : Aucun programme ne peut lire le fichier/],
  }),
  unreadable('an empty list of the fiches to choose', 'pdf/extrait-liste.json', '{}', {
    extraits: [SHAPE],
  }),
  unreadable('a PDF of a fiche that is none', 'pdf/fiches/01-planter-un-arbre.pdf', 'PDF', {
    'pdf-fiches': [/01-planter-un-arbre\.pdf : Aucun programme/],
    identite: [/01-planter-un-arbre\.pdf : Aucun programme/],
  }),
  unreadable('a printer’s PDF that is empty', `pdf/${SLUG}-impression.pdf`, '', {
    identite: [/-impression\.pdf : Aucun programme/],
    prepresse: [/Le rapport de prépresse a été mesuré sur un autre fichier/],
  }),
]
