import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { KeyInput, Page } from 'puppeteer'
import { forAuthors, sayWorths } from '../../../build/atelier/app/problems-view.ts'
import { staticFiles } from '../../../build/atelier/bundle/app-files.ts'
import { serveFolders } from '../../../build/atelier/server/serve-folder.ts'
import { zipOf } from '../../../build/atelier/shelf/zip-shelf.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { filesIn } from './bundled.ts'
import { app, BASE, chooseFile, openAlone, serveKit } from './open-app.ts'

export type Host = 'server' | 'static'

/** Random numbers that decide one gesture: its kind, its target, its words. */
type Throw = readonly [kind: number, target: number, words: number]
type Fault = { at: number; what: string; trail: string[] }

const words = [
  'coût : 12 %',
  ':::',
  '# titre',
  '| a | b |',
  '20-11',
  '**',
  '"a',
  '[[x',
  '{',
  '- ',
  '',
  '  ',
  'é',
]
const keys: KeyInput[] = ['Enter', 'Backspace', 'Delete', 'Escape', 'Tab', 'ArrowDown', 'Home', 'End']
const chords: KeyInput[] = ['b', 'i', 'z', 'y', 'a', 'x', 'v', 's', 'k', 'f']

/** Deeds whose name says that they take words away, or bring others back. */
const taking =
  /^(?:Supprimer|Annuler|Rétablir|Mettre « à paraître »|Revenir|Remplacer|Prendre|Corriger|Renommer|replace|all|next)|effacé|Ctrl\+[zyxva]|Backspace|Delete|Enter|glisse|choisit|remplit/i

/** @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(all: readonly T[], number: number): T => all[Math.floor(number * all.length)] as T

/** Walks through the atelier at random. @returns null, or the first fault and the shortest trail that leads to one of its kind */
export async function walk(host: Host, seed: number, gestures: number): Promise<Fault | null> {
  const random = randomOf(seed)
  let steps = Array.from({ length: gestures }, (): Throw => [random(), random(), random()])
  let fault = await follow(host, steps)
  if (!fault) return null
  steps = steps.slice(0, fault.at + 1)
  // Takes away ever smaller parts that the fault does without.
  for (let size = Math.ceil(steps.length / 2), tries = 0; size >= 1 && tries < MOST_TRIES; ) {
    let isShorter = false
    for (let from = 0; from < steps.length && tries < MOST_TRIES; from += size, tries++) {
      const fewer = steps.toSpliced(from, size)
      const again: Fault | null = await follow(host, fewer)
      if (!again) continue
      fault = again
      steps = fewer.slice(0, again.at + 1)
      isShorter = true
      from -= size
    }
    if (!isShorter) size = size === 1 ? 0 : Math.ceil(size / 2)
  }
  return fault
}

const MOST_TRIES = 40
const EACH = 50

