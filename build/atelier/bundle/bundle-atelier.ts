import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import type { BlockSheet } from '../../../src/markdown/block.ts'
import { siteBlockStyles } from '../../disk/block-styles.ts'
import { layoutModule, nunjucksRuntime } from '../../pages/layout-code.ts'
import { readFonts, readPrintSheets } from '../../pdf/page/assets.ts'
import { writeValidators } from '../../store/write-validators.js'

/** Files of the app by path, from the folder that it is served from. */
export type AtelierFiles = ReadonlyMap<string, Uint8Array>

/** Makes the app: its page's script and style sheet, its Worker, and what they load when it is needed.
 *  @param home folder of the press. @param entries sources that a page or a test loads, by the name of what is made of them
 *  @throws the compiler's errors */
export async function bundleAtelier(home: string, entries: Record<string, string>): Promise<AtelierFiles> {
  const { outputFiles } = await build({ ...atelierBuild(home, entries), write: false })
  return new Map(outputFiles.map(({ path, contents }) => [pathIn(home, path), contents]))
}

/** Paged.js as one script, of its source: two thirds of what its package ships ready-made are the grammar of every property of CSS, by
 *  which a style sheet could be judged and is not.
 *  @param home folder of the press. @throws the compiler's errors */
export async function bundlePagedJs(home: string): Promise<string> {
  const { outputFiles } = await build({ ...pagedJsBuild(home), write: false })
  return new TextDecoder().decode(outputFiles[0]?.contents)
}

/** How the compiler makes Paged.js. */
export function pagedJsBuild(home: string): BuildOptions {
  return {
    ...BROWSER,
    absWorkingDir: home,
    entryPoints: ['pagedjs'],
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'PagedModule',
    plugins: [
      {
        name: 'no-grammar',
        setup: ({ onLoad }) =>
          onLoad({ filter: ending('css-tree/data/index.js') }, () => ({
            contents: 'module.exports = { types: {}, atrules: {}, properties: {} }',
          })),
      },
    ],
  }
}

/** Compiles for every browser that runs the app. */
const BROWSER = {
  bundle: true,
  minify: true,
  platform: 'browser',
  target: ['chrome111', 'firefox121', 'safari16.4'],
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions

/** Tells esbuild how to make the app from its sources. */
export function atelierBuild(home: string, entries: Record<string, string>): BuildOptions {
  return {
    ...BROWSER,
    absWorkingDir: home,
    entryPoints: entries,
    outdir: 'atelier',
    splitting: true,
    format: 'esm',
    entryNames: '[name]',
    chunkNames: 'partie-[hash]',
    assetNames: 'polices/[name]-[hash]',
    loader: { '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [standIns(home)],
  }
}

const pathIn = (home: string, path: string) =>
  path.slice(join(home, 'atelier').length + 1).replaceAll('\\', '/')

/** A browser compiles no schema and no layout, and reads no folder of icons: modules that hold them stand in. */
const standIns = (home: string): Plugin => ({
  name: 'stand-ins',
  setup({ onLoad, onResolve, resolve }) {
    // An author sees the kit's fonts even when they come late; readers see no line move.
    onLoad({ filter: ending('styles/web/fonts.css') }, ({ path }) => ({
      loader: 'css',
      contents: readFileSync(path, 'utf8').replaceAll('font-display: optional', 'font-display: swap'),
    }))
    onLoad({ filter: /styles[/\\]web[/\\]sheets[/\\]\w+\.css$/ }, ({ path }) => ({
      loader: 'css',
      contents: readFileSync(path, 'utf8').replace(/@blocks (\w+);/, '@import "blocks:$1";'),
    }))
    onResolve({ filter: /^blocks:/ }, ({ path }) => ({
      path: path.slice('blocks:'.length),
      namespace: 'blocks',
    }))
    onLoad({ filter: /./, namespace: 'blocks' }, ({ path }) => ({
      loader: 'css',
      contents: siteBlockStyles(path as BlockSheet),
    }))
    // The readers of Markdown and of HTML each have their own copy of one version: its tables are a fiftieth of the app.
    onResolve({ filter: /^entities(?:\/|$)/ }, ({ path, kind, pluginData }) =>
      pluginData === once
        ? null
        : resolve(path, { kind, resolveDir: join(home, 'node_modules/markdown-it'), pluginData: once }),
    )
    onResolve({ filter: /^nunjucks-runtime$/ }, () => ({ path: nunjucksRuntime() }))
    // Modules that `stand-ins.d.ts` declares, and that are written here.
    for (const [name, write] of Object.entries<() => string | Promise<string>>({
      'press-layouts': () => layoutModule(home),
      'press-print-styles': printStylesModule,
    })) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'press' }))
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'press' }, async () => ({
        contents: await write(),
      }))
    }
    for (const [source, write] of Object.entries<() => string | Promise<string>>({
      'src/content/validator-of.ts': () => writeValidators(home),
      'src/markdown/icon-files.ts': iconModule,
      // One symbology of those that the package has.
      'node_modules/jsbarcode/bin/barcodes/EAN_UPC/index.js': () =>
        "exports.EAN13 = require('./EAN13.js').default",
      // No text of a kit is made a link unasked.
      'node_modules/linkify-it/build/index.mjs': () => 'export class LinkifyIt {}',
      // Its tables are those that a browser has: which characters are punctuation and symbols.
      'node_modules/uc.micro/build/index.mjs': () =>
        String.raw`export const P = /\p{P}/u, S = /\p{S}/u, Z = /\p{Z}/u, Cc = /\p{Cc}/u, Cf = /\p{Cf}/u, Any = /[^]/u`,
      // The map stands on a page of the site that no author writes.
      'src/web/map.ts': () => 'export const departementMap = () => null',
    }))
      onLoad({ filter: ending(source) }, async ({ path }) => ({
        loader: 'js',
        contents: await write(),
        resolveDir: dirname(path),
      }))
  },
})

