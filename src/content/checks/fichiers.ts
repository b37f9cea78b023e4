import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'
import { holds, leavesFolder } from '../list-kit.ts'

/** What must be there at all, and what is there for nothing. */
export function* checkFichiers(draft: Draft): Generator<Diagnostic> {
  const { listing, fiches, pages } = draft
  const start = { file: 'kit.yaml', line: 1, column: 1 }
  const isUnread = listing.diagnostics.some(({ place: { file } }) => file === '' || file === 'kit.yaml')
  if (!listing.settings.has('kit.yaml')) {
    if (!isUnread) yield diagnose('kit-absent', start)
  } else if (listing.fiches.length === 0) yield diagnose('kit-sans-fiche', start)

  for (const fiche of fiches) {
    const statut = String(declared(fiche, 'statut'))
    if (['publiee', 'relecture'].includes(statut) && fiche.corps.source.trim() === '')
      yield diagnose('corps-absent', fiche.yaml.placeOf(['statut']), {
        quoi: 'Cette fiche',
        remede: "Écrire son texte sous l'en-tête, ou, tant qu'elle n'en a pas : statut: a-paraitre",
      })
    if (declared(fiche, 'statut') === 'a-paraitre' && fiche.corps.source.trim() !== '') {
      const blank = /^\s*/.exec(fiche.corps.source)?.[0].split('\n').length ?? 1
      yield diagnose('corps-non-lu', { file: fiche.file, line: fiche.corps.line + blank - 1, column: 1 })
    }
  }

  for (const page of pages)
    if (declared(page, 'gabarit') === 'texte' && page.corps.source.trim() === '')
      yield diagnose('corps-absent', page.yaml.placeOf(['gabarit']), {
        quoi: 'Cette page',
        remede: "Écrire son texte sous l'en-tête, ou supprimer ce fichier",
      })
  yield* profile(draft)
}

/** The printer's profile lies in the kit and is one. */
function* profile({ listing, kit, profileFault }: Draft): Generator<Diagnostic> {
  const profil = kit?.value?.impression?.profil ?? null
  if (!kit || profil === null) return
  const place = kit.yaml.placeOf(['impression', 'profil'])
  if (profileFault !== null) yield diagnose('profil-invalide', place, { chemin: profil, cause: profileFault })
  if (holds(listing, profil)) return
  const remede = 'Copier le profil dans le dossier du kit'
  yield leavesFolder(profil)
    ? diagnose('chemin-hors-dossier', place, { chemin: profil, remede })
    : diagnose('profil-absent', place, { chemin: profil })
}
