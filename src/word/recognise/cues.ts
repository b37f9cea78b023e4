import { departements } from '../../text/index.ts'

/** « Exemple – Lyon (69) : un titre » → place, codes and what follows. */
type ExampleCue = { lieu: string; codes: string; reste: string; length: number; etiquette: string }

const opening = /^(?:exemples?|illustration|zoom|focus)(?:\s+n°\s*\d+)?\s*(?:[-–—:]|\s(?=à\s))\s*(?:à\s+)?/i
const place = /^([\p{L}\p{N}][\p{L}\p{N}'’.,/ -]{1,80}?)\s*\(([0-9AB/, et]{2,20})\)\s*(?:[-–—:.]\s*)?/u
const plainPlace = /^([\p{L}][\p{L}'’ -]{1,60}?)\s*[-–—:]\s+/u

export function exampleCue(text: string): ExampleCue | null {
  const opened = opening.exec(text)
  if (!opened) return null
  const rest = text.slice(opened[0].length)
  const coded = place.exec(rest)
  const match = coded && areCodes(coded[2] ?? '') ? coded : plainPlace.exec(rest)
  if (!match) return null
  return {
    lieu: match[1]?.trim() ?? '',
    codes: match[2]?.trim() ?? '',
    reste: rest.slice(match[0].length),
    length: opened[0].length + match[0].length,
    etiquette: opened[0],
  }
}

const areCodes = (written: string) =>
  written.split(/[/,]| et /).every(code => departements.has(code.trim().toUpperCase()))

export const isFiguresCue = (text: string): boolean =>
  text.length < 80 &&
  /^(?:quelques\s+)?chiffres(?:[- ]cl[ée]s?)?(?=\s|:|\(|$)|^(?:l.{2,40}\s)?en (?:quelques )?chiffres/i.test(
    text,
  )

export const isSource = (text: string): boolean => /^sources?\s*:/i.test(text) && text.length < 300

/** The whole names of what lists resources: « Ressources humaines » is a section as any other. */
const resourcesNames = [
  /pour (?:en savoir plus|aller plus loin)(?: sur [^.:!?]+)?/,
  /ressources(?: (?:utiles|complémentaires|documentaires|bibliographiques|en ligne))?(?: et (?:liens(?: utiles)?|bibliographie|contacts))?/,
  /ressources pour (?:agir|approfondir|en savoir plus|aller plus loin|s['’](?:inspirer|informer)(?: et s['’](?:inspirer|informer))?)/,
  /bibliographie(?: (?:indicative|sélective|complémentaire))?(?: et (?:sitographie|webographie|liens utiles|ressources))?/,
  /à lire(?: aussi)?(?:,? (?:et )?à (?:voir|écouter))*/,
  /liens(?: et (?:contacts|ressources))? utiles(?: et (?:contacts|ressources))?/,
]
const resourcesName = new RegExp(
  `^(?:${resourcesNames.map(({ source }) => source).join('|')})\\s*:?\\s*$`,
  'i',
)

export const isResourcesCue = (text: string): boolean => text.length < 60 && resourcesName.test(text)

/** « Définition : SCIC », « Bon à savoir : où les trouver ? », « Loi : … »: a block and its title. */
export function titledCue(text: string): { bloc: string; length: number } | null {
  const cues: [string, RegExp][] = [
    ['definition', /^définition\s*[-–—:]\s*/i],
    ['info', /^(?:bon à savoir|à savoir|à noter|le saviez-vous ?\??)\s*[-–—:]\s*/i],
  ]
  for (const [bloc, cue] of cues) {
    const match = cue.exec(text)
    if (match && text.length - match[0].length > 1 && text.length - match[0].length < 90)
      return { bloc, length: match[0].length }
  }
  return null
}

/** « … » — Nom, fonction: the words without their quotation marks, and who said them. */
export function quoted(text: string): { words: [from: number, to: number]; author: number | null } | null {
  const match = /^[«"“]\s*([\s\S]{15,}?)\s*[»"”]\s*\.?\s*(?:(?:[—–-]|\()\s*(?=\p{Lu}))?/u.exec(text)
  if (!match) return null
  const end = match[0].length
  const from = text.indexOf(match[1] ?? '')
  const rest = text.slice(end).trim()
  if (rest === '') return { words: [from, from + (match[1]?.length ?? 0)], author: null }
  const signed = /[—–(-]\s*$/.test(match[0]) && rest.length < 120
  return signed ? { words: [from, from + (match[1]?.length ?? 0)], author: end } : null
}

/** The figure that an item opens with, and its unit. */
export const figure =
  /^(?:(?:plus|moins|près) d[e']\s*)?[+−-]?\d[\d\s.,/]*(?:\s?(?:%|€|M€|k€|Md€|millions?|milliards?)(?:\s?d['e]\s?euros|\s€)?)?(?=[\s,:]|$)/iu
