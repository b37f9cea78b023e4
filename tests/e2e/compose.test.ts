import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer'
import { beforeAll, expect, inject, it } from 'vitest'
import { runAxe } from '../../build/gate/read/axe.ts'
import { sampleOf } from '../thorough.ts'
import { chosen, compose, ended, keep, press, ready, said } from './compose-page.ts'
import { type ExcerptFiles, readExcerptFiles } from './excerpt-files.ts'
import { readSite, SCREENS, stopsOf } from './site-reader.ts'

const out = inject('editions').kit
const dir = join(out, 'site')
let files: ExcerptFiles
beforeAll(async () => {
  files = await readExcerptFiles(out)
})
const KIT = 'kit-municipaless-2026-ecran.pdf'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const hash = (tab: Page) => new URL(tab.url()).hash
const summary = (tab: Page) => tab.$eval('.composer-compte', line => line.textContent ?? '')

it('what has the focus is seen above the bar of the composer', async () => {
  await using site = await readSite(dir, '/')
  for (const size of SCREENS)
    await site.onTab(async tab => {
      await tab.setViewport(size)
      await site.open(tab, 'composer/#fiches=5,8')
      await ready(tab)
      expect((await stopsOf(tab)).hidden).toEqual([])
    })
})

it('makes PDF and e-book of a choice, to the byte as the command does; the address tells the choice, and it is remembered', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async (tab, faults) => {
    await site.open(tab, 'composer/#fiches=12,5,8,5,999')
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 12])
    expect(hash(tab)).toBe('#fiches=5,8,12')
    const composed = await compose(tab)
    expect(composed.said).toContain('kit-municipaless-2026-fiches-5-8-12.pdf')
    expect(composed.file === base64(await files.cutPdf([5, 8, 12]))).toBe(true)
    const book = await compose(tab, 'epub')
    expect(book.said).toContain('kit-municipaless-2026-fiches-5-8-12.epub')
    expect(book.file === base64(await files.cutEpub([5, 8, 12]))).toBe(true)

    // From a fiche, into what was chosen before.
    await site.open(tab, 'fiches/scic/')
    await Promise.all([tab.waitForNavigation(), tab.click('a[href$="/composer/?ajouter=10"]')])
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 10, 12])
    expect(await said(tab)).toMatch(/^La fiche 10 est dans votre kit/)
    await tab.click('[name=recto-verso]')
    expect(hash(tab)).toBe('#fiches=5,8,10,12&recto-verso')
    expect((await compose(tab)).file === base64(await files.cutPdf([5, 8, 10, 12], true))).toBe(true)
    // Home offers the page, which still knows.
    await site.open(tab, '')
    await Promise.all([tab.waitForNavigation(), tab.click('.telechargements a[href$="/composer/"]')])
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 10, 12])
    expect(faults).toEqual([])
  })
})

it('is chosen by family, by the keyboard alone', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/')
    await ready(tab)
    const leviers = files.list.fiches.filter(({ family }) => family === 'levier').map(({ number }) => number)
    const family = '.famille-levier [data-famille]'
    const state = () =>
      tab.$eval(family, box => {
        const { checked, indeterminate } = box as HTMLInputElement
        return { checked, indeterminate }
      })
    await tab.focus(family)
    await tab.keyboard.press('Space')
    expect(await chosen(tab)).toEqual(leviers)
    expect(await state()).toEqual({ checked: true, indeterminate: false })
    await tab.focus('input[name=fiche][value="8"]')
    await tab.keyboard.press('Space')
    expect(await chosen(tab)).toEqual(leviers.filter(number => number !== 8))
    expect(await state()).toEqual({ checked: false, indeterminate: true })
    await tab.focus('[data-rien]')
    await tab.keyboard.press('Enter')
    expect(await chosen(tab)).toEqual([])
    expect(await state()).toEqual({ checked: false, indeterminate: false })
  })
})

it('has its count, its files and what it says in sight wherever the reader is in the list', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await tab.setViewport({ width: 390, height: 844 })
    await site.open(tab, 'composer/?ajouter=10')
    await ready(tab)
    for (const y of [0, 600]) {
      await tab.evaluate(top => scrollTo({ top, behavior: 'instant' }), y)
      const bottoms = await tab.$$eval('.composer-suite, .composer-compte, .composer [type=submit]', parts =>
        parts.map(part => part.getBoundingClientRect().bottom),
      )
      expect(bottoms).toHaveLength(4)
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(844)
    }
    expect(await said(tab)).toMatch(/^La fiche 10 est dans votre kit/)
  })
})

it.each(sampleOf(['light', 'dark'], 2))(
  'has nothing for axe in any state, nor anything wider than a phone, %s',
  async scheme => {
    await using site = await readSite(dir, '/')
    await site.onTab(async tab => {
      await tab.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        // What glides under the pointer is clicked beside.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      await tab.setViewport({ width: 320, height: 640 })
      const judge = async (state: string) => {
        expect(await runAxe(tab), state).toEqual([])
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(320)
      }
      await site.open(tab, 'composer/')
      await ready(tab)
      expect(await summary(tab)).toBe('Aucune fiche choisie')
      await judge('empty')
      await tab.click('input[name=fiche][value="8"]')
      await judge('some')
      await compose(tab, 'epub')
      await judge('done')
      // A screen reader is told; the keyboard stands on the file.
      expect(await tab.$eval('.composer-suite', line => line.getAttribute('role'))).toBe('status')
      expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain('-fiche-8.epub')
    })
  },
)

