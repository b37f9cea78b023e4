import { createServer as createHttpServer } from 'node:http'
import { join } from 'node:path'
import { createServer } from 'vite'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { lazyBrowser } from '../browser/lazy-browser.ts'
import { listenHere } from '../browser/listen-here.ts'
import { diskFolder } from '../disk/disk-folder.ts'
import { followFolder } from '../disk/follow-folder.ts'
import { previewViteOptions } from '../pages/vite.ts'
import { openCache } from '../store/cache.ts'
import { digestOfPress } from '../store/digest-of-press.ts'
import { fired } from '../thread/fired.ts'
import { oneAtATime } from '../thread/one-at-a-time.ts'
import { answer } from './answer.ts'
import { SHOWN } from './panel.ts'
import { nothing, type Snapshot, takeSnapshot } from './snapshot.ts'
import { openStanding } from './standing.ts'

export type PreviewOptions = {
  /** Folder of the press. */
  home: string
  /** Folder of the kit, absolute. */
  fiches: string
  /** 0: any that is free. */
  port: number
  cacheDir: string
  executablePath: string | undefined
  signal: AbortSignal
  /** Called for each reading of the folder; `ms` is the time since the change was seen. */
  tell(reading: { diagnostics: readonly Diagnostic[]; fault: string | null; ms: number }): void
  /** Called once the site can be read. */
  open(url: string): void
}

/** Shows the kit while it is written, until `signal` fires: every page follows the files, mistakes are shown over the page.
 *  @throws Error when the port is taken */
export async function preview(options: PreviewOptions): Promise<void> {
  const { home, fiches, signal, tell } = options
  await using browser = lazyBrowser(options)
  let snapshot: Snapshot = nothing
  const standing = openStanding(diskFolder(fiches))
  const http = createHttpServer()
  const vite = await createServer({
    ...previewViteOptions(home, options.cacheDir),
    server: {
      middlewareMode: true,
      hmr: { server: http },
      fs: { allow: [home] },
      watch: { ignored: ['**/{dist,.cache,.git,tests,docs,node_modules,.11ty-vite}/**'] },
    },
  })
  vite.ws.on(SHOWN, (reading, page) => {
    if (reading !== snapshot.reading) page.send({ type: 'full-reload' })
  })
  let changed = performance.now()
  const onChange = () => {
    changed = performance.now()
    void read()
  }
  using _fiches = followFolder(fiches, onChange)
  // Vite itself follows the style sheets and the scripts.
  using _layouts = followFolder(join(home, 'layouts'), onChange)
  const read = oneAtATime(async () => {
    const start = changed
    snapshot = await takeSnapshot(standing, snapshot)
    vite.ws.send({ type: 'full-reload' })
    tell({ diagnostics: snapshot.diagnostics, fault: snapshot.fault, ms: performance.now() - start })
  })
  try {
    await read()
    const respond = answer({
      current: () => snapshot,
      vite,
      browser: () => browser.open(),
      cache: openCache(options.cacheDir, digestOfPress(home)),
      signal,
    })
    http.on('request', (request, response) => void respond(request, response))
    const { port } = await listenHere(http, options.port)
    options.open(`http://localhost:${port}/`)
    await fired(signal)
  } finally {
    await vite.close()
    http.closeAllConnections()
    http.close()
  }
}
