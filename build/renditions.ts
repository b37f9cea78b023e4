import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import Eleventy, { type UserConfig } from '@11ty/eleventy'
import { configure, configureAssets, type Edition } from '../eleventy.config.ts'
import { type Item, sequence } from '../src/indexes/sequence.ts'
import type { Kit, Medium } from '../src/kit.ts'
import type { Rendered } from '../src/markdown/create-renderer.ts'
import { openPlain } from './plain-input.ts'

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
  await using input = await openPlain(kit)
  const eleventy = new Eleventy(relative('.', input.kit.dir), `dist/${medium}`, {
    configPath: null,
    quietMode: true,
    config: configure({
      kit: input.kit,
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

/** Writes the pages of the site into `output` (relative to the working folder).
 *  @param head the tags of the bundled style sheet and script, as `writeAssets` found them */
export async function writePages(kit: Kit, edition: Edition, head: string, output: string): Promise<void> {
  await using input = await openPlain(kit)
  await write(
    relative('.', input.kit.dir),
    output,
    configure({ kit: input.kit, medium: 'web', edition, head }),
  )
}

/** Renders the pages of the site in memory, naming the sources that a Vite server gives. @returns path (`/x/`) → HTML */
export async function renderPages(kit: Kit): Promise<Map<string, string>> {
  await using input = await openPlain(kit)
  const eleventy = new Eleventy(relative('.', input.kit.dir), 'dist/web', {
    configPath: null,
    quietMode: true,
    config: configure({ kit: input.kit, medium: 'web', edition: null }),
  })
  eleventy.disableLogger()
  const results = await eleventy.toJSON()
  return new Map(results.flatMap(({ url, content }) => (url === false ? [] : [[url, content] as const])))
}

/** Bundles the site's style sheet, script and fonts into `output/assets`; `output/index.html` holds the tags that load them.
 *  @param work folder to work in, where nothing else is. @param fonts folder of the fonts */
export async function writeAssets(kit: Kit, output: string, work: string, fonts: string): Promise<void> {
  const input = join(work, 'vide')
  await mkdir(input, { recursive: true })
  await write(relative('.', input), output, configureAssets(kit, { viteFolder: join(work, 'vite'), fonts }))
}

async function write(
  input: string,
  output: string,
  config: (config: UserConfig) => void | Promise<void>,
): Promise<void> {
  const eleventy = new Eleventy(input, output, { configPath: null, quietMode: true, config })
  eleventy.disableLogger()
  await eleventy.write()
}
