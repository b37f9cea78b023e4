import { relative } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { configure, type Edition } from '../eleventy.config.ts'
import { type Item, sequence } from '../src/indexes/sequence.ts'
import type { Kit, Medium } from '../src/kit.ts'
import type { Rendered } from '../src/markdown/create-renderer.ts'

/** One item of the kit, as one medium shows it. */
export type Document = {
  item: Item
  html: string
  /** Files that the HTML refers to (pictures of an e-book). */
  resources: Rendered['resources']
}

/** Renders the kit for print or for the e-book, in memory, in the order of `sequence`.
 *  @throws Error with Eleventy's own as its cause when a layout fails */
export async function render(kit: Kit, medium: Exclude<Medium, 'web'>): Promise<Document[]> {
  const resources = new Map<string, Rendered['resources']>()
  const eleventy = new Eleventy(relative('.', kit.dir), `dist/${medium}`, {
    configPath: null,
    quietMode: true,
    config: configure({
      kit,
      medium,
      edition: null,
      onBody: (item, rendered) => void resources.set(item.id, rendered.resources),
    }),
  })
  eleventy.disableLogger()
  const results = await eleventy.toJSON()
  const htmlOf = new Map(results.map(({ url, content }) => [url, content]))
  return sequence(kit).map(item => {
    const html = htmlOf.get(`/${item.id}.html`)
    if (html === undefined) throw new Error(`no ${medium} document was made for ${item.kind} ${item.id}`)
    return { item, html, resources: resources.get(item.id) ?? [] }
  })
}

/** Writes the site into `output` (relative to the working folder), through Eleventy and Vite. */
export async function writeSite(
  kit: Kit,
  edition: Edition,
  output: string,
  viteFolder: string,
): Promise<void> {
  const eleventy = new Eleventy(relative('.', kit.dir), output, {
    configPath: null,
    quietMode: true,
    config: configure({ kit, medium: 'web', edition, viteFolder }),
  })
  eleventy.disableLogger()
  await eleventy.write()
}
