import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, InlineConfig, Plugin } from 'vite'
import type { Kit } from '../../src/kit.ts'
import { metaPolicy } from './policy.ts'
import { siteTokensCss } from './tokens-css.ts'

const TOKENS = '/assets/tokens.css'
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The fonts of the first screen: text, and the titles. The others come when a page needs them. */
const preloaded = ['source-sans-3-latin-400-normal', 'bricolage-grotesque-latin-700-normal']

/** What Vite makes of the pages that Eleventy wrote: one style sheet and one script under names made from their content. */
export function viteOptions(kit: Kit): InlineConfig {
  return {
    base: kit.site.base,
    appType: 'mpa',
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '@fontsource': `${modules}/@fontsource` } },
    plugins: [tokens(kit), headOf()],
    build: {
      target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
      cssCodeSplit: false,
      cssMinify: true,
      // The policy of the site forbids data: in style sheets and fonts.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        output: {
          entryFileNames: 'assets/[hash].js',
          chunkFileNames: 'assets/[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  }
}

/** Serves the kit's colours as a style sheet that no file holds. */
function tokens(kit: Kit): Plugin {
  return {
    name: 'kit-tokens',
    enforce: 'pre',
    resolveId: source => (source === TOKENS ? TOKENS : null),
    load: id => (id === TOKENS ? siteTokensCss(kit) : null),
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
      handler(_html, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter(
          file => file.endsWith('.woff2') && preloaded.some(name => file.includes(`/${name}-`)),
        )
        const policy: HtmlTagDescriptor = {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy() },
          injectTo: 'head-prepend',
        }
        return [
          policy,
          ...fonts.sort().map(
            (file): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: {
                rel: 'preload',
                href: `${base}${file}`,
                as: 'font',
                type: 'font/woff2',
                crossorigin: true,
              },
              injectTo: 'head-prepend',
            }),
          ),
        ]
      },
    },
  }
}
