import { rm } from 'node:fs/promises'
import puppeteer, { type Browser, TimeoutError } from 'puppeteer'
import { ownedFolder } from '../disk/files.ts'
import { BrowserGone, whileThere } from './browser-gone.ts'
import { findChromium } from './chromium.ts'
import { HANG_MS } from './hang.ts'
import { notedEndpoint } from './noted-endpoint.ts'

export type BrowserOptions = {
  /** Where the shipped browser is unpacked. */
  cacheDir: string
  /** A browser to use instead of the shipped one. */
  executablePath?: string | undefined
  /** Closes the browser when it fires. */
  signal?: AbortSignal | undefined
}

/** A running browser that its scope closes: `await using press = await openBrowser(…)`. */
export type OpenBrowser = { browser: Browser; endpoint: string; [Symbol.asyncDispose](): Promise<void> }

/** Fonts have other letters for some languages, as an i for Turkish: pages are set the same whatever the machine speaks. */
const NO_LANGUAGE = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' }

/** Longest wait for the browser to start, in ms: of one that is killed meanwhile nothing is heard. */
const START_MS = 120_000
/** Longest wait for its end, in ms: one that hangs is killed. */
const CLOSE_MS = 5_000

const OPEN = '--no-sandbox'
const ARGUMENTS = [
  // Two ways to speak to it: by a pipe, with whose other end it goes, and by a port, at which other threads ask.
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--disable-gpu',
  // A page drawn in two goes has other pixels on its edges than one drawn at once.
  '--disable-partial-raster',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--no-first-run',
]

/** Starts the headless browser, offline in effect: every tab of the press answers or refuses its own requests.
 *  @throws Error with its cause when no browser can be had or started */
export async function openBrowser({
  cacheDir,
  executablePath,
  signal,
}: BrowserOptions): Promise<OpenBrowser> {
  signal?.throwIfAborted()
  const chromium = await findChromium(cacheDir, executablePath)
  const { path: profile } = await ownedFolder('navigateur')
  /** Ubuntu since 23.10 and most containers keep the sandbox from programs that they do not know: the browser ends before its first
   *  answer, and nothing of what it said comes through its pipe. One that has another reason to end has it again. What the tabs
   *  read is the press's own, and no script of an author is in it. */
  const orOpen = (cause: unknown) => {
    if (cause instanceof TimeoutError) throw cause
    return launch(OPEN)
  }
  const launch = (...more: string[]) =>
    puppeteer.launch({
      executablePath: chromium.executablePath,
      headless: 'shell',
      pipe: true,
      userDataDir: profile,
      // What a killed browser leaves among the temporary files goes with its profile.
      env: { ...process.env, ...chromium.env, ...NO_LANGUAGE, TMPDIR: profile },
      timeout: START_MS,
      protocolTimeout: HANG_MS,
      // The command owns Ctrl-C: it aborts, and the abort closes the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...ARGUMENTS, ...more],
    })
  const notStarting = (cause: unknown) =>
    new Error(`Le navigateur ${chromium.executablePath} ne démarre pas.`, { cause })
  let browser: Browser
  try {
    // Chromium refuses to run as root inside its sandbox.
    browser = await (process.getuid?.() === 0 ? launch(OPEN) : launch().catch(orOpen))
  } catch (cause) {
    await rm(profile, { recursive: true, force: true })
    throw notStarting(cause)
  }
  const close = async () => {
    signal?.removeEventListener('abort', kill)
    const late = setTimeout(kill, CLOSE_MS)
    await browser.close().catch(kill) // a dead browser cannot be asked to close
    clearTimeout(late)
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  // An interrupted build does not wait for answers that will not come.
  const kill = () => void browser.process()?.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  const over = new AbortController()
  const noted = notedEndpoint(profile, AbortSignal.any([over.signal, AbortSignal.timeout(START_MS)]))
  try {
    return { browser, endpoint: await whileThere(browser, noted), [Symbol.asyncDispose]: close }
  } catch (cause) {
    await close()
    throw notStarting(cause)
  } finally {
    over.abort()
  }
}

/** Speaks to a browser that another thread has started. It goes on when the connection ends.
 *  @throws BrowserGone when nothing answers there */
export async function connectBrowser(endpoint: string): Promise<Browser> {
  try {
    return await puppeteer.connect({ browserWSEndpoint: endpoint, protocolTimeout: HANG_MS })
  } catch (cause) {
    throw new BrowserGone('s’est arrêté en plein travail', { cause })
  }
}
