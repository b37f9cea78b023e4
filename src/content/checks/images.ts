import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import type { Pixels } from '../../kit.ts'
import { isSoundName, namesFile, soundName } from '../../picture-name.ts'
import { MOST_PIXELS, printWidths, sharpWidth, wantedPixels } from '../../print-pictures.ts'
import { showWeight } from '../../weights.ts'
import { type Draft, declared, isRecord, names } from '../draft.ts'
import type { Picture } from '../read-pictures.ts'

/** A photograph as wide as a sheet at 300 pixels an inch, with room to spare. */
const HEAVY_BYTES = 2_000_000

/** Pictures lie in the kit's folder, say what they show and who made them. */
export function checkImages(draft: Draft): Diagnostic[] {
  const credits = draft.credits === null ? {} : draft.credits.yaml.value
  const credited = new Set(names(credits))
  const pictures = new Set([...draft.listing.others].filter(file => file.startsWith('images/')))
  const exists = existing(draft, pictures)

  const used = [...draft.fiches, ...draft.pages].flatMap(({ corps }) =>
    corps.images.flatMap(({ path: chemin, alt, place }) => {
      const wrong = exists(chemin, () => place)
      if (wrong !== null) return wrong
      const nom = chemin.slice('images/'.length)
      const credit = isRecord(credits) ? credits[nom] : undefined
      const shared = isRecord(credit) && typeof credit['alt'] === 'string' ? credit['alt'] : ''
      return [
        ...(alt.trim() === '' && shared.trim() === '' ? [diagnose('image-sans-alt', place, { chemin })] : []),
        ...(namesFile(alt.trim() || shared.trim(), nom)
          ? [diagnose('image-alt-nom', place, { alt: alt.trim() || shared.trim(), chemin })]
          : []),
        ...(credited.has(nom) ? [] : [diagnose('image-sans-credit', place, { chemin, nom })]),
        ...coarse(draft.pictures.get(chemin), chemin, place),
      ]
    }),
  )

  const orphans = [...credited].flatMap(nom => {
    // A list is no map of names: the YAML itself is wrong.
    if (
      nom === '' ||
      draft.credits === null ||
      pictures.has(`images/${nom}`) ||
      isOutside(draft, `images/${nom}`)
    )
      return []
    const near = nearest(
      nom,
      Array.from(pictures, file => file.slice('images/'.length)),
    )
    const remede = near === null ? "Déposer l'image dans images/, ou retirer ce crédit" : `Écrire : ${near}`
    return [diagnose('credit-sans-image', draft.credits.yaml.placeOf([nom], 'cle'), { nom, remede })]
  })
  return [
    ...used,
    ...orphans,
    ...logos(draft, exists, credited),
    ...fileNames(draft, credited, pictures),
    ...contents(draft),
  ]
}

/** A photograph that print sets smaller than its place, so that nobody sees its pixels. */
function* coarse(picture: Picture | undefined, chemin: string, place: Place): Generator<Diagnostic> {
  const { pixels } = picture ?? {}
  if (!pixels || isSpeck(pixels) || sharpWidth(pixels) >= printWidths.texte) return
  yield diagnose('image-petite', place, {
    chemin,
    largeur: pixels.width,
    mm: Math.floor(sharpWidth(pixels)),
    texte: wantedPixels(printWidths.texte),
    page: wantedPixels(printWidths.page),
  })
}

/** Nothing can be seen in so few pixels. */
const isSpeck = ({ width, height }: Pixels) => Math.min(width, height) < 16

type Exists = (path: string, placeOf: () => Place) => Diagnostic[] | null

/** Tells what is wrong with the path of a picture itself; null when it is there. */
function existing(draft: Draft, pictures: ReadonlySet<string>): Exists {
  return (chemin, placeOf) => {
    const leaves = /^([/\\]|[A-Za-z]:)/.test(chemin) || chemin.split(/[/\\]/).includes('..')
    if (leaves) {
      const name = chemin.split(/[/\\]/).at(-1) ?? ''
      const remede = `Déposer l'image dans images/ et écrire : images/${name}`
      return [diagnose('chemin-hors-dossier', placeOf(), { chemin, remede })]
    }
    // Told at the link itself.
    if (isOutside(draft, chemin)) return []
    if (!pictures.has(chemin)) {
      const folder = [...draft.listing.others].find(file => file.toLowerCase() === chemin.toLowerCase())
      const remede =
        folder && !pictures.has(folder)
          ? `Renommer le dossier « ${folder.slice(0, folder.indexOf('/'))} » en « images »`
          : remedy(chemin, pictures)
      return [diagnose('image-absente', placeOf(), { chemin, remede })]
    }
    return /\.(svg|png|jpe?g)$/i.test(chemin) ? null : [diagnose('image-format', placeOf(), { chemin })]
  }
}

