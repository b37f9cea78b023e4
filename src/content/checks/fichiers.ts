import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'

/** What must be there at all, and what is there for nothing. */
export function* checkFichiers({ listing, fiches, kit }: Draft): Generator<Diagnostic> {
  const start = { file: 'kit.yaml', line: 1, column: 1 }
  if (!listing.settings.has('kit.yaml') && !listing.outside.includes('kit.yaml'))
    yield diagnose('kit-absent', start)
  else if (listing.fiches.length === 0) yield diagnose('kit-sans-fiche', start)

  for (const fiche of fiches) {
    if (declared(fiche, 'statut') === 'publiee' && fiche.corps.source.trim() === '')
      yield diagnose('corps-absent', fiche.yaml.placeOf(['statut']))
    if (declared(fiche, 'statut') === 'a-paraitre' && fiche.corps.source.trim() !== '') {
      const blank = /^\s*/.exec(fiche.corps.source)?.[0].split('\n').length ?? 1
      yield diagnose('corps-non-lu', { file: fiche.file, line: fiche.corps.line + blank - 1, column: 1 })
    }
  }

  const profil = kit?.value?.impression?.profil ?? null
  if (kit && profil !== null && !listing.others.has(profil)) {
    const place = kit.yaml.placeOf(['impression', 'profil'])
    const leaves = /^([/\\]|[A-Za-z]:)/.test(profil) || profil.split(/[/\\]/).includes('..')
    const remede = 'Copier le profil dans le dossier du kit'
    yield leaves
      ? diagnose('chemin-hors-dossier', place, { chemin: profil, remede })
      : diagnose('profil-absent', place, { chemin: profil })
  }
}
