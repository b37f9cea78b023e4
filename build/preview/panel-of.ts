import { sitePath } from '../../src/addresses.ts'
import { type Item, sequence } from '../../src/indexes/sequence.ts'
import { panel } from './panel.ts'
import type { Snapshot } from './snapshot.ts'

/** The panel of the page at `path`. */
export const panelOf = (path: string, snapshot: Snapshot): string =>
  panel(snapshot, {
    about: aboutOf(path, snapshot),
    isShown: snapshot.pages.has(path) || itemAt(path, snapshot) !== undefined,
    links: linksOf(path, snapshot),
  })

/** Whether a file is shown there: on a fiche or a page, its text and the pictures in it; on any other, what is no text of its own:
 *  the settings, and what is wrong with the folder. */
function aboutOf(path: string, { glance, kit }: Snapshot): (file: string) => boolean {
  const slug = /^\/(?:fiches|pages|papier)\/([^/]+)\/?$/.exec(path)?.[1]
  const sheet = glance.sheets.find(one => one.slug === slug && slug !== undefined)
  if (!sheet) {
    const sheets = new Set(glance.sheets.map(({ file }) => file))
    return file => !sheets.has(file)
  }
  const shown = [...(kit?.fiches ?? []), ...(kit?.pages ?? [])].find(({ file }) => file === sheet.file)
  const pictures = new Set(shown && 'corps' in shown ? shown.corps.images.map(one => one.path) : [])
  return file => file === sheet.file || pictures.has(file)
}

/** The other views, by their address: from the site to paper and back. */
function linksOf(path: string, snapshot: Snapshot): Record<string, string> {
  if (path === '/papier/') return { '/': 'Voir le site' }
  const links = { '/papier/': 'Toutes les fiches' }
  const item = itemAt(path, snapshot)
  if (!item || path === '/') return links
  if (path !== paperPath(item)) return { ...links, [paperPath(item)]: 'Aperçu papier' }
  return snapshot.pages.has(sitePath(item)) ? { ...links, [sitePath(item)]: 'Voir la page du site' } : links
}

const paperPath = ({ id }: Item) => `/papier/${id}/`

const itemAt = (path: string, { kit }: Snapshot): Item | undefined =>
  (kit ? sequence(kit) : []).find(one => [sitePath(one), paperPath(one)].includes(path))
