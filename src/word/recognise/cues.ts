import { departements } from '../../markdown/departements.ts'

/** What opens a block in a manuscript, by the words that people use. */

/** « Exemple – Lyon (69) : un titre » → place, codes and what follows. */
export type ExampleCue = { lieu: string; codes: string; reste: string; length: number; etiquette: string }

const opening = /^(?:exemples?|illustration|zoom|focus)(?:\s+n°\s*\d+)?\s*(?:[-–—:]|\s(?=à\s))\s*(?:à\s+)?/i
const place = /^([\p{L}\p{N}][\p{L}\p{N}'’.,/ -]{1,80}?)\s*\(([0-9AB/, et]{2,20})\)\s*(?:[-–—:.]\s*)?/u
const plainPlace = /^([\p{L}][\p{L}'’ -]{1,60}?)\s*[-–—:]\s+/u

export function exampleCue(text: string): ExampleCue | null {
  const opened = opening.exec(text)
  if (!opened) return null
  const rest = text.slice(opened[0].length)
  const found = place.exec(rest)
  if (found && areCodes(found[2] ?? ''))
    return {
      lieu: found[1]?.trim() ?? '',
      codes: (found[2] ?? '').trim(),
      reste: rest.slice(found[0].length),
      length: opened[0].length + found[0].length,
      etiquette: opened[0],
    }
  const bare = plainPlace.exec(rest)
  if (!bare) return null
  return {
    lieu: bare[1]?.trim() ?? '',
    codes: '',
    reste: rest.slice(bare[0].length),
    length: opened[0].length + bare[0].length,
    etiquette: opened[0],
  }
}

/** « Un titre · Métropole de Lyon (69) », as fiches write it. */
export function titleAndPlace(text: string): { titre: string; lieu: string } | null {
  const found = /^(.{3,120}?)\s*·\s*([^·]{2,80}\(([0-9AB/, et]{2,20})\))$/u.exec(text)
  return found && areCodes(found[3] ?? '') ? { titre: found[1] ?? '', lieu: found[2] ?? '' } : null
}

const areCodes = (written: string) =>
  written.split(/[/,]| et /).every(code => departements.has(code.trim().toUpperCase()))

export const isFiguresCue = (text: string): boolean =>
  text.length < 80 &&
  /^(?:quelques\s+)?chiffres(?:[- ]cl[ée]s?)?(?=\s|:|\(|$)|^(?:l.{2,40}\s)?en (?:quelques )?chiffres/i.test(
    text,
  )

export const isSource = (text: string): boolean => /^sources?\s*:/i.test(text) && text.length < 300

export const isResourcesCue = (text: string): boolean =>
  text.length < 60 &&
  /^(?:pour (?:en savoir plus|aller plus loin)|ressources|bibliographie|à lire|liens utiles)/i.test(text)

/** « Définition : SCIC », « Bon à savoir : où les trouver ? », « Loi : … »: a block and its title. */
export function titledCue(text: string): { bloc: string; length: number } | null {
  const cues: [string, RegExp][] = [
    ['definition', /^définition\s*[-–—:]\s*/i],
    ['info', /^(?:bon à savoir|à savoir|à noter|le saviez-vous ?\??)\s*[-–—:]\s*/i],
  ]
  for (const [bloc, cue] of cues) {
    const found = cue.exec(text)
    if (found && text.length - found[0].length > 1 && text.length - found[0].length < 90)
      return { bloc, length: found[0].length }
  }
  return null
}

/** « … » — Nom, fonction: the words without their quotation marks, and who said them. */
export function quoted(text: string): { words: [from: number, to: number]; author: number | null } | null {
  const found = /^[«"“]\s*([\s\S]{15,}?)\s*[»"”]\s*\.?\s*(?:(?:[—–-]|\()\s*(?=\p{Lu}))?/u.exec(text)
  if (!found) return null
  const end = found[0].length
  const from = text.indexOf(found[1] ?? '')
  const rest = text.slice(end).trim()
  if (rest === '') return { words: [from, from + (found[1]?.length ?? 0)], author: null }
  const signed = /[—–(-]\s*$/.test(found[0]) && rest.length < 120
  return signed ? { words: [from, from + (found[1]?.length ?? 0)], author: end } : null
}

/** The figure that an item opens with, and its unit. */
export const figure =
  /^(?:(?:plus|moins|près) d[e']\s*)?[+−-]?\d[\d\s.,/]*(?:\s?(?:%|€|M€|k€|Md€|millions?|milliards?)(?:\s?d['e]\s?euros|\s€)?)?(?=[\s,:]|$)/iu
