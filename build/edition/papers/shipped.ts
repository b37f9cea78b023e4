import { readFile } from 'node:fs/promises'
import type { Kit } from '../../../src/kit/index.ts'
import packages from './shipped.json' with { type: 'json' }

type Outlet = 'site' | 'pdf' | 'epub' | 'atelier'

/** Work of others in the files of a release, without tools that only make it. */
export type Shipped = {
  package: string
  kind: 'police' | 'dessin' | 'programme' | 'profil'
  editions: readonly Outlet[]
  licence: string
  version: string
  licenceText: string
}

/** Lists what ships with a kit: fonts, drawings, the packages in the scripts of the site and of the atelier (`npm run generate` wrote
 *  them), and the profile of the printer's PDF. */
export async function readShipped({ site, impression }: Kit): Promise<Shipped[]> {
  const list = (packages as Shipped[])
    .map(one => ({ ...one, editions: one.editions.filter(edition => edition !== 'atelier' || site.atelier) }))
    .filter(({ editions }) => editions.length > 0)
  return impression.profil === null ? [...list, await readProfile()] : list
}

const profileNote = new URL('../../press/profiles/README.md', import.meta.url)

/** Reads the press's own profile. Its source is noted beside it. */
async function readProfile(): Promise<Shipped> {
  const name = 'FOGRA39L_coated.icc'
  const note = await readFile(profileNote, 'utf8')
  const version = /`colord-data` ([\d.]+\d)/.exec(note)?.[1]
  if (version === undefined) throw new Error(`${profileNote.pathname} does not say where ${name} comes from`)
  return {
    package: name,
    kind: 'profil',
    editions: ['pdf'],
    licence: 'CC0-1.0',
    version,
    licenceText: note,
  }
}
