import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../layouts/web/pages', import.meta.url))

/** The pages that are the site's alone, by the name of their template. */
export const readSitePages = (): Map<string, string> =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))
