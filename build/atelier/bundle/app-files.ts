import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bundle, type Cache, kept, pack, unpack } from '../../ground/index.ts'
import { directives, writePolicy } from '../../pages/index.ts'
import { readFonts } from '../../paper/index.ts'
import { offlineFiles, withOfflineFiles } from '../../site/index.ts'
import { type AtelierFiles, bundleAtelier, SHEET_FONTS } from './bundle-atelier.ts'

/** Sources of the app, by the name of what is made of each. */
export const atelierEntries = {
  app: 'build/atelier/app/main.ts',
  worker: 'build/atelier/worker/worker.ts',
  presse: 'build/atelier/paper/press.ts',
  sw: 'build/atelier/app/offline.ts',
  site: 'styles/atelier/site.css',
  atelier: 'styles/atelier/app.css',
}

const home = fileURLToPath(new URL('../../..', import.meta.url))

/** Makes all files of the app, or finds them in the cache. `looks`: hash of layouts and styles. @throws the compiler's errors, CacheFault */
export async function appFiles(cache: Cache, looks: string): Promise<AtelierFiles> {
  const packed = await kept(cache, 'atelier', [looks], async () =>
    pack(Object.fromEntries(await makeFiles())),
  )
  return new Map(Object.entries(unpack(packed)))
}

async function makeFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map(await bundleAtelier(home, atelierEntries))
  files.set('editeur.css', readFileSync(join(home, 'styles/atelier/editeur.css')))
  for (const [name, text] of Object.entries({
    'index.html': appPage,
    'presse.html': pressPage,
  }))
    files.set(name, new TextEncoder().encode(text))
  for (const { path, bytes } of await readFonts()) files.set(path.replace('polices/', SHEET_FONTS), bytes)
  return files
}

/** The files for a static host: the service worker keeps all of them but the kit. `source`: the kit that the site offers, as a zip. */
export function staticFiles(files: AtelierFiles, source: Uint8Array | null = null): Bundle {
  const { [WORKER]: worker, ...others } = Object.fromEntries(files)
  if (source)
    others['index.html'] = new TextEncoder().encode(appPage.replace(PLACE, `${PLACE} data-kit="kit.zip"`))
  const offline = offlineFiles(others, new Set())
  const script = withOfflineFiles(new TextDecoder().decode(worker), offline)
  return { ...others, [WORKER]: new TextEncoder().encode(script), ...(source && { 'kit.zip': source }) }
}

const WORKER = 'sw.js'

/** Allows the pages of the app to load these. */
const app = {
  ...directives,
  'img-src': "'self' blob: data:",
  'frame-src': "'self'",
}

/** Allows what the site allows, pictures in memory and own frames: no inline script or style. A `<meta>` knows no `frame-ancestors`. */
export const metaPolicy = writePolicy(app)

/** Allows styles in the frames of pages: Paged.js writes sheets, and pieces of a page their places. Nothing else is fetched there. */
export const paperPolicy = writePolicy({
  ...app,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
})

export const asHeader = (policy: string): string => `${policy}; frame-ancestors 'self'`

const page = (policy: string, title: string, { head = '', body = '' } = {}) => `<!DOCTYPE html>
<html lang="fr-FR">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}</head>
<body>${body}</body>
</html>
`

const PLACE = '<div id="atelier"'

const appPage = page(metaPolicy, 'Atelier', {
  head: `<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="atelier.css">
<script type="module" src="app.js"></script>
`,
  body: `${PLACE}></div><noscript><p>L’atelier a besoin de JavaScript.</p></noscript>`,
})

/** Cuts pages, as the tab of a build does, or shows them; it is given the style sheets. */
const pressPage = page(paperPolicy, 'Mise en pages', {
  head: '<script type="module" src="presse.js"></script>\n',
})
