import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '../../../src/kit.ts'
import { listFiles, sha256 } from '../../disk/files.ts'
import { readJson } from '../../judge/audit/read/unreadable.ts'
import { count, fault, type Look } from '../../judge/check.ts'
import type { Manifest } from '../manifest.ts'
import type { Installed } from '../papers/read-shipped.ts'

type Released = { kit: Kit; manifest: Pick<Manifest, 'artefacts'>; shipped: readonly Installed[] }

const COMPONENT = { purl: '', version: '', licenses: [{ license: { id: '' } }] }

/** Sums, bill of materials and licences are those of the files that they go with.
 *  @param dir where they lie together */
export async function* judgePapers(dir: string, { kit, manifest, shipped }: Released): Look {
  const text = (name: string) => readFile(join(dir, name), 'utf8')
  const files = listFiles(dir).filter(path => path !== 'SHA256SUMS')
  const sums = new Map(
    (await text('SHA256SUMS')).split('\n').map(line => [line.slice(66), line.slice(0, 64)] as const),
  )
  for (const path of files)
    if (sums.get(path) !== sha256(await readFile(join(dir, path))))
      yield fault('SHA256SUMS', `La somme de ${path} n’y est pas, ou est celle d’un autre contenu.`)

  const bom = readJson('bom.json', await text('bom.json'), {
    metadata: {
      component: { name: '', version: '', components: [{ name: '', hashes: [{ content: '' }] }] },
    },
    components: [COMPONENT],
  })
  const { component } = bom.metadata
  const edition = String(kit.edition.numero ?? kit.edition.mois)
  if (component.name !== kit.titre || component.version !== edition)
    yield fault(
      'bom.json',
      `Il se dit de « ${component.name} », version ${component.version}, et non ${edition}.`,
    )
  const listed = new Map(component.components.map(one => [one.name, one.hashes[0]?.content]))
  for (const { path, sha256 } of manifest.artefacts)
    if (listed.get(path) !== sha256)
      yield fault('bom.json', `${path} n’y est pas, ou sous une autre empreinte.`)
  const parts = new Map(bom.components.map(one => [one.purl, one]))
  const licences = (await text('LICENCES.md')).split('\n')
  for (const { package: name, purl, version, licence } of shipped) {
    const part = parts.get(purl)
    if (part?.version !== version || part.licenses[0]?.license.id !== licence)
      yield fault('bom.json', `${name} ${version} (${licence}) n’y est pas, ou y est autrement.`)
    if (!licences.some(line => line.startsWith(`| ${name} | ${version} | ${licence} |`)))
      yield fault('LICENCES.md', `${name} ${version} (${licence}) n’y est pas.`)
  }
  for (const path of Object.keys(kit.images))
    if (!licences.some(line => line.startsWith(`| ${path} |`)))
      yield fault('LICENCES.md', `L’image ${path} n’y est pas.`)
  return `${count(files.length, 'fichier')}, ${count(shipped.length, 'œuvre')} d’autrui`
}
