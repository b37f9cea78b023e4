/** Lets a page of the site load its own files and nothing else. No inline script or style, no frame; a form asks a page of
 *  the site. */
export const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
}

/** Writes a policy for a header or a `<meta>`. */
export const writePolicy = (entries: Record<string, string>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The policy as a `<meta>`, which every host hands out (GitHub Pages sets no header). */
export const metaPolicy = (): string => writePolicy(directives)
