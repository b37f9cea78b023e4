import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type CDPSession, type Page, type Protocol, ProtocolError } from 'puppeteer'
import { mediaTypeOf } from '../../../src/text/index.ts'
import { orGone, whileThere } from './browser.ts'
import { HANG_MS, origin } from './conventions.ts'

export { origin } from './conventions.ts'

export type Files = ReadonlyMap<string, Uint8Array | string>

export type OfflineTab = Awaited<ReturnType<typeof openOfflineTab>>

/** The tab's process is gone. */
export class TabCrash extends Error {
  override readonly name = 'TabCrash'
  constructor(options?: ErrorOptions) {
    super('l’onglet du navigateur s’est arrêté', options)
  }
}

/** Limits the wait for a tab to close, in ms: one that hangs ends with its browser. */
const CLOSE_MS = 5_000

/** Opens a tab whose every request is answered from `files` or refused. One that is never looked at need not draw (`newStillPage`). */
export async function openOfflineTab(
  browser: Browser,
  files: Files,
  newPage: (browser: Browser) => Promise<Page> = () => browser.newPage(),
) {
  const tell = orGone(browser)
  const tab = await whileThere(browser, newPage(browser))
  const refusals: string[] = []
  const errors: string[] = []
  tab.setDefaultTimeout(HANG_MS)
  tab.on('pageerror', error => errors.push(error instanceof Error ? error.message : String(error)))
  // Ends the wait for a crashed tab, which answers nothing.
  const crash = new Promise<never>((_, reject) => tab.once('error', cause => reject(new TabCrash({ cause }))))
  let isLost = false
  const giveUp = () => {
    isLost = true
  }
  crash.catch(giveUp) // thrown at the next request
  const session = await tab.createCDPSession().catch(tell)
  // Counts an answer that cannot be delivered as refused; the list of a closed tab is not read.
  session.on(
    'Fetch.requestPaused',
    paused => void answer(session, paused, files, refusals).catch(() => refusals.push(paused.request.url)),
  )
  await session.send('Fetch.enable').catch(tell)
  return {
    tab,
    session,
    /** Waits for what was asked of the tab, or for its end. @throws TabCrash, BrowserGone */
    ask: <T>(work: Promise<T>): Promise<T> => Promise.race([work, crash]).catch(tell),
    /** Returns the requests refused since the last call, and forgets them; so do the errors of scripts. */
    takeRefused: () => refusals.splice(0),
    takeErrors: () => errors.splice(0),
    /** Marks the tab as lost: its work goes on in it, and nothing else may be asked of it. */
    giveUp,
    alive: () => !isLost && !tab.isClosed(),
    async [Symbol.asyncDispose](): Promise<void> {
      // A tab whose browser is gone is closed already.
      if (tab.isClosed() || !browser.connected) return
      // The fault that keeps a tab open is thrown to the caller who waited for it.
      const closing = tab.close().catch(() => {})
      await Promise.race([closing, sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

/** Answers in Chromium's own terms: puppeteer encodes each file in JavaScript, for each tab.
 *  @see https://chromedevtools.github.io/devtools-protocol/tot/Fetch/ */
async function answer(
  session: CDPSession,
  { requestId, request: { url } }: Protocol.Fetch.RequestPausedEvent,
  files: Files,
  refusals: string[],
): Promise<void> {
  if (url.startsWith('data:')) return session.send('Fetch.continueRequest', { requestId })
  const path = decodeURIComponent(new URL(url).pathname.slice(1))
  const body = url.startsWith(origin) ? files.get(path) : undefined
  // A whole browser asks for the icon of each page, a headless shell for none.
  if (path === 'favicon.ico' && body === undefined)
    return session.send('Fetch.fulfillRequest', { requestId, responseCode: 404 })
  if (body === undefined) {
    refusals.push(url)
    return session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  }
  const contentType = mediaTypeOf(path) ?? mediaTypeOf('.html') ?? ''
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'content-type', value: contentType }],
    body: Buffer.from(body).toString('base64'),
  })
}

/** To a browser itself, one for its life: puppeteer takes the end of such a session for the end of the browser. */
const sessions = new WeakMap<Browser, Promise<CDPSession>>()

/** Opens a tab without frames: waiting for them would take a fifth of layout and printing. It takes no screenshots. A
 *  browser that cannot (macOS, no headless shell) opens an ordinary tab. */
export async function newStillPage(browser: Browser): Promise<Page> {
  const opening = sessions.get(browser) ?? browser.target().createCDPSession()
  sessions.set(browser, opening)
  const session = await opening
  const url = `about:blank#${randomUUID()}`
  try {
    await session.send('Target.createTarget', { url, enableBeginFrameControl: true })
  } catch (error) {
    // It says that it cannot: the pages are the same, and take longer.
    if (error instanceof ProtocolError) return browser.newPage()
    throw error
  }
  const target = await browser.waitForTarget(target => target.url() === url)
  const page = await target.page()
  if (!page) throw new Error('the browser opened something that is no page')
  return page
}
