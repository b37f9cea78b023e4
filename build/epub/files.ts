/** Names that epub-gen-memory gives to the files of the publication. */
export const PACKAGE = 'content.opf'
export const NAV = 'toc.xhtml'
export const NCX = 'toc.ncx'
export const STYLE = 'style.css'

/** Where the cover's layout shows the picture from, by its media type. */
export const COVER = { 'image/jpeg': 'images/couverture.jpg', 'image/png': 'images/couverture.png' } as const
