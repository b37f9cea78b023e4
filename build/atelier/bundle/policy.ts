import { directives, writePolicy } from '../../pages/policy.ts'

/** What the pages of the app may load. */
const app = {
  ...directives,
  'img-src': "'self' blob: data:",
  'frame-src': "'self'",
}

/** The policy of the app as a `<meta>`, which knows no `frame-ancestors`: that of the site, and pictures that it holds in memory, and
 *  frames of its own. No inline script, no inline style. */
export const metaPolicy = writePolicy(app)

/** That of the frames in which pages are cut and shown: Paged.js writes style sheets, and pieces of a page say in a `style` where
 *  they stand. Nothing is fetched there but fonts, pictures and the press's own scripts. */
export const paperPolicy = writePolicy({
  ...app,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
})

/** A policy as a header. */
export const asHeader = (policy: string): string => `${policy}; frame-ancestors 'self'`
