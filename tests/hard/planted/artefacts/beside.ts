import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

const UNREADABLE = /Aucun programme ne peut lire le fichier : /

/** What goes out beside the pages of readers, and files that no program can open. */
export const beside: Fault[] = [
  changed(
    'an atelier without its program',
    'site/atelier/index.html',
    /<script[^>]*app\.js[^>]*><\/script>/,
    '',
    {
      atelier: [/L’atelier ne s’ouvre pas./],
    },
  ),
  {
    what: 'an atelier whose program stops',
    plant: ({ edit }) => edit('site/atelier/app.js', () => 'throw new Error("cassé")'),
    finds: { atelier: [/Un programme de la page s’arrête : .*cassé/, /L’atelier ne s’ouvre pas/] },
  },
  {
    what: 'an atelier without what sets its sheets',
    plant: ({ dir }) => rm(join(dir, 'site/atelier/presse.js')),
    finds: { atelier: [/« presse\.js » est demandé, et le site ne l’a pas\./] },
  },
  changed('all files kept by browsers for a year', 'site/_headers', 'no-cache', 'public, max-age=31536000', {
    surete: [/(?:sw\.js|recherche\.json) serait gardé longtemps par les navigateurs/],
  }),
  {
    what: 'communes that are not suggested',
    plant: ({ dir }) => writeFile(join(dir, 'site/donnees/communes/v.txt'), ''),
    finds: { 'donnees-ouvertes': [/communes\/v\.txt : Des communes y manquent, ou y sont changées\./] },
  },
  {
    what: 'an e-book cut short',
    async plant({ dir }) {
      const path = join(dir, 'epub/petit-carnet.epub')
      await writeFile(path, (await readFile(path)).subarray(0, 5_000))
    },
    finds: { 'mots-epub': [UNREADABLE], extraits: [UNREADABLE], surete: [UNREADABLE] },
  },
  {
    what: 'a PDF cut short',
    async plant({ dir }) {
      const path = join(dir, 'pdf/fiches/01-planter-un-arbre.pdf')
      await writeFile(path, (await readFile(path)).subarray(0, 500))
    },
    finds: { 'pdf-fiches': [UNREADABLE] },
  },
]
