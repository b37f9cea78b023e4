import { changed, elementsOf } from '../../../../src/problems/index.ts'
import { oneByOne } from '../../../../src/text/index.ts'
import { describe, picturesOf } from '../../../paper/browser.ts'
import type { Fault, PageOfPart } from '../../../paper/index.ts'
import type { PressWindow } from '../../paper/press.ts'
import type { PaperDocument, PaperPart } from '../../worker/paper-press.ts'
import type { Workbench } from '../../worker/workbench.ts'
import { decodedAddress, h } from '../dom.ts'

/** Limits the words of a document that is paged while its author writes: paging blocks all else. The longest fiche has a
 *  third of them. */
export const LONGEST = 10_000

/** A document cut into pages. `faults`: what is wrong with them, in French. */
export type PagedDocument = PaperPart & {
  id: string
  pages: readonly PageOfPart[]
  faults: readonly string[]
}

/** Cuts documents into pages with the press's own code, in a hidden frame. */
export async function openPageCounter(workbench: Workbench, picture: (path: string) => string | null) {
  const press = await openPress()
  const documents = new Map<string, PagedDocument>()
  let look = ''

  async function count(id: string): Promise<PagedDocument | null> {
    const part = await workbench.paperPart(id)
    if (!part) return null
    const { lines, styles } = part
    const css = `${styles.fonts}\n${styles.content}`
    if (css !== look) {
      await press.dress(css)
      look = css
      documents.clear()
    }
    const former = documents.get(id)
    const { html, missing } = await withPictures(part.html, picture)
    if (former?.html === html) {
      const same = { ...former, lines, styles }
      documents.set(id, same)
      return same
    }
    const paged = await press.page(html, styles.plan)
    const faults: Fault[] = [...missing, ...paged.faults]
    const result = {
      id,
      html,
      pages: paged.pages,
      faults: [...new Set(faults.map(describe))],
      lines,
      styles,
    }
    documents.set(id, result)
    if (paged.pages.length > 0) await workbench.keepPages(id, paged.pages)
    return result
  }

  /** The frame holds one document. */
  const inTurn = oneByOne()
  const countInTurn = (id: string) => inTurn(() => count(id))

  return {
    /** Cuts a document anew where its text or its look has changed. @returns null: there is no such document */
    count: countInTurn,
    /** Counts all documents except the longest, one after another, until `goesOn` says no. */
    async countAll(
      goesOn: () => boolean,
      onCounted: (document: PaperDocument, pages: number) => void,
    ): Promise<void> {
      for (const document of await workbench.paperDocuments()) {
        if (document.mots > LONGEST) continue
        await pause()
        if (!goesOn()) return
        // The problems of a body that cannot be rendered are shown beside the text.
        const result = await countInTurn(document.id).catch(() => null)
        if (result) onCounted(document, result.pages.length)
      }
    },
  }
}

/** Lets the page draw and answer between two documents. */
const pause = () =>
  new Promise<void>(done => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 1000 })
    else setTimeout(done, 50)
  })

async function openPress(): Promise<PressWindow['press']> {
  // As large as the tab of a build.
  const frame = h('iframe.presse', {
    src: 'presse.html',
    title: 'Mise en pages',
    'aria-hidden': 'true',
    tabindex: '-1',
  })
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }))
  document.body.append(frame)
  await loaded
  return (frame.contentWindow as unknown as PressWindow).press
}

/** Gives the document its pictures, at their addresses in memory. Missing and damaged pictures are faults. */
export async function withPictures(html: string, picture: (path: string) => string | null) {
  const addresses = new Map<string, string>()
  const faults: Fault[] = []
  for (const path of picturesOf(html)) {
    const address = picture(decodedAddress(path.replace(/^\//, '')))
    const image = new Image()
    image.src = address ?? ''
    const why = address === null ? 'absente' : await image.decode().then(() => null, String)
    if (address !== null) addresses.set(path, address)
    if (why !== null) faults.push({ kind: 'image', path, why })
  }
  const changes = elementsOf(html).flatMap(element => {
    const name = element.attributes.has('src') ? 'src' : 'href'
    const source = element.attributes.get(name)
    const address =
      element.name === 'img' || element.name === 'image' ? addresses.get(source?.value ?? '') : undefined
    return source && address ? [{ ...source, text: `${name}="${address}"` }] : []
  })
  return { html: changed(html, changes), missing: faults }
}
