/** Folder of the publication in the container. */
export const FOLDER = 'OEBPS'

/** Names of the files of the publication, `nav.xhtml` apart as epub-gen-memory gives them. */
export const PACKAGE = 'content.opf'
export const NAV = 'nav.xhtml'
export const NCX = 'toc.ncx'
export const STYLE = 'style.css'

/** The cover's picture, which its layout names: beside the chapters, where no picture of a kit (`images/`) nor chart (`graphiques/`) lies. */
export const COVER = 'couverture.jpg'
