import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { type Files, newStillPage, type OfflineTab, openOfflineTab, origin } from '../../ground/index.ts'
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

/** Workshops passed from one step to the next: opening one takes as long as paging a fiche. */
export type Workshops = {
  /** Adds pictures for all workshops. */
  add(files: Files): void
  /** Opens one, for whoever takes it later, unless one is idle. */
  prepare(): void
  /** One of them, which goes back when its scope ends. */
  take(): Promise<Workshop>
  [Symbol.asyncDispose](): Promise<void>
}

export type WorkshopTools = {
  styles: Pick<Styles, 'fonts' | 'content' | 'assembly' | 'page' | 'files'>
  pagedJs: string
}

export function openWorkshops(browser: Browser, { styles, pagedJs }: WorkshopTools): Workshops {
  // The style sheets stand in the page, once: read by Paged.js, they would be parsed again for every document.
  const page = `<!doctype html><html lang="fr-FR"><meta charset="utf-8"><title>Atelier</title><link rel="icon" href="data:,"><style>${styles.fonts}\n${styles.content}</style><style id="${ASSEMBLY}" media="not all">${styles.assembly}</style><style id="${PAGE_SHEET}" media="not all">${styles.page}</style><script src="/paged.js"></script><body>`
  const files = new Map<string, Uint8Array | string>(styles.files)
  files.set('atelier', page).set('paged.js', pagedJs)
  const all = new Set<Promise<Workshop>>()
  const idle: Promise<Workshop>[] = []
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
      for (const [path, content] of more) files.set(path, content)
    },
    prepare() {
      if (idle.length === 0) idle.push(open())
    },
    async take() {
      const opening = idle.pop() ?? open()
      const workshop = await opening
      return {
        ...workshop,
        async [Symbol.asyncDispose]() {
          if (workshop.alive()) idle.push(opening)
          else await close(opening)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...all].map(close))
    },
  }
}

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
