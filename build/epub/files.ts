/** Names of the files of the publication, `nav.xhtml` apart as epub-gen-memory gives them. */
export const PACKAGE = 'content.opf'
export const NAV = 'nav.xhtml'
export const NCX = 'toc.ncx'
export const STYLE = 'style.css'

/** Where the cover's layout shows the picture from, by its media type. */
export const COVER = { 'image/jpeg': 'images/couverture.jpg', 'image/png': 'images/couverture.png' } as const
