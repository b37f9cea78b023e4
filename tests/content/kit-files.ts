import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of the folder of the kit. */
export const kitDir = fileURLToPath(new URL('../../fiches', import.meta.url))

/** Every text of the kit (fiches, front and back matter), by its path in the kit's folder. */
export function kitTexts(): { file: string; text: string }[] {
  return readdirSync(kitDir, { recursive: true, encoding: 'utf8' })
    .filter(file => /^[^/\\]+[/\\].+\.md$/.test(file))
    .sort()
    .map(file => ({ file, text: readFileSync(`${kitDir}/${file}`, 'utf8') }))
}

/** `text` as its reader sees it: without settings, addresses and marks. Its lines stay where they are. */
export function readableText(text: string): string {
  return text
    .replace(/^(?:numero|slug|famille|statut|maj|gabarit|soutien):.*$/gm, '')
    .replace(/^(?:titre|titre_court|resume|mots_cles):/gm, '')
    .replace(/^::: ?(?:[\w-]+)?(?: (?:barres-empilees|barres|courbe|anneau)(?= ))?/gm, '')
    .replace(/\{[^}\n]*\}/g, '')
    .replace(/\]\([^)\n]*\)/g, ']')
    .replace(/\[\[[\w-]+\]\]/g, '')
    .replace(/\b(?:https?:\/\/|www\.)?[\w.-]+@?[\w-]*\.(?:fr|org|eu|gouv\.fr)(?:\/[\w/-]*)?(?![\w])/g, '')
}
