/** What the app may load: its own files, and pictures that it holds in memory. No inline script, no inline style. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

const written = (entries: Record<string, string>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The policy of a file of the app, as a `<meta>`, which knows no `frame-ancestors`. In the frame of the paper Paged.js writes
 *  style elements of its own: there they are allowed, and nowhere else. */
export const metaPolicy = (name: string): string =>
  written(name === 'papier.html' ? { ...directives, 'style-src': "'self' 'unsafe-inline'" } : directives)

/** The same as a header. */
export const policy = (name: string): string => `${metaPolicy(name)}; frame-ancestors 'self'`
