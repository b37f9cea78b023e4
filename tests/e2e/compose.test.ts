import { cpSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runAxe } from '../../build/judge/audit/axe.ts'
import { type ExcerptList, makeExcerpt } from '../../build/pdf/excerpt/cut/index.ts'
import { deflate } from '../../build/pdf/object/zlib/fflate.ts'
import { readSite } from './site-reader.ts'

const out = inject('editions').kit
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-composer-'))
  cpSync(join(out, 'site'), dir, { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const downloads = (name: string) => readFile(join(dir, 'telechargements', name))

/** What the command makes of the same choice. */
async function byCommand(numbers: readonly number[], duplex = false): Promise<string> {
  const [whole, template, list] = await Promise.all(
    ['kit-municipaless-2026-ecran.pdf', 'extrait-pieces.pdf', 'extrait-liste.json'].map(downloads),
  )
  const input = {
    whole: whole ?? NONE,
    template: template ?? NONE,
    list: JSON.parse(String(list)) as ExcerptList,
  }
  return Buffer.from(await makeExcerpt({ ...input, choice: { numbers, duplex }, deflate })).toString('base64')
}
const NONE = Buffer.alloc(0)

type Offering = typeof window & { offered?: Blob | null }

/** Presses the button, and gives what is said in the end, and the file where there is one. */
async function compose(tab: Page): Promise<{ said: string; file: string | null }> {
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
  await tab.click('.composer [type=submit]')
  await tab.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('[data-arreter]')?.hidden === true &&
      document.querySelector('.composer-suite')?.textContent !== '',
  )
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

const chosen = (tab: Page) =>
  tab.$$eval('input[name=fiche]:checked', boxes => boxes.map(box => Number((box as HTMLInputElement).value)))

const ready = (tab: Page) => tab.waitForSelector('input[name=fiche]:not([disabled])')

it('makes the PDF of a choice, to the byte as the command does; the address tells the choice, and it is remembered', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async (tab, faults) => {
    await site.open(tab, 'composer/#fiches=12,5,8,5,999')
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 12])
    expect(await tab.$eval('.composer-compte', line => line.textContent)).toMatch(/^3 fiches, \d+ pages/)
    expect(new URL(tab.url()).hash).toBe('#fiches=5,8,12')
    const made = await compose(tab)
    expect(made.said).toContain('kit-municipaless-2026-fiches-5-8-12.pdf')
    expect(made.file === (await byCommand([5, 8, 12]))).toBe(true)

    // From a fiche, into what was chosen before.
    await site.open(tab, 'fiches/scic/')
    await Promise.all([tab.waitForNavigation(), tab.click('a[href$="/composer/?ajouter=10"]')])
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 10, 12])
    await tab.click('[name=recto-verso]')
    expect(new URL(tab.url()).hash).toBe('#fiches=5,8,10,12&recto-verso')
    expect((await compose(tab)).file === (await byCommand([5, 8, 10, 12], true))).toBe(true)
    expect(faults).toEqual([])
  })
})

it('is chosen by theme and by département, all at once, and by keyboard; axe finds nothing', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/')
    await ready(tab)
    expect(await tab.$eval('.composer [type=submit]', button => (button as HTMLButtonElement).disabled)).toBe(
      true,
    )
    await tab.select('select[data-par=departements]', 'Ille-et-Vilaine')
    const by = await chosen(tab)
    expect(by.length).toBeGreaterThan(0)
    await tab.select('select[data-par=mots]', 'SCIC')
    expect((await chosen(tab)).length).toBeGreaterThan(by.length)
    await tab.click('[data-rien]')
    expect(await chosen(tab)).toEqual([])
    await tab.focus('input[name=fiche][value="8"]')
    await tab.keyboard.press('Space')
    expect(await chosen(tab)).toEqual([8])
    expect(await runAxe(tab)).toEqual([])
    await tab.setViewport({ width: 320, height: 640 })
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

it('works without a network where a reader asked for it', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    await tab.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await tab.click('[name=garder]')
    await tab.waitForFunction(() =>
      document.querySelector('.composer-suite')?.textContent?.startsWith('C’est gardé'),
    )
    await tab.reload({ waitUntil: 'load' })
    await site.stop()
    await tab.reload({ waitUntil: 'load' })
    await ready(tab)
    expect((await compose(tab)).file === (await byCommand([8]))).toBe(true)
  })
})

it('says in one sentence that the file it was given is damaged, and what can be had', async () => {
  const path = join(dir, 'telechargements/kit-municipaless-2026-ecran.pdf')
  const whole = await readFile(path)
  await rm(path)
  await writeFile(path, whole.subarray(0, whole.length / 2))
  try {
    await using site = await readSite(dir, '/')
    await site.onTab(async tab => {
      await site.open(tab, 'composer/#fiches=8')
      await ready(tab)
      expect(await compose(tab)).toEqual({
        said: 'Le fichier du kit reçu est abîmé ou incomplet : recharger la page. Chaque fiche reste proposée seule, dans la liste.',
        file: null,
      })
      await rm(path)
      expect((await compose(tab)).said).toMatch(/^Le PDF du kit n’a pas pu être lu/)
    })
  } finally {
    await rm(path, { force: true })
    await writeFile(path, whole)
  }
})
