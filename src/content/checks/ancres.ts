import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { CorpsLu } from '../../markdown/read-body.ts'
import { type Draft, isAnnounced } from '../draft.ts'

const genres: Record<CorpsLu['reperes'][number]['genre'], string> = {
  exemple: 'Cet exemple',
  levier: 'Ce levier',
  chiffre: 'Ce chiffre',
}

/** A kit whose fiches have anchors has one for each example, lever and figure; one that was never published needs none. */
export function* checkAncres({ fiches }: Draft): Generator<Diagnostic> {
  const published = fiches.filter(fiche => !isAnnounced(fiche))
  const reperes = published.flatMap(({ corps }) => corps.reperes)
  if (reperes.every(({ ancre }) => ancre === null)) return
  for (const { ancre, genre, propose, place } of reperes)
    if (ancre === null) yield diagnose('ancre-absente', place, { genre: genres[genre], propose })
}
