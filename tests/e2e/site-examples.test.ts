import type { HTTPRequest, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../until.ts'
import { DESK, PHONE, readKitSite, type SiteReader } from './site-reader.ts'

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

/** The page of the examples, once its script is there. */
async function openExamples(tab: Page): Promise<void> {
  await site.open(tab, 'territoires/')
  await tab.waitForSelector('.exemples-filtre:not([hidden])')
}

const status = (tab: Page) => tab.$eval('.exemples-filtre [role="status"]', one => one.textContent ?? '')
const waitFor = (tab: Page, said: string) =>
  tab.waitForFunction(
    wanted => document.querySelector('.exemples-filtre [role="status"]')?.textContent?.includes(wanted),
    {},
    said,
  )

/** The examples that are seen: each by its address, once. */
const shown = (tab: Page) =>
  tab.$$eval('.index-territoires li[data-famille]', items => {
    const visible = items.filter(item => item.checkVisibility())
    return visible.map(item => ({
      ...(item as HTMLElement).dataset,
      href: item.querySelector('a')?.href ?? '',
    }))
  })
const sections = (tab: Page) =>
  tab.$$eval('.index-territoires > section', all =>
    all.filter(one => one.checkVisibility()).map(one => (one as HTMLElement).dataset['departement'] ?? ''),
  )
const count = (examples: readonly { href: string }[]) => new Set(examples.map(({ href }) => href)).size

it('the filters of the examples narrow the list together, count it, and are in the address', async () => {
  await site.onTab(async (tab, faults) => {
    await tab.setViewport(DESK)
    await openExamples(tab)
    const all = await shown(tab)
    expect(await status(tab)).toBe(`${count(all)} exemples`)
    for (const name of ['region', 'departement', 'theme', 'famille', 'taille']) {
      const [value = ''] = await tab.$$eval(`#filtre-${name} option`, options =>
        options.filter(({ text }) => /\([1-9]/.test(text)).map(({ value }) => value),
      )
      await tab.select(`#filtre-${name}`, value)
      const some = await shown(tab)
      expect(some.length, name).toBeGreaterThan(0)
      expect(some.length, name).toBeLessThan(all.length)
      expect(await status(tab)).toMatch(new RegExp(`(?:^|: )${count(some)} exemple`))
      expect(new URL(tab.url()).searchParams.get(name)).toBe(value)
      await tab.select(`#filtre-${name}`, '')
    }
    // The map shows what the list does.
    await tab.select('#filtre-departement', '29')
    const drawn = await tab.$$eval('.carte-dessins a:not(.ailleurs)', links =>
      links.map(link => link.getAttribute('href')),
    )
    expect(drawn).toEqual(['#departement-29'])
    await tab.select('#filtre-departement', '')
    // A choice that would show nothing is offered in no list, a place apart.
    await tab.select('#filtre-theme', 'scic')
    const optionOf = (name: string, value: string) =>
      tab.$eval(`#filtre-${name} option[value="${value}"]`, one => [
        (one as HTMLOptionElement).text,
        (one as HTMLOptionElement).disabled,
      ])
    expect(await optionOf('famille', 'thematique')).toEqual(['Thématiques (0)', true])
    expect(await optionOf('departement', '55')).toEqual(['55 Meuse (0)', false])
    const number = Number(/\((\d+)\)/.exec(String((await optionOf('famille', 'levier'))[0]))?.[1])
    expect(number).toBe(count(await shown(tab)))
    await tab.reload({ waitUntil: 'load' })
    await waitFor(tab, `${number} exemples`)
    await tab.click('.exemples-filtre [type="reset"]')
    await waitFor(tab, `${count(all)} exemples`)
    expect(new URL(tab.url()).search).toBe('')
    expect(faults).toEqual([])
  })
})

it('« Près de chez vous » proposes communes, and puts first the examples of their département, then those of their région', async () => {
  await site.onTab(async (tab, faults) => {
    await tab.setViewport(DESK)
    await openExamples(tab)
    await tab.type('#filtre-lieu', 'bron')
    await tab.waitForSelector('#communes option[value="Bron (69)"]')
    await tab.$eval('#filtre-lieu', field => {
      ;(field as HTMLInputElement).value = ''
    })
    await tab.type('#filtre-lieu', 'Bron (69)')
    await waitFor(tab, 'Bron (69)\u00a0:')
    expect(await status(tab)).toMatch(
      /^Bron \(69\)\u00a0: \d+ exemples dans le département, \d+ autres dans la région Auvergne.Rhône.Alpes$/,
    )
    const places = await sections(tab)
    expect(places[0]).toBe('69')
    expect(places.length).toBeGreaterThan(1)
    const regions = new Set(
      await tab.$$eval('.index-territoires > section', all =>
        all.filter(one => one.checkVisibility()).map(one => (one as HTMLElement).dataset['region']),
      ),
    )
    expect(regions.size).toBe(1)
    expect(faults).toEqual([])
  })
})

it.each([
  [
    '29000',
    /^Finistère \(29\)\u00a0: \d+ exemples? dans le département, \d+ autres? dans la région Bretagne$/,
  ],
  ['ile de france', /^Île.de.France\u00a0: \d+ exemples dans la région$/],
  ['Meuse', /^Meuse \(55\)\u00a0: aucun exemple dans le département, \d+ dans la région Grand Est$/],
  ['Corse', /^Corse\u00a0: 1 exemple dans la région$/],
  ['vélo', /^\d+ exemples? pour «\u00a0vélo\u00a0»$/],
  [
    'tandem',
    /^Aucun exemple ne parle de «\u00a0tandem\u00a0»\. Chercher «\u00a0tandem\u00a0» dans tout le kit$/,
  ],
  ['Sainte-Colombe', /^Plusieurs communes s’appellent Sainte-Colombe\u00a0: choisir la sienne/],
])('« Près de chez vous » takes « %s » as it is typed, and so does the address', async (words, said) => {
  await site.onTab(async (tab, faults) => {
    await tab.setViewport(DESK)
    await openExamples(tab)
    await tab.type('#filtre-lieu', words)
    const isTold = () =>
      tab.waitForFunction(
        ([source]) =>
          new RegExp(source ?? '').test(
            document.querySelector('.exemples-filtre [role="status"]')?.textContent ?? '',
          ),
        {},
        [said.source],
      )
    await isTold()
    await tab.reload({ waitUntil: 'load' })
    await isTold()
    expect(faults).toEqual([])
  })
})

it('a commune is waited for, and without network nobody says that it has no example', async () => {
  await site.onTab(async tab => {
    await tab.setBypassServiceWorker(true)
    await openExamples(tab)
    const held: HTTPRequest[] = []
    await tab.setRequestInterception(true)
    tab.on('request', request => {
      if (request.url().endsWith('.txt')) held.push(request)
      else void request.continue()
    })
    await tab.type('#filtre-lieu', 'Ussel')
    await waitFor(tab, 'Recherche de «\u00a0Ussel\u00a0»…')
    await Promise.all(held.splice(0).map(request => request.abort('internetdisconnected')))
    await waitFor(tab, 'La liste des communes n’est pas là sans réseau')
    await tab.evaluate(() => dispatchEvent(new Event('online')))
    await until(() => held.length > 0)
    await Promise.all(held.splice(0).map(request => request.continue()))
    await waitFor(tab, 'Plusieurs communes s’appellent Ussel')
  })
})

it('a département of the map shows its examples beside it', async () => {
  await site.onTab(async (tab, faults) => {
    await tab.setViewport({ width: 1366, height: 768 })
    await openExamples(tab)
    const fills = await tab.$$eval('.carte-trait, .carte-dessins .plusieurs', all =>
      all.map(one => getComputedStyle(one).fill),
    )
    // Its hatching is that of its legend.
    expect(new Set(fills).size).toBe(1)
    // Paris is too small on the map itself.
    await tab.click('.carte-loupe a[data-departement="75"]')
    await waitFor(tab, '1 exemple')
    expect(await sections(tab)).toEqual(['75'])
    const [card, map] = await Promise.all(
      ['.exemple-carte:not([hidden])', '.carte-dessins svg'].map(one =>
        tab.$eval(one, element => element.getBoundingClientRect().toJSON() as DOMRect),
      ),
    )
    expect(card?.top).toBeLessThan(768)
    expect(map?.left).toBeGreaterThan(card?.right ?? 0)
    expect(faults).toEqual([])
  })
})

it('a title is copied as an address; an example is cited in words and in BibTeX, with its place', async () => {
  await site.onTab(async (tab, faults) => {
    await tab.setViewport(DESK)
    // What is copied is kept by the page: a clipboard belongs to the machine.
    await tab.evaluateOnNewDocument(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
      })
    })
    const copied = () => tab.evaluate(() => ('copied' in window ? String(window.copied) : null))
    await site.open(tab, 'fiches/scic/')
    // Only a pointer that hovers is offered it.
    await tab.$eval('.corps h2 .copier-lien', button => (button as HTMLElement).click())
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('[role="status"]')].some(one => one.textContent === 'Lien copié'),
    )
    const heading = await tab.$eval('.corps h2', one => one.id)
    expect(await copied()).toBe(`${site.url}fiches/scic/#${heading}`)

    const id = await tab.$eval('.exemple', example => example.id)
    const quote = `#${id} .copier-lien`
    await tab.focus(quote)
    await tab.keyboard.press('Enter')
    await tab.waitForSelector('dialog.citation[open]')
    const [words, bibtex] = await tab.$$eval('dialog.citation :is(p, pre)', parts =>
      parts.map(part => part.textContent ?? ''),
    )
    const [title, place] = await tab.$eval(`#${id}`, one =>
      ['.bloc-titre', '.lieu'].map(part => one.querySelector(part)?.textContent?.trim() ?? ''),
    )
    expect(words).toContain(`«\u00a0${title}\u00a0» (${place})`)
    expect(bibtex).toContain(title?.replaceAll('\u00a0', '~'))
    for (const said of [words, bibtex]) {
      expect(said).toContain(`/fiches/scic/#${id}`)
    }
    expect(bibtex).toMatch(/^@\w+\{/)
    await tab.click('dialog.citation summary')
    await tab.click('dialog.citation pre + .bouton')
    await tab.waitForFunction(() => 'copied' in window && String(window.copied).startsWith('@'))
    await tab.keyboard.press('Escape')
    await tab.waitForFunction(() => !document.querySelector('dialog.citation'))
    expect(await tab.evaluate(wanted => document.activeElement?.matches(wanted), quote)).toBe(true)

    // The fiche itself is cited with its address too.
    expect(await tab.$eval('.citer[data-source] p', one => one.textContent)).toContain(
      `${site.url}fiches/scic/`,
    )

    await site.open(tab, `sigles/`)
    await site.open(tab, `fiches/scic/#${id}`)
    expect(
      await tab.$eval(`#${id}`, one => [one.matches(':target'), getComputedStyle(one).outlineStyle]),
    ).toEqual([true, 'solid'])
    expect(faults).toEqual([])
  })
})

