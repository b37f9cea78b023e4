import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { offlineFiles, withOfflineFiles } from '../../site/offline.ts'
import { type Bundle, pack, unpack } from '../../store/bundle.ts'
import type { Cache } from '../../store/cache.ts'
import { kept } from '../../store/cache.ts'
import { type AtelierFiles, bundleAtelier } from './bundle-atelier.ts'
import { metaPolicy } from './policy.ts'

const entries = {
  app: 'build/atelier/app/main.ts',
  worker: 'build/atelier/worker/worker.ts',
  sw: 'build/atelier/app/offline.ts',
  site: 'styles/web/index.css',
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
  const files = new Map(await bundleAtelier(home, entries))
  files.set('editeur.css', readFileSync(join(home, 'styles/atelier/editeur.css')))
  files.set('index.html', new TextEncoder().encode(page))
  return files
}

/** The files for a static host: the service worker keeps all of them. */
export function staticFiles(files: AtelierFiles): Bundle {
  const { [WORKER]: worker, ...others } = Object.fromEntries(files)
  const kept = offlineFiles(others, new Set())
  const script = withOfflineFiles(new TextDecoder().decode(worker), kept)
  return { ...others, [WORKER]: new TextEncoder().encode(script) }
}

const WORKER = 'sw.js'

const page = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${metaPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Atelier</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="atelier.css">
<script type="module" src="app.js"></script>
</head>
<body>
<div id="atelier"></div>
<noscript><p>L’atelier a besoin de JavaScript.</p></noscript>
</body>
</html>
`