/** The names of the pictures that the kit shows, and of those it credits, which the site publishes too: reported once, at the file
 *  that has to be renamed. */
function fileNames(draft: Draft, credited: ReadonlySet<string>, pictures: ReadonlySet<string>): Diagnostic[] {
  const shown = new Set([
    ...[...draft.fiches, ...draft.pages].flatMap(({ corps }) => corps.images.map(({ path }) => path)),
    ...logosOf(draft).map(({ chemin }) => chemin),
    ...Array.from(credited, nom => `images/${nom}`),
  ])
  return [...shown].flatMap(chemin => {
    if (!pictures.has(chemin) || isSoundName(chemin)) return []
    const propose = soundName(chemin, pictures)
    return [diagnose('image-nom', { file: chemin, line: 1, column: 1 }, { chemin, propose })]
  })
}

/** What the bytes of every picture are, used or not: it lies in the kit and would be published with it. */
function contents({ pictures }: Draft): Diagnostic[] {
  return [...pictures].flatMap(([file, { format, drawing, pixels, bytes }]) => {
    const place = { file, line: 1, column: 1 }
    const nom = file.slice('images/'.length)
    const named = file
      .slice(file.lastIndexOf('.') + 1)
      .toLowerCase()
      .replace('jpg', 'jpeg')
    if (format !== named) {
      return [diagnose('image-abimee', place, { nom, format: named.toUpperCase() })]
    }
    if (pixels && isSpeck(pixels))
      return [diagnose('image-vide', place, { nom, largeur: pixels.width, hauteur: pixels.height })]
    if (pixels && pixels.width * pixels.height > MOST_PIXELS) {
      const millions = (count: number) => Math.ceil(count / 1_000_000)
      const values = { nom, pixels: millions(pixels.width * pixels.height), maximum: millions(MOST_PIXELS) }
      return [diagnose('image-immense', place, values)]
    }
    if (drawing?.active) {
      const { line, column, found: text } = drawing.active
      return [diagnose('image-active', { file, line, column }, { trouve: text })]
    }
    if (drawing?.nested)
      return [diagnose('image-imbriquee', { file, line: drawing.nested, column: 1 }, { nom })]
    if (drawing?.broken) {
      const { line, column, found: text } = drawing.broken
      return [diagnose('image-ouverte', { file, line, column }, { nom, trouve: text })]
    }
    if (drawing?.coarse) {
      const { line, column, found: trouve } = drawing.coarse
      return [diagnose('image-trame', { file, line, column }, { trouve })]
    }
    return bytes > HEAVY_BYTES ? [diagnose('image-lourde', place, { nom, poids: showWeight(bytes) })] : []
  })
}

function remedy(chemin: string, pictures: ReadonlySet<string>): string {
  // macOS writes accents apart from their letters: two names that look the same.
  const files = [...pictures]
  if (files.some(file => file.normalize('NFC') === chemin.normalize('NFC')))
    return "Renommer l'image sans accent"
  const near = files.find(file => file === `images/${chemin}`) ?? nearest(chemin, files)
  return near === null ? "Déposer l'image dans le dossier images/ du kit" : `Écrire : ${near}`
}

type Logo = { partenaire: string; chemin: string; alt: unknown; place: () => Place }

function logosOf({ partenaires }: Draft): Logo[] {
  if (partenaires === null) return []
  return names(partenaires.yaml.value).flatMap(id => {
    const partenaire = declared(partenaires, id)
    if (!isRecord(partenaire) || typeof partenaire['logo'] !== 'string') return []
    const place = () => partenaires.yaml.placeOf([id, 'logo'])
    return [{ partenaire: id, chemin: partenaire['logo'], alt: partenaire['alt'], place }]
  })
}

function logos(draft: Draft, exists: Exists, credited: ReadonlySet<string>): Diagnostic[] {
  return logosOf(draft).flatMap(({ partenaire, chemin, alt, place }) => {
    const wrong = exists(chemin, place)
    if (wrong !== null) return wrong
    const nom = chemin.slice('images/'.length)
    const hasAlt = typeof alt === 'string' && alt.trim() !== ''
    return [
      ...(hasAlt ? [] : [diagnose('logo-sans-alt', place(), { partenaire })]),
      ...(credited.has(nom) ? [] : [diagnose('logo-sans-credit', place(), { chemin, nom })]),
    ]
  })
}

const isOutside = ({ listing }: Draft, path: string) =>
  listing.outside.some(link => path === link || path.startsWith(`${link}/`))
