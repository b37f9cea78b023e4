/** A table as French spreadsheets open it: UTF-8 with its mark, semicolons. @see RFC 4180 for the rest */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(cells => `${cells.map(quoted).join(';')}\r\n`).join('')}`

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
