import { diagnose, nearest, type Problem } from '../../problems/index.ts'
import { type Corps, refusalByWindows, typographText } from '../../text/index.ts'
import { byFile, type Draft, declared, isAnnounced, textAt, texts } from '../draft.ts'
import { ownTitles } from '../indexes/listing.ts'
import { slug } from '../schemas/formes.ts'

/** A number is one fiche's alone, and is the one its file name begins with. */
export function* checkNumeros({ fiches }: Draft): Generator<Problem> {
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
    if (digits && Number(digits) !== valeur)
      yield diagnose('numero-fichier', place(), { valeur, fichier: digits, attendu, nombre: Number(digits) })
  }
}

/** Documents that every kit has without a file (`sequence`): their ids are taken. */
const reserved = ['couverture', 'sommaire', 'territoires', 'sigles', 'nouveautes']

const WINDOWS = 'par Windows, qui ne garderait pas ce qui porte ce nom'

/** Tells of a slug that Windows keeps for itself, `aux`; what is no slug at all, `**`, is told by the schema. */
const isDevice = (valeur: string) =>
  new RegExp(slug.pattern).test(valeur) && refusalByWindows(valeur) !== null

/** Checks that each slug names one fiche or page, and that no former slug hides a living one. */
export function* checkSlugs({ fiches, pages, kit }: Draft): Generator<Problem> {
  const own = kit && textAt(kit, 'slug')
  if (own && isDevice(own))
    yield diagnose('slug-reserve', kit.yaml.placeOf(['slug']), { valeur: own, qui: WINDOWS })
  const owners = new Map<string, string>()
  const sheets = byFile([...fiches, ...pages])
  for (const sheet of sheets) {
    const valeur = textAt(sheet, 'slug')
    if (valeur === null) continue
    const place = () => sheet.yaml.placeOf(['slug'])
    const autre = owners.get(valeur)
    if (reserved.includes(valeur))
      yield diagnose('slug-reserve', place(), { valeur, qui: 'à une page que le kit fabrique' })
    else if (isDevice(valeur)) yield diagnose('slug-reserve', place(), { valeur, qui: WINDOWS })
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

type SheetDraft = Draft['fiches'][number] | Draft['pages'][number]

/** Titles fit where they are shown, and each is one document's alone. */
export function* checkTitres(draft: Draft): Generator<Problem> {
  // Running heads and tabs hold sixty characters: a longer title needs a short one beside it.
  for (const sheet of [...draft.fiches, ...draft.pages]) {
    const longueur = [...(titreOf(sheet) ?? '')].length
    if (longueur > 60 && declared(sheet, 'titre_court') === undefined)
      yield diagnose('titre-court-manquant', sheet.yaml.placeOf(['titre'], 'cle'), { longueur })
  }
  yield* doubles(draft)
}

/** A reader finds the documents of the e-book by their titles, as they are set: a fiche's begins with its number. */
function* doubles({ fiches, pages }: Draft): Generator<Problem> {
  const owners = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const fiche of fiches) {
    const titre = titreOf(fiche)
    const [before, valeur] = titre === null ? [] : [titles.get(shown(titre)), titre]
    if (before !== undefined)
      yield diagnose('fiche-homonyme', fiche.yaml.placeOf(['titre']), { valeur: valeur ?? '', autre: before })
    if (titre !== null) titles.set(shown(titre), fiche.file)
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
const titreOf = (sheet: SheetDraft): string | null => (isAnnounced(sheet) ? null : textAt(sheet, 'titre'))

const shown = (titre: string) => typographText(titre).replace(/\s+/g, ' ').trim()

const genres: Record<Corps['reperes'][number]['genre'], string> = {
  exemple: 'Cet exemple',
  levier: 'Ce levier',
  chiffre: 'Ce chiffre',
}

/** Checks that every example, lever and figure of a published fiche has an anchor, once the fiches of a kit have anchors. A kit that
 *  was never published needs none. */
export function* checkAncres({ fiches }: Draft): Generator<Problem> {
  const published = fiches.filter(fiche => textAt(fiche, 'statut') === 'publiee')
  const reperes = published.flatMap(({ corps }) => corps.reperes)
  if (reperes.every(({ ancre }) => ancre === null)) return
  for (const { ancre, genre, proposal, place } of reperes)
    if (ancre === null) yield diagnose('ancre-absente', place, { genre: genres[genre], proposal })
}

/** A cross-reference names a fiche or a page of this kit. */
export function* checkRenvois({ fiches, pages, listing }: Draft): Generator<Problem> {
  const sheets = [...fiches, ...pages]
  const slugs = sheets.flatMap(sheet => textAt(sheet, 'slug') ?? [])
  const targets = new Set(slugs)
  const proper = slugs.filter(slug => /^[a-z0-9-]+$/.test(slug))
  // A file that cannot be read, or whose slug is to be mended, may be the missing one.
  const isWhole = proper.length === listing.fiches.length + listing.pages.length
  const covers = new Set(
    pages.filter(page => declared(page, 'gabarit') === 'quatrieme').map(page => declared(page, 'slug')),
  )
  const renamed = new Map(
    fiches.flatMap(fiche =>
      texts(declared(fiche, 'anciens_slugs')).map(
        ({ text }) => [text, String(declared(fiche, 'slug'))] as const,
      ),
    ),
  )
  // Whoever writes a title or a number means the fiche that has it.
  const named = new Map(
    fiches.flatMap(fiche =>
      ['titre', 'titre_court', 'numero'].flatMap((key): [string, string][] => {
        const [name, slug] = [declared(fiche, key), textAt(fiche, 'slug')]
        return name === undefined || !slug ? [] : [[String(name).toLowerCase(), slug]]
      }),
    ),
  )
  const nearOf = (valeur: string) =>
    renamed.get(valeur) ?? named.get(valeur.toLowerCase()) ?? nearest(valeur, proper)
  // A slug that two fiches have is told; one of them may be the fiche that is meant.
  const isTwice = (slug: string | null) => slug !== null && slugs.indexOf(slug) !== slugs.lastIndexOf(slug)
  const remedyFor = (valeur: string): string => {
    const near = nearOf(valeur)
    return near === null ? "Écrire entre crochets le slug d'une fiche du kit" : `Écrire : [[${near}]]`
  }
  for (const { corps } of sheets) {
    for (const { slug: valeur, place } of corps.renvois)
      if (!targets.has(valeur) && isWhole && !isTwice(nearOf(valeur)))
        yield diagnose('renvoi-inconnu', place, {
          valeur,
          cause: "aucune fiche n'a ce nom",
          remedy: remedyFor(valeur),
        })
      else if (covers.has(valeur))
        yield diagnose('renvoi-inconnu', place, {
          valeur,
          cause: "la quatrième de couverture n'a pas de page sur le site",
          remedy: 'Retirer ce renvoi, ou écrire le slug d’une autre page',
          form: 'Le supprimer, ou choisir une autre page par « Insérer », « Un renvoi ».',
        })
  }
}