/** Marks an import that this plugin is resolving already. */
const once = Symbol('once')

const ending = (path: string) => new RegExp(`${path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`)

/** Holds the fonts of the sheets in the app. */
export const SHEET_FONTS = 'polices/papier/'

async function printStylesModule(): Promise<string> {
  const fonts = (await readFonts()).map(({ rule }) => rule.replace('url(/polices/', `url(${SHEET_FONTS}`))
  const sheets = Object.entries({ ...(await readPrintSheets()), fonts: fonts.join('\n') })
  const light = await Promise.all(sheets.map(async ([name, css]) => [name, await withoutComments(css)]))
  return `export const printStyles = ${JSON.stringify(Object.fromEntries(light))}`
}

const withoutComments = async (css: string) =>
  (await transform(css, { loader: 'css', minifyWhitespace: true, target: 'esnext' })).code

/** The icons as two texts, a line a drawing: a module of two thousand would be parsed before anything is drawn, and apart, names and
 *  drawings compress better. Old names of a drawing stand beside its new one. */
function iconModule(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')
  const namesOf = new Map<string, string[]>()
  for (const file of readdirSync(folder).filter(file => file.endsWith('.svg'))) {
    const shapes = shapesIn(readFileSync(join(folder, file), 'utf8'))
    namesOf.set(shapes, [...(namesOf.get(shapes) ?? []), basename(file, '.svg')])
  }
  const lines = (list: Iterable<string>) => JSON.stringify([...list].join('\n'))
  return `const names = ${lines([...namesOf.values()].map(list => list.join(' ')))}.split('\\n')
const shapes = ${lines(namesOf.keys())}.split('\\n')
const files = new Map(names.flatMap((line, at) => line.split(' ').map(name => [name, shapes[at]])))
const signs = ${JSON.stringify(SIGNS)}
export const iconFile = name =>
  files.has(name) ? '<svg>' + signs.reduceRight((text, [words, sign]) => text.replaceAll(sign, words), files.get(name)) + '</svg>' : null
export const iconNames = () => [...files.keys()].sort()
`
}

/** Maps the strings that drawings repeat most to one sign each. Later rows use the signs of earlier ones. No drawing contains such a sign. */
const SIGNS = [
  ['<path d="M', '~'],
  ['<path d="m', '`'],
  ['"/>', '^'],
  ['<circle cx="', '!'],
  ['<rect width="', '#'],
  ['" height="', '$'],
  ['" cy="', '%'],
  ['" r="', '&'],
  ['" rx="', '@'],
  [' 0', '*'],
  ['a2 2', '?'],
  ['1 1**', '|'],
  ['^~', ':'],
  ['**', ';'],
] as const

/** Takes the shapes of a drawing from between its `<svg>` tags, with signs for repeated strings. */
const shapesIn = (svg: string) =>
  SIGNS.reduce(
    (shapes, [words, sign]) => shapes.replaceAll(words, sign),
    svg
      .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.indexOf('</svg>'))
      .replace(/\s*\n\s*| (?=\/>)/g, ''),
  )
