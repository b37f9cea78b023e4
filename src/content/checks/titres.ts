import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { ownTitles } from '../../indexes/title-of.ts'
import { typographText } from '../../markdown/typography/index.ts'
import { type Draft, declared, isAnnounced, textAt } from '../draft.ts'

/** Titles of documents that no file has. */
export const titresReserves: readonly string[] = Object.values(ownTitles)

type Sheet = Draft['fiches'][number] | Draft['pages'][number]

/** Titles fit where they are shown, and each is one document's alone. */
export function* checkTitres(draft: Draft): Generator<Diagnostic> {
  // Running heads and tabs hold sixty characters: a longer title needs a short one beside it.
  for (const sheet of [...draft.fiches, ...draft.pages]) {
    const longueur = [...(titreOf(sheet) ?? '')].length
    if (longueur > 60 && declared(sheet, 'titre_court') === undefined)
      yield diagnose('titre-court-manquant', sheet.yaml.placeOf(['titre'], 'cle'), { longueur })
  }
  yield* doubles(draft)
}

/** A reader finds the documents of the e-book by their titles, as they are set: a fiche's begins with its number. */
function* doubles({ fiches, pages }: Draft): Generator<Diagnostic> {
  const owners = new Map<string, string>()
  for (const fiche of fiches) {
    const titre = titreOf(fiche)
    if (titre !== null) owners.set(shown(`${String(declared(fiche, 'numero'))}. ${titre}`), fiche.file)
  }
  for (const page of pages) {
    const valeur = titreOf(page)
    if (valeur === null) continue
    const place = page.yaml.placeOf(['titre'])
    const titre = shown(valeur)
    const autre = owners.get(titre)
    if (titresReserves.includes(titre)) yield diagnose('titre-reserve', place, { valeur })
    else if (autre !== undefined) yield diagnose('titre-double', place, { valeur, autre })
    else owners.set(titre, page.file)
  }
}

/** The title of what has a page; null where it says none. */
const titreOf = (sheet: Sheet): string | null => (isAnnounced(sheet) ? null : textAt(sheet, 'titre'))

const shown = (titre: string) => typographText(titre).replace(/\s+/g, ' ').trim()
