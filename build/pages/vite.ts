import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin } from 'vite'
import { exemples, type Kit, rubriquesOf } from '../../src/kit/index.ts'
import { type Bundle, blocksPlugin } from '../ground/index.ts'
import { siteChartsCss, siteTokensCss } from './web/tokens-css.ts'

const WORKER = 'sw'
export const SCRIPT = 'layouts/web/scripts/index.ts'
const home = fileURLToPath(new URL('../..', import.meta.url))
export const SHEETS = 'styles/web/sheets/'

/** Names of the style sheets of the kinds of pages that the kit has. */
export function sheetsOf(kit: Kit): string[] {
  const { sigles, ressources } = rubriquesOf(kit)
  const hasIndex: Record<string, boolean> = { exemples: exemples(kit).length > 0, sigles, ressources }
  return readdirSync(`${home}${SHEETS}`)
    .map(file => file.replace(/\.css$/, ''))
    .filter(name => name !== 'recherche' && (hasIndex[name] ?? true))
}

const sheets = (kit: Kit) =>
  Object.fromEntries(sheetsOf(kit).map(name => [name, `${home}${SHEETS}${name}.css`]))

/** The same bundle whatever the environment of the build: Vite would look at NODE_ENV. */
const finished = {
  mode: 'production',
  define: { 'import.meta.env.PROD': 'true', 'process.env.NODE_ENV': '"production"' },
} satisfies InlineConfig

/** Oldest browsers that scripts and styles are written for. */
const browsers = ['es2022', 'chrome111', 'firefox121', 'safari16.4']

/** Reads of a room only the files that a script needs, and tells no timings. */
const bundler = {
  experimental: { lazyBarrel: true },
  checks: { bundlerTimings: false },
} satisfies NonNullable<InlineConfig['build']>['rolldownOptions']

/** Options for the sources, in a build and in a server. */
const shared = (kit: Kit) =>
  ({
    base: kit.site.base,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '/assets/scripts': `${home}layouts/web/scripts` } },
    worker: { format: 'es', plugins: () => [withoutIcons], rolldownOptions: bundler },
    plugins: [colours(kit), withoutIcons],
    css: { postcss: { plugins: [blocksPlugin] } },
    build: {
      target: browsers,
      cssMinify: true,
      // The policy of the site forbids data: in style sheets and fonts.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
    },
  }) satisfies InlineConfig

/** Options of `@11ty/eleventy-plugin-vite`, which bundles or serves what the pages of `npx eleventy` name. */
export function viteOptions(kit: Kit): InlineConfig {
  const options = shared(kit)
  return {
    ...options,
    // The plugin adds its pages under the former name; of two names Vite reads the new one alone.
    build: { ...options.build, rollupOptions: bundler },
    // The scripts of the pages read the kit's own code, beside them.
    server: { fs: { allow: [home] } },
  }
}

/** The style sheets, the script and the fonts of a built site, under names made from their content; and the files that pages load of them, by
 *  their source: `styles/web/sheets/commun.css` → `assets/commun-….css`.
 *  @throws Vite's errors */
export async function bundleAssets(
  kit: Kit,
): Promise<{ files: Bundle; sources: Readonly<Record<string, string>> }> {
  // Vite is long to load, and most builds keep what it made.
  const { build } = await import('vite')
  const options = shared(kit)
  const result = await build({
    ...options,
    ...finished,
    // The files name each other: a finished site may move to another folder.
    base: './',
    root: home,
    configFile: false,
    worker: {
      ...options.worker,
      rolldownOptions: { ...bundler, output: { entryFileNames: 'assets/[name]-[hash].js' } },
    },
    build: {
      ...options.build,
      write: false,
      manifest: true,
      rolldownOptions: {
        ...bundler,
        input: {
          [WORKER]: `${home}layouts/web/scripts/service-worker.ts`,
          index: `${home}${SCRIPT}`,
          ...sheets(kit),
        },
        output: {
          // Browsers know a service worker by its address: it keeps its name, and stands above all that it serves.
          entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'assets/[hash].js'),
          chunkFileNames: 'assets/[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  })
  if (Array.isArray(result) || !('output' in result)) throw new Error('Vite made more than one bundle')
  const outputs = result.output.map(
    file => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const,
  )
  const { [MANIFEST]: manifest, ...files } = Object.fromEntries(outputs)
  const entries = Object.entries(JSON.parse(String(manifest)) as ViteManifest)
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? encoder.encode(content) : content,
      ]),
    ),
    sources: Object.fromEntries(entries.map(([source, { file }]) => [source, file])),
  }
}

const encoder = new TextEncoder()

/** @see https://vite.dev/guide/backend-integration */
const MANIFEST = '.vite/manifest.json'
type ViteManifest = Record<string, { file: string }>

/** Adds the kit's colours to the style sheets that cannot know them. */
const colours = (kit: Kit): Plugin => ({
  name: 'kit-colours',
  enforce: 'pre',
  // A server asks for `commun.css?direct`.
  transform: (code, id) => {
    if (/\/sheets\/commun\.css\b/.test(id)) return code + siteTokensCss(kit)
    return /\/sheets\/graphiques\.css\b/.test(id) ? code + siteChartsCss(kit) : null
  },
})

/** Stands in for the one file of src/ that reads a disk: no script of the site draws an icon. */
export const NO_ICONS = 'export const iconFile = () => null\nexport const iconNames = () => []'

const withoutIcons: Plugin = {
  name: 'kit-without-icons',
  enforce: 'pre',
  load: id => (id.endsWith('/src/text/icon-files.ts') ? NO_ICONS : null),
}
