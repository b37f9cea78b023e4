/** Folder of the publication in the container. */
export const FOLDER = 'OEBPS'

/** Names of the files of the publication, `nav.xhtml` apart as epub-gen-memory gives them. */
export const PACKAGE = 'content.opf'
export const NAV = 'nav.xhtml'
export const NCX = 'toc.ncx'
export const STYLE = 'style.css'

/** The cover's picture, which its layout names: beside the chapters, where no picture of a kit (`images/`) nor chart (`graphiques/`) lies. */
export const COVER = 'couverture.jpg'

/** Years that a zip can tell (MS-DOS date). */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2099]

/** A zip holds local time: the UTC fields are given as local ones, so that the time zone changes no byte. */
export function zipDate(date: Date): Date {
  const year = Math.min(Math.max(date.getUTCFullYear(), FIRST_YEAR), LAST_YEAR)
  return new Date(
    year,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  )
}
