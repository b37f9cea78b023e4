/** A table whose first line names its columns (RFC 4180). */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [names = [], ...lines] = rows.filter(cells => cells.length > 1)
  return lines.map(cells =>
    Object.fromEntries(names.map((name, at) => [name.replace(/^\ufeff/, ''), cells[at] ?? ''])),
  )
}
