import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import { type BlockSheet, iconFile, iconNames } from '../../../src/text/index.ts'
import { siteBlockStyles } from '../../ground/index.ts'
import { writeValidators } from '../../ground/write-validators.js'
import { layoutModule, nunjucksRuntime } from '../../pages/index.ts'
import { readFonts, readPrintSheets } from '../../paper/index.ts'

/** Files of the app by path, from the folder that it is served from. */
export type AtelierFiles = ReadonlyMap<string, Uint8Array>

/** Compiles scripts and style sheets, and what they load later. `entries`: sources by the name of their output. @throws the compiler's errors */
export async function bundleAtelier(home: string, entries: Record<string, string>): Promise<AtelierFiles> {
  const { outputFiles } = await build({ ...atelierBuild(home, entries), write: false })
  const { length } = join(home, 'atelier/')
  return new Map(
    outputFiles.map(({ path, contents }) => [path.slice(length).replaceAll('\\', '/'), contents]),
  )
}

/** Tells esbuild how to make the app from its sources, for every browser that runs it. */
export function atelierBuild(home: string, entries: Record<string, string>): BuildOptions {
  return {
    bundle: true,
    minify: true,
    platform: 'browser',
    target: ['chrome111', 'firefox121', 'safari16.4'],
    charset: 'utf8',
    logLevel: 'silent',
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

/** A browser compiles no schema and no layout, and reads no folder of icons: modules that hold them stand in. */
const standIns = (home: string): Plugin => ({
  name: 'stand-ins',
  setup({ onLoad, onResolve }) {
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
      'src/kit/validator-of.ts': () => writeValidators(home),
      'src/text/icon-files.ts': iconModule,
      // By the grammar of every property a style sheet could be judged, and is not: two thirds of Paged.js.
      'node_modules/css-tree/data/index.js': () =>
        'module.exports = { types: {}, atrules: {}, properties: {} }',
      // The map stands on a page of the site that no author writes.
      'build/pages/web/map.ts': () => 'export const departementMap = () => null',
    }))
      onLoad({ filter: ending(source) }, async ({ path }) => ({
        loader: 'js',
        contents: await write(),
        resolveDir: dirname(path),
      }))
  },
})

const ending = (path: string) => new RegExp(`${path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`)

/** Holds the fonts of the sheets in the app. */
export const SHEET_FONTS = 'polices/papier/'

async function printStylesModule(): Promise<string> {
  const fonts = (await readFonts()).map(({ rule }) => rule.replace('url(/polices/', `url(${SHEET_FONTS}`))
  const sheets = Object.entries({ ...(await readPrintSheets()), fonts: fonts.join('\n') })
  const options = { loader: 'css', minifyWhitespace: true, target: 'esnext' } as const
  const light = await Promise.all(
    sheets.map(async ([name, css]) => [name, (await transform(css, options)).code]),
  )
  return `export const printStyles = ${JSON.stringify(Object.fromEntries(light))}`
}

/** The icons by their names, each without the attributes of its frame and the white between its shapes. */
function iconModule(): string {
  const icons = iconNames()
    .sort()
    .map(name => [
      name,
      iconFile(name)
        ?.replace(/^.*<svg[^>]*>/s, '<svg>')
        .replaceAll(/\n\s*/g, ''),
    ])
  return `const icons = ${JSON.stringify(Object.fromEntries(icons))}
export const iconFile = name => (Object.hasOwn(icons, name) ? icons[name] : null)
export const iconNames = () => Object.keys(icons)
`
}
