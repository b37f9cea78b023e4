import type { Page } from 'puppeteer'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { readEpub } from '../read/epub.ts'
import { readPdf } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { orUnreadable } from '../read/unreadable.ts'
import { examplesOf, officialNames } from '../source/examples.ts'
import { lettersOf } from '../words.ts'
import { answer, difference, type Given, press, type Session, type Use } from './session.ts'

const place = 'Site, composer/'

/** One way to choose fiches: what is pressed, and the fiches that it chooses. */
type Way = { what: string; select: string | null; value: string; button: string; numbers: number[] }

/** Fiches are chosen by family, keyword, département, all and one by one; the address keeps them and their sides; the files hold them and no
 *  other. */
export const composer: Use = {
  place,
  async *run(session) {
    const { kit, tab, open, site, addresses } = session
    if (!site.files.has('composer/index.html')) return
    const fiches = publishedFiches(kit)
    await open('composer/')
    await ready(tab)
    const ways = [...waysOf(kit, fiches), ...(await placesOf(kit, tab))]
    const chosen = await tab.evaluate(chooseBy, ways)
    for (const [at, { what, numbers }] of ways.entries()) {
      const { boxes = [], hash = '', said = '' } = chosen[at] ?? {}
      const differs = difference(numbers.map(String), boxes)
      const [count = '0'] = /\d+/.exec(said) ?? []
      if (differs !== null) yield fault(place, `« ${what} » ne choisit pas ses fiches : ${differs}.`)
      else if (Number(count) !== numbers.length || difference(numbers.map(String), inAddress(hash)) !== null)
        yield fault(place, `« ${what} » choisi, la page dit « ${said} », et l’adresse « ${hash} ».`)
    }
    yield* keptSides(session, fiches[0]?.numero)
    const last = fiches.slice(-2)
    addresses.push(`composer/?ajouter=${last[0]?.numero}`)
    // The first is remembered, the other added by the link of its page.
    await open(`composer/?q=1#fiches=${last[0]?.numero}`)
    await ready(tab)
    await open(`composer/?ajouter=${last.at(-1)?.numero}`)
    await ready(tab)
    yield* madeOf(session, last)
  },
}

