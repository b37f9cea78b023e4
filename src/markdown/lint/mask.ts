import { addressZones } from '../typography/protect.ts'

// Bounded, so that a long line is linear.
const markup =
  /`[^`\n]{1,200}`|\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|<(?:https?:|mailto:)[^<>\s]{1,500}>|https?:\/\/(?:[^\s()<>"]|\([^\s()<>"]{0,100}\)){1,500}|\[\[[^[\]\n]{1,120}\]\]|\{[.#\w][^{}\n]{0,80}\}/g

/** The text with U+FFFC in place of each character that is not its author's prose: code, addresses, cross-references,
 *  attributes. */
export function maskMarkup(text: string): string {
  return maskAddresses(text.replace(markup, blank))
}

/** The same of addresses alone, in a text that knows no markup. */
export function maskAddresses(text: string): string {
  let masked = ''
  // Two of them may overlap: `https://exemple.fr/` is found by its beginning and by its end.
  for (const [start, end] of addressZones(text).sort(([a], [b]) => a - b)) {
    if (end <= masked.length) continue
    masked += text.slice(masked.length, start)
    masked += blank(text.slice(masked.length, end))
  }
  return masked + text.slice(masked.length)
}

const blank = (written: string) => '\ufffc'.repeat(written.length)