/** A kit whose announced fiche has words already, on one of the hosts. */
async function openHost(host: Host) {
  const announced = (dir: string) => {
    const file = join(dir, 'thematiques/04-habitat.md')
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\nHabiter demande un logement digne, durable et partagé.\n`,
    )
  }
  const served = await serveKit(BASE)
  announced(served.dir)
  if (host === 'server') {
    const page = await openAlone(served.url)
    return {
      page,
      dir: served.dir,
      end: async () => {
        await page[Symbol.asyncDispose]()
        await served[Symbol.asyncDispose]()
      },
    }
  }
  const root = mkdtempSync(join(tmpdir(), 'kit-marche-'))
  for (const [path, bytes] of Object.entries(staticFiles(await app()))) {
    mkdirSync(dirname(join(root, 'atelier', path)), { recursive: true })
    writeFileSync(join(root, 'atelier', path), bytes)
  }
  writeFileSync(join(root, 'kit.zip'), zipOf(filesIn(served.dir)))
  const folder = await serveFolders(new Map([['/', root]]))
  const page = await openAlone(`${folder.origin}/atelier/`)
  await chooseFile(await page.tab.waitForSelector('input[type=file]'), join(root, 'kit.zip'))
  return {
    page,
    dir: null,
    async end() {
      await page[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
      await served[Symbol.asyncDispose]()
      rmSync(root, { recursive: true })
    },
  }
}

async function follow(host: Host, steps: readonly Throw[]): Promise<Fault | null> {
  const { page, dir, end } = await openHost(host)
  const { tab, complaints } = page
  const trail: string[] = []
  /** The words of each text when it was last seen. */
  const seen = new Map<string, Set<string>>()
  try {
    tab.on('dialog', dialog => void dialog.accept())
    await tab.waitForSelector('.coup-d-oeil')
    for (const [at, step] of steps.entries()) {
      const gesture = await perform(tab, step)
      trail.push(gesture)
      await quiet(tab)
      if (taking.test(gesture)) seen.clear()
      const what =
        complaints[0] ??
        (await faultOnScreen(tab)) ??
        (await lostWords(tab, seen)) ??
        (dir && at % EACH === EACH - 1 ? await unlikeCheck(tab, dir) : null)
      if (what) return { at, what, trail }
    }
    return null
  } finally {
    await end()
  }
}

/** Waits until the page has nothing to do. */
const quiet = (tab: Page) =>
  tab
    .evaluate(() => new Promise(done => requestIdleCallback(done, { timeout: 500 })))
    // It was reloaded.
    .catch(() => tab.waitForSelector('.barre, .accueil'))

/** Does what a throw decides on this screen. @returns what it was, for a person */
async function perform(tab: Page, [kind, target, text]: Throw): Promise<string> {
  if (kind < 0.02) {
    await tab.reload()
    await tab.waitForSelector('.barre')
    return 'recharge la page'
  }
  if (kind < 0.04) {
    const width = pick([390, 820, 1280], target)
    await tab.setViewport({ width, height: 900 })
    return `largeur ${width}`
  }
  if (kind < 0.12) {
    const key = pick(keys, target)
    await tab.keyboard.press(key)
    return `touche ${key}`
  }
  if (kind < 0.18) {
    const key = pick(chords, target)
    await tab.keyboard.down('Control')
    await tab.keyboard.press(key)
    await tab.keyboard.up('Control')
    return `Ctrl+${key}`
  }
  const place = await tab.evaluate(findTarget, kind < 0.45, target)
  if (!place) return 'rien'
  const { x, y, name, sort } = place
  if (sort === 'select') {
    await tab.evaluate(chooseAt, x, y, text)
    return `choisit dans ${name}`
  }
  if (sort === 'line' && kind < 0.22) {
    await tab.mouse.move(x, y)
    await tab.mouse.down()
    await tab.mouse.move(x + 60, y + 40 * text, { steps: 3 })
    await tab.mouse.up()
    return `glisse sur « ${name} »`
  }
  await tab.mouse.click(x, y)
  if (sort === 'press') return name
  const typed = pick(words, text)
  if (sort === 'field' && target < 0.5) await tab.mouse.click(x, y, { count: 3 })
  await tab.keyboard.type(typed)
  return `${sort === 'field' ? 'remplit' : 'écrit'} « ${typed} » dans « ${name} »`
}

/** Finds something to touch, in the page. @param isText a line of the editor, where there is one */
function findTarget(isText: boolean, number: number) {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const shadow = document.querySelector('.editeur')?.shadowRoot
  const lines = dialog ? [] : [...(shadow?.querySelectorAll('.cm-line') ?? [])]
  const controls = [
    ...(dialog ?? document).querySelectorAll<HTMLElement>(
      'button:not(:disabled), summary, select, textarea, input:not([type=file])',
    ),
    ...(dialog ? [] : (shadow?.querySelectorAll<HTMLElement>('.cm-content button') ?? [])),
  ].filter(one => !/^(?:Envoyer|Télécharger|Un autre kit|Ouvrir)/.test(one.textContent ?? ''))
  const all = (isText && lines.length > 0 ? lines : controls).filter(
    one => one.checkVisibility() && !one.closest('[inert]'),
  )
  const one = all[Math.floor(number * all.length)]
  if (!one) return null
  one.scrollIntoView({ block: 'center' })
  const { left, top, width, height } = one.getBoundingClientRect()
  const name = (one.getAttribute('aria-label') || one.getAttribute('name') || one.textContent || '').trim()
  const isField = one.matches('textarea, input:not([type=checkbox], [type=radio])')
  const sort = one.matches('.cm-line')
    ? 'line'
    : one.matches('select')
      ? 'select'
      : isField
        ? 'field'
        : 'press'
  return { x: left + Math.min(width / 2, 200), y: top + height / 2, name: name.slice(0, 40), sort }
}

function chooseAt(x: number, y: number, number: number): void {
  const select = document.elementFromPoint(x, y)?.closest('select')
  if (!select) return
  select.selectedIndex = Math.floor(number * select.options.length)
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }))
}

/** What no screen may show. */
const faultOnScreen = (tab: Page) =>
  tab.evaluate(() => {
    const shadow = document.querySelector('.editeur')?.shadowRoot?.querySelector('.cm-content')
    const text = `${document.body.textContent} ${shadow?.textContent ?? ''}`
    const bad =
      /Impossible de lire le kit|n’a pas abouti|ne peut pas être montrée|\bundefined\b|\bNaN\b|\[object Object\]/.exec(
        text,
      )
    if (bad) return bad[0]
    const main = document.querySelector('main:not([hidden])')
    return document.querySelector('.barre') && main?.querySelector('h1')?.textContent
      ? null
      : 'la pièce est vide'
  })

/** Tells of a text most of whose words are gone, though no gesture was named so. */
async function lostWords(tab: Page, seen: Map<string, Set<string>>): Promise<string | null> {
  const { file, text } = await tab.evaluate(() => ({
    file: document.querySelector('.fiche-ouverte:not([hidden])') ? location.hash : '',
    text: document.querySelector('.editeur')?.shadowRoot?.querySelector('.cm-content')?.textContent ?? '',
  }))
  if (file === '') return null
  const now = new Set(text.match(/\p{L}{4,}/gu))
  const former = seen.get(file) ?? now
  seen.set(file, now)
  const lost = [...former].filter(word => !text.includes(word))
  return lost.length > 2 && lost.length > former.size / 5
    ? `mots perdus : ${lost.slice(0, 5).join(', ')}`
    : null
}

/** Saves, and holds the problems that the kit tells against those of `kit check`. */
async function unlikeCheck(tab: Page, dir: string): Promise<string | null> {
  await tab.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    const press = (words: string) =>
      [...document.querySelectorAll('button')].find(one => one.textContent?.startsWith(words))?.click()
    press('Le kit')
    press('Enregistrer (')
  })
  await tab.waitForFunction(
    () =>
      [...document.querySelectorAll('.barre button')].some(({ textContent }) => textContent === 'Enregistré'),
    { timeout: 60_000 },
  )
  const { problems } = await readKit(dir)
  const told = problems.filter(({ code }) => code !== 'ancre-absente')
  const expected =
    sayWorths(forAuthors({ problems: told } as Parameters<typeof forAuthors>[0])) || 'aucun problème'
  const isSaid = await tab
    .waitForFunction(
      text => document.querySelector('.coup-d-oeil .compte')?.textContent?.includes(text),
      { timeout: 10_000 },
      expected,
    )
    .catch(() => null)
  return isSaid
    ? null
    : `kit check : ${expected} ; l’atelier : ${await tab.$eval('.coup-d-oeil .compte', one => one.textContent)}`
}

/** @throws with the trail of a walk that met a fault */
export async function expectSound(host: Host, seed: number, gestures: number): Promise<void> {
  const fault = await walk(host, seed, gestures)
  if (fault)
    throw new Error(
      `seed ${seed} on ${host}: ${fault.what}\n${fault.trail.map((step, at) => `${at + 1}. ${step}`).join('\n')}`,
    )
}
