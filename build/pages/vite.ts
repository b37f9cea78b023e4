import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin } from 'vite'
import { exemples } from '../../src/indexes/exemples.ts'
import { rubriquesOf } from '../../src/indexes/indexes.ts'
import type { Kit } from '../../src/kit.ts'
import { siteChartsCss, siteTokensCss } from '../../src/web/tokens-css.ts'
import { blocksPlugin } from '../disk/block-styles.ts'
import { metaPolicy } from './policy.ts'

const TOKENS = '/assets/tokens.css'
const WORKER = 'sw'
const home = fileURLToPath(new URL('../..', import.meta.url))
const SHEETS = `${home}styles/web/sheets/`

/** The fonts of the first screen: text, and titles. Italics come when a page needs them. */
const preloaded = ['source-sans-3-latin-wght-normal', 'bricolage-grotesque-latin-wght-normal']

/** Names of the style sheets of the kinds of pages that the kit has. */
export function sheetsOf(kit: Kit): string[] {
  const { sigles, ressources } = rubriquesOf(kit)
  const listed: Record<string, boolean> = { exemples: exemples(kit).length > 0, sigles, ressources }
  return readdirSync(SHEETS)
    .map(file => file.replace(/\.css$/, ''))
    .filter(name => name !== 'commun' && name !== 'recherche' && (listed[name] ?? true))
}

const sheets = (kit: Kit) => Object.fromEntries(sheetsOf(kit).map(name => [name, `${SHEETS}${name}.css`]))

const wholeFonts = `${home}node_modules/@fontsource-variable`

/** Authors see the fonts even when the sources come slowly; readers see no line move. */
const patient: InlineConfig = {
  css: {
    postcss: {
      plugins: [
        blocksPlugin,
        {
          postcssPlugin: 'kit-patient-fonts',
          Declaration: {
            'font-display': declaration => {
              declaration.value = 'swap'
            },
          },
        },
      ],
    },
  },
}

/** The same bundle whatever the environment of the build: Vite would look at NODE_ENV. */
const finished = {
  mode: 'production',
  css: { postcss: { plugins: [blocksPlugin] } },
  define: { 'import.meta.env.PROD': 'true', 'process.env.NODE_ENV': '"production"' },
} satisfies InlineConfig

/** What the scripts and styles of the site are written down to. */
const browsers = ['es2022', 'chrome111', 'firefox121', 'safari16.4']

/** How Vite makes of the sources the common style sheet, those of each kind of page, and one script, under names made from their content.
 *  @param fonts where the fonts are taken from: whole ones while authors work, else those cut to the kit's characters */
export function viteOptions(kit: Kit, fonts = wholeFonts): InlineConfig {
  return {
    ...(fonts === wholeFonts ? patient : finished),
    base: kit.site.base,
    appType: 'mpa',
    publicDir: false,
    logLevel: 'warn',
    // The scripts of the pages read the kit's own code, beside them.
    resolve: { alias: { '@fontsource-variable': fonts, '/assets/scripts': `${home}layouts/web/scripts` } },
    server: { fs: { allow: [home] } },
    plugins: [tokens(kit), workers(), headOf()],
    build: {
      target: browsers,
      cssMinify: true,
      // The policy of the site forbids data: in style sheets and fonts.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { [WORKER]: `${home}layouts/web/scripts/service-worker.ts`, ...sheets(kit) },
        output: {
          // Browsers know a service worker by its address: it keeps its name, and stands above all that it serves.
          entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'assets/[hash].js'),
          chunkFileNames: 'assets/[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  }
}

/** A Vite that serves the sources while authors work; the pages and the kit's colours are not its business. */
export function previewViteOptions(root: string, cacheDir: string): InlineConfig {
  return {
    root,
    cacheDir: `${cacheDir}/vite`,
    configFile: false,
    appType: 'custom',
    publicDir: false,
    logLevel: 'error',
    clearScreen: false,
    resolve: { alias: { '@fontsource-variable': wholeFonts } },
    ...patient,
    // The scripts of the pages import nothing from packages.
    optimizeDeps: { noDiscovery: true, include: [] },
  }
}

/** Serves the kit's colours as a style sheet that no file holds, and adds those of charts to their sheet. */
function tokens(kit: Kit): Plugin {
  return {
    name: 'kit-tokens',
    enforce: 'pre',
    resolveId: source => (isTokens(source) ? source : null),
    load: id => (isTokens(id) ? siteTokensCss(kit) : null),
    transform: (code, id) => (id === `${SHEETS}graphiques.css` ? code + siteChartsCss(kit) : null),
  }
}

// The development server asks with `?direct`.
const isTokens = (id: string) => id.split('?')[0] === TOKENS

/** `new Worker(new URL('./x.ts', import.meta.url), { type: 'module' })`, as Vite knows it. */
const NEW_WORKER = /new Worker\(new URL\('(\.[^']*\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/g

/** Has esbuild bundle each worker: Vite makes a bundle of its own of each, of all its many modules, in several times the time. */
function workers(): Plugin {
  return {
    name: 'kit-workers',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      const workers = [...code.matchAll(NEW_WORKER)]
      if (workers.length === 0) return null
      // Most builds keep their bundle and do without.
      const { build } = await import('esbuild')
      let changed = code
      for (const [written, path = ''] of workers) {
        const { outputFiles } = await build({
          entryPoints: [join(dirname(id), path)],
          bundle: true,
          write: false,
          format: 'esm',
          minify: true,
          target: browsers,
          define: finished.define,
          legalComments: 'none',
          logLevel: 'silent',
        })
        const [bundle] = outputFiles
        if (!bundle) throw new Error(`esbuild made nothing of ${path}`)
        const file = this.emitFile({ type: 'asset', name: 'worker.js', source: bundle.contents })
        changed = changed.replace(
          written,
          `new Worker(import.meta.ROLLUP_FILE_URL_${file}, { type: 'module' })`,
        )
      }
      return changed
    },
  }
}

/** Adds to each page what is known only once the bundle is made: its policy, and the fonts to fetch first. */
function headOf(): Plugin {
  let base = '/'
  return {
    name: 'kit-head',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const fonts = Object.keys(bundle)
          .filter(file => preloaded.some(name => file.includes(`/${name}-`)))
          .sort()
        const links = fonts.map(
          file => `<link rel="preload" href="${base}${file}" as="font" type="font/woff2" crossorigin>`,
        )
        const policy = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy()}">`
        // Before anything that loads, and after the encoding, which must stand in the first kilobyte.
        return html.replace('<meta charset="utf-8">', charset => [charset, policy, ...links].join('\n'))
      },
    },
  }
}
