import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { bomOf } from '../../../build/release/papers/bom.ts'
import { licencesMarkdown } from '../../../build/release/papers/licences.ts'
import { readShipped } from '../../../build/release/papers/read-shipped.ts'
import { shipped } from '../../../build/release/papers/shipped.ts'
import { home } from '../../e2e/run-kit.ts'

const date = new Date('2030-05-01T00:00:00Z')

async function papers() {
  const { kit } = await readKit('tests/visual/carnet')
  if (!kit) throw new Error('the kit has errors')
  return { kit, components: await readShipped(home) }
}

it('the bill of materials is valid CycloneDX 1.6, and the same twice', async () => {
  const { kit, components } = await papers()
  const artefact = { role: 'epub' as const, path: 'epub/petit-carnet.epub', bytes: 3, sha256: 'a'.repeat(64) }
  const bom = JSON.stringify(bomOf(kit, date, components, [artefact]))
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom)).toBeNull()
  expect(JSON.stringify(bomOf(kit, date, await readShipped(home), [artefact]))).toBe(bom)
  // A fault is seen: the validator is at work.
  expect(
    await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom.replace('"file"', '"livre"')),
  ).not.toBeNull()
})

it('every shipped package is named with its licence and the text of it', async () => {
  const { kit, components } = await papers()
  const text = licencesMarkdown(kit, components)
  for (const { package: name, licence } of shipped)
    expect(text).toMatch(new RegExp(`\\| ${name} \\| [\\d.]+ \\| ${licence} \\|`))
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
  expect(text).toContain('| images/place.png | Atelier des essais | CC0 |')
})

describe('what the site and the styles bring from packages', () => {
  it.each([
    ['layouts/web', /\bfrom '([^'.][^']*)'|\bimport '([^'.][^']*)'/g],
    ['styles', /url\(["']?([@a-z][^"')]*)|@import ["']([@a-z][^"']*)/g],
  ] as const)('%s: nothing but what is declared', async (folder, pattern) => {
    const files = (await readdir(join(home, folder), { recursive: true })).filter(path =>
      /\.(ts|css)$/.test(path),
    )
    const found = new Set<string>()
    for (const path of files) {
      const text = await readFile(join(home, folder, path), 'utf8')
      for (const [, one, other] of text.matchAll(pattern)) {
        const name = /^(@[^/]+\/[^/]+|[^@/]+)/.exec(one ?? other ?? '')?.[1] ?? ''
        if (!/^(data:|https?:|node:)/.test(one ?? other ?? '')) found.add(name)
      }
    }
    const known = new Set(shipped.map(({ package: name }) => name))
    expect([...found].filter(name => !known.has(name))).toEqual([])
  })
})
