import { randomUUID } from 'node:crypto'
import { type Browser, type CDPSession, type Page, ProtocolError } from 'puppeteer'

/** To a browser itself, one for its life: puppeteer takes the end of such a session for the end of the browser. */
const sessions = new WeakMap<Browser, Promise<CDPSession>>()

function sessionWith(browser: Browser): Promise<CDPSession> {
  const session = sessions.get(browser) ?? browser.target().createCDPSession()
  sessions.set(browser, session)
  return session
}

/** Opens a tab that makes no display frames. What is laid out to be measured and printed is seen by nobody, and drawing it on
 *  a screen takes as long as a fifth of that work. Puppeteer has no option for it: the tab waits for frames that the protocol
 *  has to ask for (`Target.createTarget`, `enableBeginFrameControl`), and nobody does. It gives no screenshot and no animation
 *  frame. A browser that cannot (on macOS, or no headless shell) opens an ordinary tab. */
export async function newStillPage(browser: Browser): Promise<Page> {
  const session = await sessionWith(browser)
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