/** Numbers of the fiches that a fragment keeps. */
const inAddress = (hash: string) => (/^#fiches=([\d,]*)$/.exec(hash)?.[1] ?? '').split(',')

function waysOf({ familles }: Kit, fiches: readonly FichePubliee[]): Way[] {
  const numbersOf = (holds: (fiche: FichePubliee) => boolean) =>
    fiches.filter(holds).map(({ numero }) => numero)
  const words = [...new Set(fiches.flatMap(({ mots_cles }) => mots_cles))]
  return [
    ...familles.flatMap(({ id, pluriel }) => {
      const numbers = numbersOf(({ famille }) => famille === id)
      const button = `.famille-${id} [data-famille]`
      return numbers.length > 0 ? [{ what: pluriel, select: null, value: '', button, numbers }] : []
    }),
    ...words.map(word => ({
      what: word,
      select: 'select[data-par=mots]',
      value: word,
      button: '.composer-groupe:has([data-par=mots]) button',
      numbers: numbersOf(({ mots_cles }) => mots_cles.includes(word)),
    })),
    { what: 'Tout choisir', select: null, value: '', button: '[data-tout]', numbers: numbersOf(() => true) },
  ]
}

/** By each département: the fiches with an example there. */
async function placesOf(kit: Kit, tab: Page): Promise<Way[]> {
  const names = await officialNames('departements')
  const examples = examplesOf(kit)
  const offered = await tab.$$eval('select[data-par=departements] option', all =>
    all.map(({ value }) => value),
  )
  return [...new Set(examples.flatMap(({ codes }) => codes))].flatMap(code => {
    const name = names.get(code)
    if (name === undefined) return []
    const holders = examples.filter(({ codes }) => codes.includes(code))
    return {
      what: name,
      select: 'select[data-par=departements]',
      // The page sets it in its own typography.
      value: offered.find(value => lettersOf(value) === lettersOf(name)) ?? name,
      button: '.composer-groupe:has([data-par=departements]) button',
      numbers: [...new Set(holders.map(({ fiche }) => fiche.numero))],
    }
  })
}

/** Whoever is given the address of a choice finds it with its sides. */
async function* keptSides({ tab, open }: Session, number: number | undefined): AsyncGenerator<Finding> {
  await open(`composer/?q=2#fiches=${number}`)
  await ready(tab)
  const hash = await tab.evaluate(() => {
    document.querySelector<HTMLInputElement>('[name=recto-verso]:not(:checked)')?.click()
    return location.hash
  })
  await open(`composer/?q=3${hash}`)
  await ready(tab)
  const isKept = await tab.$$eval('[name=recto-verso]', boxes =>
    boxes.every(box => (box as HTMLInputElement).checked),
  )
  if (!isKept) yield fault(place, `« Recto verso » choisi, l’adresse « ${hash} » ne le garde pas.`)
}

/** Presses both buttons, where they are: each file holds the fiches. */
async function* madeOf(session: Session, fiches: readonly FichePubliee[]): AsyncGenerator<Finding> {
  const slugs = fiches.map(({ slug }) => slug)
  const holds = { pdf: holdsPages, epub: holdsChapters }
  for (const format of ['pdf', 'epub'] as const) {
    if ((await session.tab.$(buttonOf(format))) === null) continue
    const { said, name, bytes } = await make(session.tab, format)
    if (name !== null && !name.endsWith(`.${format}`))
      yield fault(place, `Ce qui est composé en ${format} s’enregistre comme « ${name} ».`)
    if (bytes === null) yield fault(place, `Rien n’est composé, et la page dit « ${said} ».`)
    else if (!(await holds[format](session, slugs, bytes)))
      yield fault(place, `« ${said} » n’a pas les pages de ${slugs.join(' et ')}.`)
  }
}

/** Whether a PDF has the kit's pages of these fiches and no other, under their folios. */
async function holdsPages({ kit, pdf, signal }: Session, slugs: readonly string[], bytes: Uint8Array) {
  const whole = await pdf()
  const wanted = pdfDocuments(whole, kit).flatMap(({ item, pages }) => (slugs.includes(item.id) ? pages : []))
  const { pages, labels } = await orUnreadable(`${place}, PDF`, () => readPdf(bytes, signal))
  const numbered = pages.filter((_, at) => /^\d+$/.test(labels?.[at] ?? '') && pages[at]?.text !== '')
  return (
    numbered.length === wanted.length &&
    wanted.every(({ number, text }) => pages[labels?.indexOf(String(number)) ?? -1]?.text === text)
  )
}

async function holdsChapters(_: Session, slugs: readonly string[], bytes: Uint8Array) {
  const { spine } = await orUnreadable(`${place}, EPUB`, async () => readEpub(bytes))
  const chapters = spine.flatMap(({ href }) => /^fiche-(.+)\.xhtml$/.exec(href)?.[1] ?? [])
  return difference(slugs, chapters) === null
}

const ready = (tab: Page) =>
  answer('Choisir des fiches', tab.waitForSelector('input[name=fiche]:not([disabled])'))

const buttonOf = (format: 'pdf' | 'epub') => `.composer [type=submit][value=${format}]`

/** `bytes`: null when nothing was made. */
async function make(tab: Page, format: 'pdf' | 'epub') {
  await tab.$eval('.composer-suite', line => line.replaceChildren())
  await press(tab, buttonOf(format), `Composer en ${format}`)
  const offered = tab.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('[data-arreter]')?.hidden === true &&
      document.querySelector('.composer-suite')?.textContent !== '',
  )
  await answer(`Composer en ${format}`, offered)
  const { said, name, base64 } = await tab.evaluate(given)
  return { said, name, bytes: base64 === '' ? null : Uint8Array.from(Buffer.from(base64, 'base64')) }
}

/** Runs in the tab: the file that was offered, in base64, what it is saved as, and what was said. */
async function given() {
  const page = window as Given
  const bytes = new Uint8Array((await page.offered?.arrayBuffer()) ?? [])
  delete page.offered
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  const outcome = document.querySelector('.composer-suite')
  const name = outcome?.querySelector<HTMLAnchorElement>('a[download]')?.download ?? null
  return { said: outcome?.textContent ?? '', name, base64: btoa(text) }
}

/** Runs in the tab: what is chosen each way, from nothing. */
function chooseBy(ways: readonly Way[]) {
  const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
  return ways.map(({ select, value, button }) => {
    press('[data-rien]')
    const list = select === null ? null : document.querySelector<HTMLSelectElement>(select)
    if (list) list.value = value
    press(button)
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input[name=fiche]')]
    return {
      boxes: boxes.flatMap(({ checked, value: number }) => (checked ? [number] : [])),
      hash: location.hash,
      said: document.querySelector('.composer-compte')?.textContent ?? '',
    }
  })
}
