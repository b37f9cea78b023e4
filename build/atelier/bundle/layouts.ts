import type { SitePage } from '../../pages/site-pages.ts'

/** The layouts, compiled: each gives a function. In the sources there are none; the bundle puts them in this module's place
 *  (`bundle-atelier.ts`). */
export const layouts: Readonly<Record<string, unknown>> = {}

/** The pages of the site, for its menus; as above. */
export const sitePages: readonly SitePage[] = []
