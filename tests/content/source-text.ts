import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the source text of the kit should be: `KIT_SOURCE`, else a folder beside the repository. It is not in it. */
export const sourcePath =
  process.env['KIT_SOURCE'] ??
  fileURLToPath(new URL('../../../shared/sources/kit-municipaless-2026.txt', import.meta.url))

/** The source text, or null where it is missing: the tests that need it are then skipped, and say so. */
export const source: string | null = existsSync(sourcePath) ? readFileSync(sourcePath, 'utf8') : null

/** Title of the tests that need the source. */
export function againstSource(title: string): string {
  return source === null ? `SKIPPED, no source text at ${sourcePath} (set KIT_SOURCE): ${title}` : title
}

if (source === null) {
  process.stderr.write(
    `tests/content: no source text at ${sourcePath} (set KIT_SOURCE): the tests against it are skipped.\n`,
  )
}

/** The lines `first` to `last` of the source, from 1. */
export function sourceLines([first, last]: readonly [number, number]): string {
  return (source ?? '')
    .split('\n')
    .slice(first - 1, last)
    .join('\n')
}

/** Words alone, lower case, without accents, one space between: what two spellings of one place have in common. */
export function plainWords(text: string): string {
  const unaccented = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${(unaccented.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}

/** Numbers written one way: `1 417` is `1417`, `7 sur 10` and `7/10` are one, `25 %` is `25%`. */
export function plainNumbers(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\*\*/g, '')
    .replace(/(?<![\d,/])(\d{1,3})((?:[ \u00A0\u202F]\d{3})+)(?!\d)/g, (_, head: string, rest: string) =>
      head.concat(rest.replace(/\D/g, '')),
    )
    .replace(/(\d+)(?: [\p{L}.]+)? sur (\d+)/gu, '$1/$2')
    .replace(/\+[ \u00A0\u202F](?=\d)/g, '+')
    .replace(/[ \u00A0\u202F]%/g, '%')
}

/** Whether `number`, a result of `plainNumbers`, stands in `text`, another, and not within a longer number. */
export function holdsNumber(text: string, number: string): boolean {
  const literal = number.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<![\\d,])${literal}(?![\\d]|,\\d)`, 'u').test(text)
}
