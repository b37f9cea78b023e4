import { keyOf } from '../../store/cache.ts'
import type { Pictures } from './pictures.ts'
import { digestsIn } from './pictures-of.ts'
import type { Part } from './reserve.ts'
import type { Styles } from './styles.ts'

/** What moves a line besides the document and the press: style sheets, font files, the browser. */
export type PagingTools = {
  styles: Pick<Styles, 'content' | 'plan' | 'fonts' | 'fingerprint'>
  browserVersion: string
}

/** Makes the function that names what is kept of a document: the hash of all that its pages depend on, and of nothing else. The
 *  number of its first page is not among it. What all documents share is hashed once. */
export function keysOfParts(
  { styles, browserVersion }: PagingTools,
  pictures: Pick<Pictures, 'digests'>,
): (part: Part) => string {
  const shared = keyOf(
    'outils',
    styles.content,
    JSON.stringify(styles.plan),
    styles.fonts,
    styles.fingerprint,
    browserVersion,
  )
  return part => {
    const shown = digestsIn(part.html, pictures)
    return keyOf('pages', part.side ?? '', part.html, shown.join('\n'), shared)
  }
}
