/** Names of the parts of a Word file. @see ECMA-376, part 1 */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
export const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** The part that holds the Markdown from which a file was made. */
export const SOURCE = 'urn:kit:fiche:source'
