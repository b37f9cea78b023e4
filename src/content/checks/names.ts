import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { ownTitles } from '../../indexes/title-of.ts'
import type { CorpsLu } from '../../markdown/read-body.ts'
import { typographText } from '../../markdown/typography/index.ts'
import { byFile, type Draft, declared, isAnnounced, textAt, texts } from '../draft.ts'

/** A number is one fiche's alone, and is the one its file name begins with. */
export function* checkNumeros({ fiches }: Draft): Generator<Diagnostic> {
  const owners = new Map<number, string>()
  for (const fiche of byFile(fiches)) {
    const valeur = declared(fiche, 'numero')
    if (typeof valeur !== 'number' || !Number.isInteger(valeur) || valeur < 1) continue
    const place = () => fiche.yaml.placeOf(['numero'])
    const autre = owners.get(valeur)
    if (autre === undefined) owners.set(valeur, fiche.file)
    else yield diagnose('numero-double', place(), { valeur, autre })

    const name = fiche.file.slice(fiche.file.lastIndexOf('/') + 1)
    const [, digits, words = ''] = /^(\d*)[-_ .]*(.*)\.md$/.exec(name) ?? []
    const rest = words || textAt(fiche, 'slug') || 'titre'
    const attendu = `${String(valeur).padStart(2, '0')}-${rest}.md`
    if (!digits) yield diagnose('fichier-sans-numero', { file: fiche.file, line: 1, column: 1 }, { attendu })
    else if (Number(digits) !== valeur)
      yield diagnose('numero-fichier', place(), { valeur, fichier: digits, attendu, nombre: Number(digits) })
  }
}

/** Documents that every kit has without a file (`src/indexes/sequence.ts`): their ids are taken. */
const reserved = ['couverture', 'sommaire', 'territoires', 'sigles', 'nouveautes']

/** A slug names one fiche or one page, and no former slug hides a living one. */
export function* checkSlugs({ fiches, pages }: Draft): Generator<Diagnostic> {
  const owners = new Map<string, string>()
  const sheets = byFile([...fiches, ...pages])
  for (const sheet of sheets) {
    const valeur = textAt(sheet, 'slug')
    if (valeur === null) continue
    const place = () => sheet.yaml.placeOf(['slug'])
    const autre = owners.get(valeur)
    if (reserved.includes(valeur)) yield diagnose('slug-reserve', place(), { valeur })
    else if (autre === undefined) owners.set(valeur, sheet.file)
    else yield diagnose('slug-double', place(), { cle: 'slug', valeur, autre })
  }
  for (const fiche of fiches) {
    for (const { text: valeur, index } of texts(declared(fiche, 'anciens_slugs'))) {
      const autre = owners.get(valeur)
      if (autre === undefined) owners.set(valeur, fiche.file)
      else
        yield diagnose('slug-double', fiche.yaml.placeOf(['anciens_slugs', index]), {
          cle: 'anciens_slugs',
          valeur,
          autre,
        })
    }
  }
}

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
