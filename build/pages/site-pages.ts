import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../layouts/web/pages', import.meta.url))

/** The pages that are the site's alone, by the name of their template. */
export const readSitePages = (): Map<string, string> =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))

/** Whether the site has a page for the printer: once there is a file for him. @param roles of the files of the edition */
export const isForPrinter = (roles: ReadonlySet<string>): boolean =>
  roles.has('pdf-impression') || roles.has('rapport-prepresse')

/** Whether readers may compose a kit: of the pieces and the PDF that they are cut from. @param roles of the files of the edition */
export const isComposable = (roles: ReadonlySet<string>): boolean =>
  roles.has('extrait') && roles.has('pdf-ecran')