it('a figure is cited with what is counted, and with its own source', async () => {
  await site.onTab(async tab => {
    await site.open(tab, 'fiches/politique-de-la-ville/')
    await tab.click('.chiffres-liste > li .citer-passage')
    const words = await tab.waitForSelector('dialog.citation[open] p')
    expect(await words?.evaluate(one => one.textContent?.replaceAll('\u00a0', '_'))).toContain(
      '«_L’ESS dans l’emploi_: 17_% des emplois dans les quartiers_» (source_: étude ANCT et ESS France, février 2018), dans «_ESS & politique de la ville_»',
    )
  })
})

it.each([true, false])(
  'on a phone the first example is on the first two screens, filters and map are folded (script: %s)',
  async script => {
    await site.onTab(async (tab, faults) => {
      await tab.setViewport(PHONE)
      await tab.setJavaScriptEnabled(script)
      await site.open(tab, `territoires/${script ? '?theme=scic' : ''}`)
      const top = () =>
        tab.$$eval('.exemple-carte', cards =>
          Math.min(
            ...cards.filter(card => card.checkVisibility()).map(card => card.getBoundingClientRect().top),
          ),
        )
      expect(await top()).toBeLessThan(1.25 * PHONE.height)
      const isShown = (selector: string) => tab.$eval(selector, one => one.checkVisibility())
      expect(await isShown('.carte-dessins')).toBe(false)
      await tab.click('.carte-cadre summary')
      expect(await isShown('.carte-dessins')).toBe(true)
      expect(await isShown('.exemples-filtre')).toBe(script)
      if (script) {
        expect(await isShown('#filtre-theme')).toBe(false)
        expect(await tab.$eval('.exemples-filtre summary', one => one.textContent)).toBe(
          'Filtres\u00a0: 1 choisi',
        )
        await tab.click('.exemples-filtre summary')
        expect(await isShown('#filtre-theme')).toBe(true)
      }
      expect(faults).toEqual([])
    })
  },
)

it('squares of overseas départements are large enough for a finger on the narrowest phone, their codes for an eye', async () => {
  await site.onTab(async tab => {
    await tab.setViewport({ width: 320, height: 640 })
    await site.open(tab, 'territoires/')
    await tab.click('.carte-cadre summary')
    const { sides, sizes } = await tab.evaluate(() => {
      const squares = [
        ...document.querySelectorAll<SVGRectElement>('.carte-dessins svg > rect, svg > a > rect'),
      ]
      const codes = [...document.querySelectorAll<SVGTextElement>('.carte-dessins text')]
      return {
        sides: squares.map(square => square.getBoundingClientRect().width),
        sizes: codes.map(code => {
          const { a: scale = 0 } = code.getScreenCTM() ?? {}
          return scale * Number.parseFloat(getComputedStyle(code).fontSize)
        }),
      }
    })
    expect(sides).toHaveLength(5)
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(24)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
  })
})
