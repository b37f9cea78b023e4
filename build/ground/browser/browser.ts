import { rm } from 'node:fs/promises'
import puppeteer, { type Browser, ProtocolError, TimeoutError } from 'puppeteer'
import { ownedFolder } from '../disk/files.ts'
import { findChromium } from './chromium.ts'
import { HANG_MS } from './conventions.ts'

export type BrowserOptions = {
  /** Folder in which the shipped browser is unpacked. */
  cacheDir: string
  /** A browser to use instead of the shipped one. */
  executablePath?: string | undefined
  signal?: AbortSignal | undefined
}

/** A running browser that its scope closes: `await using press = await openBrowser(…)`. */
export type OpenBrowser = { browser: Browser; [Symbol.asyncDispose](): Promise<void> }

/** Fonts have other letters for some languages, as an i for Turkish: pages are set the same whatever the machine speaks. */
const NO_LANGUAGE = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' }

/** Limits the wait for the browser to start, in ms: a killed one sends nothing. */
const START_MS = 120_000
/** Limits the wait for its end, in ms: one that hangs is killed. */
const CLOSE_MS = 5_000

const OPEN = '--no-sandbox'
const ARGUMENTS = [
  '--disable-gpu',
  // A page drawn in two goes has other pixels on its edges than one drawn at once.
  '--disable-partial-raster',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--no-first-run',
]

/** Starts the headless browser. Tabs of the press answer or refuse their own requests. @throws Error with its cause */
export async function openBrowser({
  cacheDir,
  executablePath,
  signal,
}: BrowserOptions): Promise<OpenBrowser> {
  signal?.throwIfAborted()
  const chromium = await findChromium(cacheDir, executablePath)
  const { path: profile } = await ownedFolder('navigateur')
  /** Starts without sandbox where the system refuses it (Ubuntu since 23.10, most containers): the tabs read the press's own files and no
   *  script of an author. Another fault comes again. */
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
      // Temporary files of a killed browser go with its profile.
      env: { ...process.env, ...chromium.env, ...NO_LANGUAGE, TMPDIR: profile },
      timeout: START_MS,
      protocolTimeout: HANG_MS,
      // The command owns Ctrl-C: it aborts, and the abort closes the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...ARGUMENTS, ...more],
    })
  let browser: Browser | undefined
  const close = async () => {
    signal?.removeEventListener('abort', kill)
    const late = setTimeout(kill, CLOSE_MS)
    await browser?.close().catch(kill) // a dead browser cannot be asked to close
    clearTimeout(late)
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
  // Kills it: an interrupted build waits for no answer.
  const kill = () => void browser?.process()?.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  try {
    // Chromium refuses to run as root inside its sandbox.
    browser = await (process.getuid?.() === 0 ? launch(OPEN) : launch().catch(orOpen))
    return { browser, [Symbol.asyncDispose]: close }
  } catch (cause) {
    await close()
    throw new Error(`Le navigateur ${chromium.executablePath} ne démarre pas.`, { cause })
  }
}

/** The browser ended while it was needed, or answers no more: most often for want of memory. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone'
  constructor(problem: string, options?: ErrorOptions) {
    super(
      `le navigateur qui met en pages ${problem} (souvent faute de mémoire). Relancer, avec --jobs 1 si cela se répète.`,
      options,
    )
  }
}

/** Replaces, in a `catch`, « Target closed » by a message that helps. @throws BrowserGone, or the cause as it came */
export const orGone =
  (browser: Browser) =>
  (cause: unknown): never => {
    if (!browser.connected) throw new BrowserGone('s’est arrêté en plein travail', { cause })
    const late =
      cause instanceof TimeoutError || (cause instanceof ProtocolError && cause.message.includes('timed out'))
    throw late ? new BrowserGone('ne répond plus', { cause }) : cause
  }

/** Waits for an answer of a browser or its end, which puppeteer notices only after half a minute while a tab opens.
 *  @throws BrowserGone, or the cause as it came */
export async function whileThere<T>(browser: Browser, work: Promise<T>): Promise<T> {
  let leave = () => {}
  const disconnection = new Promise<never>((_, reject) => {
    leave = () => reject(new BrowserGone('s’est arrêté en plein travail'))
  })
  browser.once('disconnected', leave)
  if (!browser.connected) leave()
  try {
    return await Promise.race([work, disconnection]).catch(orGone(browser))
  } finally {
    browser.off('disconnected', leave)
  }
}
