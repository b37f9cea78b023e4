import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import {
  type Files,
  keyOf,
  newStillPage,
  type OfflineTab,
  openOfflineTab,
  origin,
} from '../../ground/index.ts'
import type * as workbench from '../tab.ts'
import type { Styles } from './assets.ts'
import { readTools } from './read-tools.ts'
import { ASSEMBLY, PAGE_SHEET } from './tab/workbench.ts'

declare global {
  interface Window {
    workbench: typeof workbench
  }
}

const { resolve } = createRequire(import.meta.url)

/** Paged.js as a script of its own; the package exports neither this file nor its package.json. */
export const readPagedJs = () => readFile(join(resolve('pagedjs'), '../../dist/paged.min.js'), 'utf8')

/** A tab with fonts, style sheets, Paged.js and the bench, to page any number of documents, then to print them. */
export type Workshop = OfflineTab

/** Workshops passed from one step to the next, and from one edition to the next: opening one takes as long as paging a fiche. */
export type Workshops = {
  /** Adds pictures for all workshops. When a picture has changed, idle tabs are closed, and busy ones at their return. */
  add(files: Files): void
  /** Opens one, for whoever takes it later, unless one is idle. */
  prepare(): void
  /** One of them, which goes back when its scope ends. */
  take(): Promise<Workshop>
  [Symbol.asyncDispose](): Promise<void>
}

export type WorkshopTools = {
  styles: Pick<Styles, 'fonts' | 'content' | 'assembly' | 'page' | 'files' | 'fingerprint'>
  pagedJs: string
}

export function openWorkshops(browser: Browser, { styles, pagedJs }: WorkshopTools): Workshops {
  // The style sheets stand in the page, once: read by Paged.js, they would be parsed again for every document.
  const page = `<!doctype html><html lang="fr-FR"><meta charset="utf-8"><title>Atelier</title><link rel="icon" href="data:,"><style>${styles.fonts}\n${styles.content}</style><style id="${ASSEMBLY}" media="not all">${styles.assembly}</style><style id="${PAGE_SHEET}" media="not all">${styles.page}</style><script src="/paged.js"></script><body>`
  const files = new Map<string, Uint8Array | string>(styles.files)
  files.set('atelier', page).set('paged.js', pagedJs)
  const all = new Set<Promise<Workshop>>()
  const idle: Promise<Workshop>[] = []
  /** Number of changes of a file: a tab that was taken before has read another. */
  let changes = 0
  const open = () => {
    const opening = openWorkshop(browser, files)
    all.add(opening)
    opening.catch(() => all.delete(opening)) // thrown to the caller who takes it
    return opening
  }
  const close = async (workshop: Promise<Workshop>) => {
    // One that never opened was reported to whoever took it.
    const opened = await workshop.catch(() => undefined)
    await opened?.[Symbol.asyncDispose]()
    all.delete(workshop)
  }
  return {
    add(more) {
      const changed = [...more].some(([path, content]) => !isSame(files.get(path) ?? content, content))
      for (const [path, content] of more) files.set(path, content)
      if (!changed) return
      changes++
      for (const workshop of idle.splice(0)) void close(workshop)
    },
    prepare() {
      if (idle.length === 0) idle.push(open())
    },
    async take() {
      const taken = changes
      const opening = idle.pop() ?? open()
      const workshop = await opening
      return {
        ...workshop,
        async [Symbol.asyncDispose]() {
          if (taken === changes && workshop.alive()) idle.push(opening)
          else await close(opening)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...all].map(close))
    },
  }
}

/** Workshops that stand from one edition to the next. */
export type StandingWorkshops = {
  /** Workshops of a browser with these tools, opened anew when either is another. */
  for(browser: Browser, tools: WorkshopTools): Workshops
  [Symbol.asyncDispose](): Promise<void>
}

export function standWorkshops(): StandingWorkshops {
  let standing: { browser: Browser; look: string; workshops: Workshops } | undefined
  return {
    for(browser, tools) {
      const { fonts, content, assembly, page, fingerprint } = tools.styles
      const look = keyOf('atelier', fonts, content, assembly, page, fingerprint, tools.pagedJs)
      if (standing?.browser === browser && standing.look === look) return standing.workshops
      // Tabs of another look are useless now; a fault in closing them goes to the caller who waited.
      void standing?.workshops[Symbol.asyncDispose]()
      standing = { browser, look, workshops: openWorkshops(browser, tools) }
      return standing.workshops
    },
    async [Symbol.asyncDispose]() {
      await standing?.workshops[Symbol.asyncDispose]()
    },
  }
}

const isSame = (a: Uint8Array | string, b: Uint8Array | string) =>
  a === b || (typeof a !== 'string' && typeof b !== 'string' && Buffer.compare(a, b) === 0)

async function openWorkshop(browser: Browser, files: Files): Promise<Workshop> {
  const offline = await openOfflineTab(browser, files, newStillPage)
  const { tab, ask } = offline
  try {
    await ask(tab.goto(`${origin}atelier`))
    await ask(tab.evaluate(await readTools()))
    await ask(
      tab.evaluate(() => {
        window.workbench.fastFrames()
        return window.workbench.loadFaces()
      }),
    )
    return offline
  } catch (error) {
    await offline[Symbol.asyncDispose]()
    throw error
  }
}
