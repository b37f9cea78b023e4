import { bytesOf, weightOf } from './weight.ts'

/** What a choice comes to: « 3 fiches, 9 pages et leur sommaire, environ 200 ko en PDF. »
 *  @param whole weight of the kit's PDF, as the page writes it */
export function summaryOf(boxes: readonly HTMLInputElement[], whole: string | undefined): string {
  const chosen = boxes.filter(({ checked }) => checked)
  if (chosen.length === 0) return 'Aucune fiche choisie.'
  const weight = (of: readonly HTMLInputElement[]) =>
    of.reduce((sum, { dataset }) => sum + bytesOf(dataset['poids']), 0)
  const pages = chosen.reduce((sum, { dataset }) => sum + Number(dataset['pages'] ?? 0), 0)
  const bytes = ALWAYS + Math.max(0, bytesOf(whole) - ALWAYS) * (weight(chosen) / weight(boxes))
  const pagesInWords = pages > 1 ? `${pages} pages et leur` : `${pages} page et son`
  return `${chosen.length} fiche${chosen.length > 1 ? 's' : ''}, ${pagesInWords} sommaire, environ ${weightOf(bytes)} en PDF.`
}

/** What every choice has, in bytes: fonts, cover, colours. The rest is its share of the kit. */
const ALWAYS = 65_000
