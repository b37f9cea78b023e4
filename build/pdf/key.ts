import { keyOf } from '../cache.ts'
import { type Pictures, picturesOf } from './pictures.ts'
import type { Part } from './reserve.ts'
import type { Styles } from './styles.ts'

/** What moves a line besides the document: style sheets, font files, Paged.js, our own code in the tab, the browser. */
export type PagingTools = {
  styles: Pick<Styles, 'content' | 'paging' | 'fonts' | 'fingerprint'>
  pagedJs: string
  benchScript: string
  browserVersion: string
}

/** The name under which the pages of a document are kept: the hash of all that they depend on, and of nothing else. The
 *  number of its first page is not among it. */
export function keyOfPart(part: Part, tools: PagingTools, pictures: Pick<Pictures, 'digests'>): string {
  const shown = picturesOf(part.html).map(path => `${path} ${pictures.digests.get(path)}`)
  const { styles, pagedJs, benchScript, browserVersion } = tools
  return keyOf(
    'pages',
    part.html,
    shown.join('\n'),
    styles.content,
    styles.paging,
    styles.fonts,
    styles.fingerprint,
    pagedJs,
    benchScript,
    browserVersion,
  )
}
