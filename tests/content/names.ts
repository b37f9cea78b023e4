import { plainWords } from './source-text.ts'

/** A capital that begins a sentence, a line, an item or a quotation says nothing of the word: its word is left out. */
const openings = /(?:^[#\s-]*|[.!?:…]\s+|[«"(]\s*|\s[-—|·]\s+)\p{Lu}[\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*/gmu

const capital = String.raw`\p{Lu}[\p{L}\p{N}]*(?:[-.][\p{L}\p{N}]+)*`

/** The names of `text`, a result of `readableText`: words with a capital that stand side by side, away from the start
 *  of a sentence, as `plainWords` writes them and without its outer spaces. */
export function namesIn(text: string): string[] {
  const sentences = text.replace(/\*+/g, '').replace(openings, ' / ')
  const runs = sentences.match(new RegExp(`(?<![\\p{L}\\p{N}])${capital}(?: ${capital})*`, 'gu')) ?? []
  return [...new Set(runs.map(run => plainWords(run).trim()).filter(name => name.length > 1))]
}

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'

/** The dates of `text` that name a month, with their day or their year where they have one: `9 mars 2021`, `mai 2025`. */
export function datesIn(text: string): string[] {
  const dates = new RegExp(`(?:\\d{1,2}(?:er)? )?(?<!\\p{L})(?:${months})(?!\\p{L})(?: \\d{4})?`, 'giu')
  const unmarked = text
    .normalize('NFC')
    .replace(/\*+/g, '')
    .replace(/\^\{(\w+)\}/g, '$1')
    .replace(/[\s\u00A0]+/g, ' ')
  return [...new Set(unmarked.match(dates) ?? [])].map(date => date.toLowerCase())
}
