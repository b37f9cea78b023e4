import type { Kit } from '../../src/kit.ts'
import type { Chapter } from './chapters.ts'
import { COVER, NAV, NCX, STYLE } from './files.ts'
import { metadataOf } from './metadata.ts'
import { pictureTypeOf } from './resources.ts'

type Item = { id: string; href: string; type: string; properties?: string }

/** The package document (OPF): metadata, every file, the reading order. @see https://www.w3.org/TR/epub-33/#sec-package-doc
 *  The navigation document stands in the spine, off the reading order: its own landmarks link to its page list. */
export function packageOf(
  kit: Kit,
  date: Date,
  chapters: readonly Chapter[],
  resources: Iterable<string>,
): string {
  const items: Item[] = [
    { id: 'nav', href: NAV, type: 'application/xhtml+xml', properties: 'nav' },
    { id: 'ncx', href: NCX, type: 'application/x-dtbncx+xml' },
    { id: 'style', href: STYLE, type: 'text/css' },
    ...chapters.map(({ href, xhtml }) => ({
      id: idOf(href),
      href,
      type: 'application/xhtml+xml',
      ...(/<svg[\s>]/.test(xhtml) && { properties: 'svg' }),
    })),
    ...[...resources].sort().map(path => ({
      id: idOf(path),
      href: path,
      type: pictureTypeOf(path),
      ...(path === COVER && { properties: 'cover-image' }),
    })),
  ]
  const item = ({ id, href, type, properties }: Item) =>
    `<item id="${id}" href="${href}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifiant" xml:lang="fr-FR" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadataOf(kit, date).join('\n')}
<meta name="cover" content="${idOf(COVER)}"/>
</metadata>
<manifest>
${items.map(item).join('\n')}
</manifest>
<spine toc="ncx">
${chapters.map(({ href }) => `<itemref idref="${idOf(href)}"/>`).join('\n')}
<itemref idref="nav" linear="no"/>
</spine>
</package>
`
}

/** The id of a file, of its path alone and of no other path: what an id may not hold, and `_` itself, is written by its number. */
const idOf = (path: string) =>
  `f-${path.replace(/[^A-Za-z0-9.-]/gu, character => `_${character.codePointAt(0)?.toString(16)}_`)}`
