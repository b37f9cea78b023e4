import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

/** What stands around the texts of the site: what it may use, its icon, its links to papers of its own, how its tables move. */
export const framed: Fault[] = [
  changed('a camera that pages may use', 'site/_headers', /.*Permissions-Policy.*\n/, '', {
    surete: [/_headers : Permissions-Policy n’est pas envoyé avec/],
  }),
  changed(
    'an entry of the feed that is another one',
    'site/fiches.atom',
    /(<entry>.*?urn:uuid:)..../,
    '$10000',
    {
      'listes-site': [/« [^»]+ » y a un autre identifiant/],
    },
  ),
  {
    what: 'an icon that phones cut',
    async plant({ dir }) {
      const icon = (name: string) => join(dir, 'site/icones', name)
      await copyFile(icon('icone-512.png'), icon('icone-masque-512.png'))
    },
    finds: {
      'notice-site': [/icone-masque-512\.png : Un téléphone qui découpe l’icône/],
      'listes-site': [/« icones\/icone-masque-512\.png » est gardé sous l’empreinte d’une autre version/],
    },
  },
  changed(
    'a table that the keyboard does not move',
    'site/fiches/planter-un-arbre/index.html',
    / tabindex="0"/,
    '',
    { 'notice-site': [/Le clavier ne fait pas défiler le tableau/] },
  ),
  changed(
    'a licence of another kit',
    'site/mentions-legales/index.html',
    /(<a href=")[^"]*(" rel="external license">CC0)/,
    '$1https://example.org/$2',
    { 'pages-kit': [/La licence mène à https:\/\/example\.org\/ au lieu de https:\/\/creativecommons/] },
  ),
]
