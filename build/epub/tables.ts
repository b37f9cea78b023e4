import { escapeXml, plainText } from './xml.ts'

/** Writes the name of its column on each figure of a table, for the style sheet: on a phone, or in large type, a table of
 *  several columns is shown row by row. The words and the markup stay as they are. */
export function nameColumns(xhtml: string): string {
  return xhtml.replace(/<table\b[\s\S]*?<\/table>/g, table => {
    const head = /<thead>[\s\S]*?<\/thead>/.exec(table)?.[0]
    if (!head) return table
    const names = [...head.matchAll(/<th\b[^>]*>([\s\S]*?)<\/th>/g)].map(([, content = '']) =>
      plainText(content),
    )
    return table.replace(/<tr\b[^>]*>[\s\S]*?<\/tr>/g, row => {
      let column = 0
      return row.replace(/<td\b(?![^>]* data-colonne=)/g, opening => {
        const index = column++ + (row.includes('<th') ? 1 : 0)
        const name = names[index]
        return index > 0 && name ? `${opening} data-colonne="${escapeXml(name)}"` : opening
      })
    })
  })
}
