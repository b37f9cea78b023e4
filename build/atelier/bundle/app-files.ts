import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFonts } from '../../pdf/page/assets.ts'
import { offlineFiles, withOfflineFiles } from '../../site/offline.ts'
import { type Bundle, pack, unpack } from '../../store/bundle.ts'
import { type Cache, kept } from '../../store/cache.ts'
import { appPage, pressPage, sheetsPage } from './app-pages.ts'
import { type AtelierFiles, bundleAtelier, bundlePagedJs, SHEET_FONTS } from './bundle-atelier.ts'

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

/** All files of the app, as a former start made them or anew.
 *  @param looks hash of the layouts and the styles. @throws the compiler's errors, CacheFault */
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
    'feuilles.html': sheetsPage,
    'paged.js': await bundlePagedJs(home),
  }))
    files.set(name, new TextEncoder().encode(text))
  for (const { path, bytes } of await readFonts()) files.set(path.replace('polices/', SHEET_FONTS), bytes)
  return files
}

/** The files for a static host: the service worker keeps all of them. */
export function staticFiles(files: AtelierFiles): Bundle {
  const { [WORKER]: worker, ...others } = Object.fromEntries(files)
  const offline = offlineFiles(others, new Set())
  const script = withOfflineFiles(new TextDecoder().decode(worker), offline)
  return { ...others, [WORKER]: new TextEncoder().encode(script) }
}

const WORKER = 'sw.js'