it('costs 60 kB in gzip at most, on its own page alone', async () => {
  const asset = async (name: string) => readFile(join(dir, 'assets', name), 'utf8')
  const named = (text: string) => [...text.matchAll(/["'`/]([\w-]+\.js)\b/g)].map(([, name = '']) => name)
  const [entry = ''] = named(await readFile(join(dir, 'composer/index.html'), 'utf8'))
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    const asked: string[] = []
    tab.on('request', request => asked.push(request.url().split('/').at(-1) ?? ''))
    await site.open(tab, 'composer/')
    await ready(tab)
    const scripts = new Set(asked.filter(name => name.endsWith('.js') && name !== entry && name !== 'sw.js'))
    for (const name of scripts)
      for (const next of named(await asset(name))) if (next !== entry) scripts.add(next)
    expect([...scripts].some(name => name.startsWith('worker-'))).toBe(true)
    const weights = await Promise.all([...scripts].map(async name => gzipSync(await asset(name)).length))
    expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(60_000)
    asked.length = 0
    for (const path of ['', 'fiches/scic/', 'territoires/', 'sommaire/']) await site.open(tab, path)
    expect(asked.filter(name => scripts.has(name))).toEqual([])
  })
})

it('offers the PDF of each fiche, and of the kit, without scripts', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await tab.setJavaScriptEnabled(false)
    await site.open(tab, 'composer/')
    const offered = await tab.$$eval('.composer a[download]', links =>
      links.filter(link => link.checkVisibility()).map(link => link.getAttribute('href')),
    )
    expect(offered).toHaveLength(files.list.fiches.length + 1)
    expect(offered.every(href => href?.endsWith('.pdf'))).toBe(true)
    expect(
      await tab.$$eval(
        '.composer :is(input, button, select)',
        all => all.filter(one => one.checkVisibility({ visibilityProperty: true })).length,
      ),
    ).toBe(0)
  })
})

it('an address that was copied brings the same choice to another reader, who may have chosen before', async () => {
  await using site = await readSite(dir, '/')
  const address = await site.onTab(async tab => {
    for (const name of ['clipboard-write', 'clipboard-read'] as const)
      await tab
        .browserContext()
        .setPermission(new URL(site.url).origin, { permission: { name }, state: 'granted' })
    await site.open(tab, 'composer/#fiches=5,8&recto-verso')
    await ready(tab)
    await tab.click('[data-copier]')
    await tab.waitForFunction(() => document.querySelector('.composer-suite')?.textContent !== '')
    expect(await said(tab)).toBe('Adresse copiée : qui l’ouvre trouve le même choix.')
    return tab.evaluate(() => navigator.clipboard.readText())
  })
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=17')
    await ready(tab)
    await site.open(tab, '')
    await tab.goto(address)
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8])
    expect(await tab.$eval('[name=recto-verso]', box => (box as HTMLInputElement).checked)).toBe(true)
  })
})

it('works without a network where a reader asked for it, and says what is missing where not', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8,12')
    await ready(tab)
    await keep(tab)
    await site.stop()
    await tab.reload({ waitUntil: 'load' })
    await ready(tab)
    expect((await compose(tab)).file === base64(await files.cutPdf([8, 12]))).toBe(true)
    expect((await compose(tab, 'epub')).file === base64(await files.cutEpub([8, 12]))).toBe(true)
    await tab.evaluate(() => caches.delete('kit-composer'))
    expect((await compose(tab)).said).toMatch(/^Pas de réseau, et rien n’est gardé ici pour composer/)
  })
})

it('says in one sentence that a file is damaged or missing, and makes the format that needs it not', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    const damaged = Buffer.from(files.whole)
    damaged.fill(0x20, damaged.length >> 1, (damaged.length >> 1) + 64)
    const answers = [
      { status: 200, body: '%PDF-1.7' },
      // Inside the stream of a page: no word tells of it but the digest.
      { status: 200, body: damaged },
      { status: 404, body: '' },
    ]
    await tab.setRequestInterception(true)
    tab.on('request', request => {
      if (request.url().endsWith(KIT)) void request.respond(answers.shift() ?? { status: 500 })
      else void request.continue()
    })
    expect((await compose(tab)).said).toMatch(/^Le fichier du kit est abîmé ou incomplet/)
    expect((await compose(tab)).said).toMatch(/^Le fichier du kit est abîmé ou incomplet/)
    expect((await compose(tab)).said).toMatch(/^Le fichier du kit manque sur le site/)
    expect((await compose(tab, 'epub')).file).not.toBeNull()
  })
})

it('is stopped while it reads, and makes the file when asked again', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    await tab.setRequestInterception(true)
    let held = true
    tab.on('request', request => {
      if (!held || !request.url().endsWith(KIT)) void request.continue()
    })
    await press(tab, 'pdf')
    expect(await said(tab)).toBe('Lecture du kit…')
    expect(await tab.$eval('progress', bar => bar.hidden)).toBe(false)
    await tab.click('[data-arreter]')
    await ended(tab)
    expect(await said(tab)).toBe('Arrêté : rien n’a été composé.')
    held = false
    expect((await compose(tab)).file === base64(await files.cutPdf([8]))).toBe(true)
  })
})
