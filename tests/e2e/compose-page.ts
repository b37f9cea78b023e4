import type { Page } from 'puppeteer'

type Offering = typeof window & { offered?: Blob | null }

/** Presses a button of « Composer mon kit ». @returns what is said in the end, and the file in base64 where there is one */
export async function compose(
  tab: Page,
  format: 'pdf' | 'epub' = 'pdf',
): Promise<{ said: string; file: string | null }> {
  await press(tab, format)
  await ended(tab)
  return tab.evaluate(async () => {
    const said = document.querySelector('.composer-suite')?.textContent ?? ''
    const { offered } = window as Offering
    if (!offered) return { said, file: null }
    const bytes = new Uint8Array(await offered.arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return { said, file: btoa(text) }
  })
}

/** Presses a button, and waits for nothing. */
export async function press(tab: Page, format: 'pdf' | 'epub'): Promise<void> {
  await tab.evaluate(() => {
    document.querySelector('.composer-suite')?.replaceChildren()
    const page = window as Offering
    page.offered = null
    // The policy of the site lets no script fetch what a link offers.
    URL.createObjectURL = blob => {
      page.offered = blob instanceof Blob ? blob : null
      return '#offert'
    }
  })
  await tab.click(`.composer [type=submit][value=${format}]`)
}

/** Waits until nothing is being made. */
export const ended = (tab: Page) =>
  tab.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('[data-arreter]')?.hidden === true &&
      document.querySelector('.composer-suite')?.textContent !== '',
  )

export const said = (tab: Page) => tab.$eval('.composer-suite', line => line.textContent ?? '')

export const chosen = (tab: Page) =>
  tab.$$eval('input[name=fiche]:checked', boxes => boxes.map(box => Number((box as HTMLInputElement).value)))

export const ready = (tab: Page) => tab.waitForSelector('input[name=fiche]:not([disabled])')

/** Keeps here what is needed without a network, and waits until the page itself comes from what is kept. */
export async function keep(tab: Page): Promise<void> {
  await tab.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await tab.click('[name=garder]')
  await tab.waitForFunction(() =>
    document.querySelector('.composer-suite')?.textContent?.startsWith('C’est gardé'),
  )
  await tab.reload({ waitUntil: 'load' })
}
