import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Time between two looks at what Chromium has noted, in ms. */
const LOOK_MS = 10

/** Where other threads speak to a browser, as it notes it in its profile. By its pipe Chromium answers as soon as it can, on a busy
 *  machine before it has noted its port: this waits for the note.
 *  @throws what `signal` gives when it fires, or of a profile that cannot be read */
export async function notedEndpoint(profile: string, signal: AbortSignal): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (;;) {
    const [, port, path] = /^(\d+)\n(\/\S+)$/.exec(await readFile(file, 'utf8').catch(orNothing)) ?? []
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await delay(LOOK_MS, undefined, { signal })
  }
}

/** The file is made after the profile: until then there is nothing to read. */
function orNothing(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'ENOENT') return ''
  throw cause
}
