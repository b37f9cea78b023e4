import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Rubriques } from '../../src/kit/index.ts'

/** A page that the press adds to the site, as the front matter of its layout describes it, under `site`. */
export type SitePage = {
  /** Name of its layout: `a-propos`. */
  name: string
  /** Text of its layout; null: the layout of a document of the kit (the sommaire, the examples, the acronyms). */
  template: string | null
  /** `/a-propos/` */
  path: string
  /** Place among the pages in menus, in the sitemap and in the search. */
  rang: number
  /** Name in the menu. */
  menu?: string
  /** Name at the foot of the pages. */
  pied?: string
  /** In the sitemap. */
  plan?: true
  /** Title, sentence and further words for the search. `{{ kit.titre }}`: a value of the kit. */
  recherche?: { titre: string; texte: string; mots: string }
  /** The index of the kit without which the page is left out. */
  index?: keyof Rubriques
  /** Roles of files of which one must be there, several together as `extrait pdf-ecran`. */
  fichiers?: readonly string[]
}

const folder = fileURLToPath(new URL('../../layouts/web', import.meta.url))

/** The pages that say under `site` what the site must know of them, by their rank. */
export const readSitePages = (): SitePage[] =>
  [...layoutsIn('pages'), ...layoutsIn('')].toSorted((a, b) => a.rang - b.rang)

const layoutsIn = (subfolder: string): SitePage[] =>
  readdirSync(join(folder, subfolder))
    .filter(file => file.endsWith('.njk'))
    .flatMap((file): SitePage[] => {
      const template = readFileSync(join(folder, subfolder, file), 'utf8')
      const head = /^---\n(.*?)\n---\n/s.exec(template)?.[1]
      const name = basename(file, '.njk')
      const { permalink = `/${name}/`, site = { rang: 1000 } } = (head ? parse(head) : {}) as FrontMatter
      const path = permalink.replace(/index\.html$/, '')
      if (subfolder === '') return head ? [{ ...site, name, template: null, path }] : []
      return [{ ...site, name, template, path }]
    })

type FrontMatter = { permalink?: string; site?: Omit<SitePage, 'name' | 'template' | 'path'> }
