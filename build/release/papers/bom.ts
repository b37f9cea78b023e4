import type { Kit } from '../../../src/kit.ts'
import type { Artefact } from '../../disk/manifest.ts'
import type { Shipped } from './shipped.ts'

/** The bill of materials of what ships: CycloneDX 1.6, JSON. Nothing in it depends on when or where it is written.
 *  @see https://cyclonedx.org/docs/1.6/json/ */
export function bomOf(kit: Kit, date: Date, components: readonly Shipped[], artefacts: readonly Artefact[]) {
  const root = `kit:${kit.slug}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: date.toISOString(),
      component: {
        type: 'data',
        'bom-ref': root,
        name: kit.titre,
        version: String(kit.edition.numero ?? kit.edition.mois),
        supplier: { name: kit.editeur.nom },
        licenses: [{ license: { name: [kit.licence.nom, kit.licence.version].filter(Boolean).join(' ') } }],
        components: artefacts.map(({ path, role, sha256 }) => ({
          type: 'file',
          'bom-ref': `${root}/${path}`,
          name: path,
          description: role,
          hashes: [{ alg: 'SHA-256', content: sha256 }],
        })),
      },
    },
    components: components.map(
      ({ package: name, version, author, homepage, sha512, licence, kind, editions, purl }) => ({
        type: kind === 'programme' ? 'library' : 'file',
        'bom-ref': purl,
        ...splitName(name),
        version,
        ...(author ? { author } : {}),
        ...(sha512 ? { hashes: [{ alg: 'SHA-512', content: sha512 }] } : {}),
        licenses: [{ license: { id: licence } }],
        purl,
        ...(homepage ? { externalReferences: [{ type: 'website', url: homepage }] } : {}),
        properties: editions.map(edition => ({ name: 'kit:edition', value: edition })),
      }),
    ),
    dependencies: [{ ref: root, dependsOn: components.map(({ purl }) => purl) }],
  }
}

function splitName(name: string): { group?: string; name: string } {
  const [first = '', second] = name.split('/')
  return second === undefined ? { name: first } : { group: first, name: second }
}
