import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sampleOf } from '../thorough.ts'
import { compose, copySite, ended, keep, press, ready, said } from './compose-page.ts'
import { type ExcerptFiles, readExcerptFiles } from './excerpt-files.ts'
import { readSite } from './site-reader.ts'

const out = inject('editions').kit
let copy: Awaited<ReturnType<typeof copySite>>
let files: ExcerptFiles
beforeAll(async () => {
  copy = await copySite(out)
  files = await readExcerptFiles(out)
})
afterAll(() => copy?.[Symbol.asyncDispose]())

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const KIT = 'kit-municipaless-2026-ecran.pdf'
const DAMAGED =
  'Le fichier du kit est abîmé ou incomplet : recharger la page avec du réseau, ou télécharger les fiches une à une dans la liste.'
const UNREACHABLE =
  'Pas de réseau, et rien n’est gardé ici pour composer : les fiches se lisent toujours sur ce site, et le choix attend le retour du réseau.'

it('works without a network where a reader asked for it: PDF and e-book', async () => {
  await using site = await readSite(copy.dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8,12')
    await ready(tab)
    await keep(tab)
    await site.stop()
    await tab.reload({ waitUntil: 'load' })
    await ready(tab)
    expect(await tab.$eval('[name=garder]', box => (box as HTMLInputElement).checked)).toBe(true)
    expect((await compose(tab)).file === base64(await files.cutPdf([8, 12]))).toBe(true)
    expect((await compose(tab, 'epub')).file === base64(await files.cutEpub([8, 12]))).toBe(true)

    // A copy that was cut short.
    await tab.evaluate(async () => {
      const cache = await caches.open('kit-composer')
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request))?.arrayBuffer()
        if (bytes && !request.url.endsWith('.json'))
          await cache.put(request, new Response(bytes.slice(0, bytes.byteLength / 2)))
      }
    })
    expect(await compose(tab)).toEqual({ said: DAMAGED, file: null })
    expect(await compose(tab, 'epub')).toEqual({ said: DAMAGED, file: null })
  })
})

it('keeps the edition that came since, at the next visit with a network', async () => {
  await using site = await readSite(copy.dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8,12')
    await ready(tab)
    await keep(tab)
    const address = await tab.$eval('.composer', form => (form as HTMLElement).dataset['liste'] ?? '')
    const path = join(copy.dir, address)
    const former = await readFile(path, 'utf8')
    // The copy of the site is one of names: what is written must be another file.
    await rm(path)
    try {
      await writeFile(path, `${former}\n\n`)
      await tab.reload({ waitUntil: 'load' })
      await tab.waitForFunction(
        async (name, length) => {
          const kept = await (await caches.open('kit-composer')).match(name)
          return (await kept?.text())?.length === length
        },
        {},
        address,
        former.length + 2,
      )
    } finally {
      await writeFile(path, former)
    }
  })
})

it('says in one sentence that there is no network, and what can be had', async () => {
  await using site = await readSite(copy.dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    await tab.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await tab.reload({ waitUntil: 'load' })
    await site.stop()
    await tab.reload({ waitUntil: 'load' })
    await ready(tab)
    for (const format of ['pdf', 'epub'] as const)
      expect(await compose(tab, format)).toEqual({ said: UNREACHABLE, file: null })
  })
})

const losses = [
  ['the kit', 'entier', ['pdf'], ['epub']],
  ['its pieces', 'pieces', ['pdf'], ['epub']],
  ['its list', 'liste', ['pdf', 'epub'], []],
  ['the e-book', 'livre', ['epub'], ['pdf']],
] as const
it.each(sampleOf(losses, 3))(
  'says in one sentence that %s is damaged or missing, and what can be had',
  async (_, key, lost, left) => {
    await using site = await readSite(copy.dir, '/')
    await site.onTab(async tab => {
      await site.open(tab, 'composer/#fiches=8')
      await ready(tab)
      const address = await tab.$eval(
        '.composer',
        (form, name) => (form as HTMLElement).dataset[name] ?? '',
        key,
      )
      const path = join(copy.dir, new URL(address, tab.url()).pathname)
      const whole = await readFile(path)
      // The copy of the site is one of names: what is written must be another file.
      await rm(path)
      try {
        await writeFile(path, whole.subarray(0, whole.length / 2))
        for (const format of lost) expect(await compose(tab, format)).toEqual({ said: DAMAGED, file: null })
        await rm(path)
        for (const format of lost)
          expect(await compose(tab, format)).toEqual({
            said: 'Le fichier du kit manque sur le site : les fiches se téléchargent une à une dans la liste.',
            file: null,
          })
        // What the other format is made from is there.
        for (const format of left) expect((await compose(tab, format)).file).not.toBeNull()
      } finally {
        await writeFile(path, whole)
      }
    })
  },
)

it('says in one sentence that the network went while it read', async () => {
  await using site = await readSite(copy.dir, '/')
  await site.onTab(async tab => {
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    await tab.evaluate(() => {
      window.fetch = async () =>
        new Response(new ReadableStream({ start: stream => stream.error(new TypeError()) }))
    })
    expect(await compose(tab)).toEqual({ said: UNREACHABLE, file: null })
  })
})

it('is stopped while it reads, and makes the file when asked again', async () => {
  await using site = await readSite(copy.dir, '/')
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
