import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { count, type Look } from '../../../src/problems/finding.ts'
import { checkAccessibility, checkpoints, unchecked } from '../../pdf/check/accessibility/check.ts'
import type { Edition } from './edition.ts'

/** Judges the PDFs that are read on a screen, on their bytes: the kit's and those of the fiches. */
export async function* judgeAccessibility({ dir, manifest, material }: Edition): Look {
  const files = manifest.artefacts.filter(({ role }) => role === 'pdf-ecran' || role === 'pdf-fiche')
  if (files.length === 0) return { reason: 'Cette livraison ne contient pas de PDF à lire à l’écran.' }
  for (const { path } of files) {
    material.signal.throwIfAborted()
    for (const { checkpoint, severity, place, message } of await checkAccessibility(
      await readFile(join(dir, path)),
    ))
      yield {
        severity,
        place: place === null ? path : `${path}, ${place}`,
        message: `${message} (${checkpoint})`,
      }
  }
  const protocol = checkpoints.filter(({ id }) => /^\d/.test(id))
  const person = unchecked.filter(({ why }) => why === 'personne')
  return `${count(files.length, 'fichier')}, ${count(protocol.length, 'point')} du protocole Matterhorn (PDF/UA-1) et ${checkpoints.length - protocol.length} de PDF/A-2a et de la maison regardés dans chacun. ${count(person.length, 'autre point demande', 'autres points demandent')} l’avis d’une personne`
}
