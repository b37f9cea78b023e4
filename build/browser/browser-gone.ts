import { type Browser, ProtocolError, TimeoutError } from 'puppeteer'

/** The browser ended while it was needed, or answers no more: most often for want of memory. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone'
  constructor(what: string, options?: ErrorOptions) {
    super(
      `le navigateur qui met en pages ${what} (souvent faute de mémoire). Relancer, avec --jobs 1 si cela se répète.`,
      options,
    )
  }
}

/** For the `catch` of what is asked of a browser. What a library says of one that is gone (« Target closed ») helps nobody.
 *  @throws BrowserGone, or else the cause as it came */
export const orGone =
  (browser: Browser) =>
  (cause: unknown): never => {
    if (!browser.connected) throw new BrowserGone('s’est arrêté en plein travail', { cause })
    const late =
      cause instanceof TimeoutError || (cause instanceof ProtocolError && cause.message.includes('timed out'))
    throw late ? new BrowserGone('ne répond plus', { cause }) : cause
  }

/** Waits for what was asked of a browser, or for its end: while a tab opens, puppeteer goes on waiting for it for half a minute
 *  after its browser is gone.
 *  @throws BrowserGone, or else the cause as it came */
export async function whileThere<T>(browser: Browser, work: Promise<T>): Promise<T> {
  let leave: () => void = () => {}
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(new BrowserGone('s’est arrêté en plein travail'))
  })
  browser.once('disconnected', leave)
  if (!browser.connected) leave()
  try {
    return await Promise.race([work, gone]).catch(orGone(browser))
  } finally {
    browser.off('disconnected', leave)
  }
}
