import { type Draft, declared } from '../../src/content/draft.ts'
import type { KitFolder } from '../../src/content/kit-folder.ts'

/** What is read in the place of a file that cannot be shown: other bytes, or null: as if it were not there. */
export type StandIn = Uint8Array | null

/** A folder in which some files are others. One that has gone meanwhile stands in its folder again. */
export const withStandIns = (folder: KitFolder, standIns: ReadonlyMap<string, StandIn>): KitFolder => ({
  ...folder,
  async list(below) {
    const entries = await folder.list(below)
    if (!entries || entries === 'droits') return entries
    const start = below === '' ? '' : `${below}/`
    const given = [...standIns].filter(
      ([file]) => file.startsWith(start) && !file.slice(start.length).includes('/'),
    )
    const names = new Set(given.map(([file]) => file.slice(start.length)))
    return [
      ...entries.filter(({ name }) => !names.has(name)),
      ...given.flatMap(([file, one]) =>
        one === null ? [] : [{ name: file.slice(start.length), kind: 'fichier' as const }],
      ),
    ]
  },
  read(file) {
    const one = standIns.get(file)
    if (one === undefined) return folder.read(file)
    return one === null ? 'absent' : one
  },
})

/** A fiche as one that is to come, so that what leads to it leads somewhere: first by what its front matter says, then by what its
 *  file name says. What is wrong in the one or the other is left out. */
export function announced({ fiches, kit }: Draft, file: string): Uint8Array[] {
  const sheet = fiches.find(one => one.file === file)
  const families = kit?.value?.familles.map(({ id }) => id) ?? []
  const base = file.slice(file.lastIndexOf('/') + 1)
  const name = base.replace(/^\d+-|\.md$/g, '')
  const headValue = (key: string) => (sheet ? declared(sheet, key) : undefined)
  const numero = Number(/^\d+/.exec(base)?.[0] ?? headValue('numero'))
  const famille = families.find(id => id === headValue('famille')) ?? families[0]
  return [
    { slug: headValue('slug'), titre: headValue('titre') },
    { slug: headValue('slug'), titre: name },
    { slug: name, titre: name },
  ].map(({ slug, titre }) => {
    const front = { numero, slug, titre, famille }
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value ?? null)}`)
    return new TextEncoder().encode(`---\n${lines.join('\n')}\nstatut: a-paraitre\n---\n`)
  })
}
