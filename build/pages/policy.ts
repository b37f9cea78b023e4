import { createHash } from 'node:crypto'

/** Lets a page of the site load its own files and nothing else. No inline script or style, no frame, no form. */
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
  'form-action': "'none'",
}

/** Writes a policy for a header or a `<meta>`. */
export const writePolicy = (entries: Record<string, string>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The policy as a `<meta>`, for hosts that set no header (GitHub Pages). */
export const metaPolicy = (): string => writePolicy(directives)

/** The policy as a header. `frame-ancestors` is ignored in a `<meta>`. @see CSP3 §6.4.2
 *  @param styles style sheets that stand in a page offered to download: allowed by their hash, and nothing else */
export const headerPolicy = (styles: readonly string[] = []): string =>
  writePolicy({
    ...directives,
    'style-src': [directives['style-src'], ...styles.map(hashSource)].join(' '),
    'frame-ancestors': "'none'",
  })

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
