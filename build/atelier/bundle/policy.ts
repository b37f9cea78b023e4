import { directives, writePolicy } from '../../pages/policy.ts'

/** The policy of the app as a `<meta>`, which knows no `frame-ancestors`: that of the site, and pictures that it holds in memory, and
 *  frames of its own. No inline script, no inline style. */
export const metaPolicy = writePolicy({
  ...directives,
  'img-src': "'self' blob: data:",
  'frame-src': "'self'",
})

/** The same as a header. */
export const policy = `${metaPolicy}; frame-ancestors 'self'`
