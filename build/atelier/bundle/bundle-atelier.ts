import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import type { InlineConfig, Plugin, Rolldown } from 'vite'
import { iconFile, iconNames } from '../../../src/text/index.ts'
import { blocksPlugin } from '../../ground/index.ts'
import { writeValidators } from '../../ground/write-validators.js'
import { layoutModule, nunjucksRuntime } from '../../pages/index.ts'
import { readFonts, readPrintSheets } from '../../paper/index.ts'

/** Files of the app by path, from the folder that it is served from. */
export type AtelierFiles = ReadonlyMap<string, Uint8Array>

/** Compiles scripts and style sheets, and what they load later. `entries`: sources by the name of their output. @throws Vite's errors */
export async function bundleAtelier(home: string, entries: Record<string, string>): Promise<AtelierFiles> {
  const encoder = new TextEncoder()
  const outputs = await atelierOutputs(home, entries)
  return new Map(
    outputs.map(file => {
      const content = file.type === 'chunk' ? file.code : file.source
      return [file.fileName, typeof content === 'string' ? encoder.encode(content) : content]
    }),
  )
}

/** What Vite makes of the app's sources, with the modules that went in; an entry of styles alone has no script. */
export async function atelierOutputs(
  home: string,
  entries: Record<string, string>,
): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const { build } = await import('vite')
  const result = await build(atelierBuild(home, entries))
  if (Array.isArray(result) || !('output' in result)) throw new Error('Vite made more than one bundle')
  return result.output.filter(file => file.type === 'asset' || !file.facadeModuleId?.endsWith('.css'))
}

/** Tells Vite how to make the app from its sources, for every browser that runs it. */
const atelierBuild = (home: string, entries: Record<string, string>): InlineConfig => ({
  root: home,
  base: './',
  configFile: false,
  publicDir: false,
  mode: 'production',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  css: { postcss: { plugins: [blocksPlugin] } },
  plugins: [standIns(home)],
  build: {
    write: false,
    target: ['chrome111', 'firefox121', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, join(home, source)])),
      preserveEntrySignatures: 'strict',
      experimental: { lazyBarrel: true },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'partie-[hash].js',
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.css') ? '[name][extname]' : 'polices/[name]-[hash][extname]',
      },
    },
  },
})

/** A browser compiles no schema and no layout, and reads no folder of icons: modules that hold them stand in. */
const standIns = (home: string): Plugin => {
  // Modules that `stand-ins.d.ts` declares, and that are written here.
  const written: Record<string, () => string | Promise<string>> = {
    'press-layouts': () => layoutModule(home),
    'press-print-styles': printStylesModule,
  }
  const replaced: Record<string, (code: string) => string | Promise<string>> = {
    'src/kit/validator-of.ts': () => writeValidators(home),
    'src/text/icon-files.ts': iconModule,
    // By the grammar of every property a style sheet could be judged, and is not: two thirds of Paged.js.
    'css-tree/data/index.js': () => 'module.exports = { types: {}, atrules: {}, properties: {} }',
    // The map stands on a page of the site that no author writes.
    'build/pages/web/map.ts': () => 'export const departementMap = () => null',
  }
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId: name =>
      name === 'nunjucks-runtime' ? nunjucksRuntime() : Object.hasOwn(written, name) ? `\0${name}` : null,
    async load(id) {
      const write = written[id.slice(1)]
      if (id.startsWith('\0') && write) return write()
      const [, stand] = Object.entries(replaced).find(([source]) => id.endsWith(`/${source}`)) ?? []
      return stand ? stand(readFileSync(id, 'utf8')) : null
    },
    // An author sees the kit's fonts even when they come late; readers see no line move.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = String(file.source).replaceAll('font-display:optional', 'font-display:swap')
    },
  }
}

/** Holds the fonts of the sheets in the app. */
export const SHEET_FONTS = 'polices/papier/'

async function printStylesModule(): Promise<string> {
  const fonts = (await readFonts()).map(({ rule }) => rule.replace('url(/polices/', `url(${SHEET_FONTS}`))
  const sheets = Object.entries({ ...(await readPrintSheets()), fonts: fonts.join('\n') })
  const light = sheets.map(([name, css]) => [name, withoutSpace(css)])
  return `export const printStyles = ${JSON.stringify(Object.fromEntries(light))}`
}

/** A style sheet without comments, and without the white around rules and declarations. */
function withoutSpace(css: string): string {
  const root = parse(css)
  root.walkComments(comment => void comment.remove())
  root.walk(node => {
    Object.assign(node.raws, {
      before: '',
      between: node.type === 'decl' ? ':' : '',
      after: '',
      semicolon: false,
    })
  })
  return root.toString()
}

/** The icons by their names. */
function iconModule(): string {
  const icons = iconNames().map(name => [name, iconFile(name)])
  return `const icons = ${JSON.stringify(Object.fromEntries(icons))}
export const iconFile = name => (Object.hasOwn(icons, name) ? icons[name] : null)
export const iconNames = () => Object.keys(icons)
`
}
