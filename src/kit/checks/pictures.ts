import { diagnose, formatBytes, nearest, type Place, type Problem, topOf } from '../../problems/index.ts'
import {
  isSoundName,
  MOST_PIXELS,
  type Pixels,
  printWidths,
  sharpWidth,
  soundName,
  wantedPixels,
} from '../../text/index.ts'
import { undrawnCharacters } from '../check-characters.ts'
import { type Draft, declared, isRecord, names } from '../draft.ts'
import { leavesFolder } from '../kit-folder.ts'
import { isImmense, type Picture } from '../picture-of.ts'

/** A photograph as wide as a sheet at 300 pixels an inch, with room to spare. */
const HEAVY_BYTES = 2_000_000

/** Pictures lie in the kit's folder, say what they show and who made them. */
export function* checkImages(draft: Draft): Generator<Problem> {
  const credits = draft.credits === null ? {} : draft.credits.yaml.value
  const credited = new Set(names(credits))
  const pictures = new Set([...draft.listing.others].filter(file => file.startsWith('images/')))
  const exists = existing(draft, pictures)

  for (const { corps } of [...draft.fiches, ...draft.pages])
    for (const { path: chemin, alt, place } of corps.images) {
      const wrong = exists(chemin, () => place)
      yield* wrong ?? []
      if (wrong !== null) continue
      const nom = chemin.slice('images/'.length)
      const credit = isRecord(credits) ? credits[nom] : undefined
      const shared = isRecord(credit) && typeof credit['alt'] === 'string' ? credit['alt'] : ''
      const description = alt.trim() || shared.trim()
      if (description === '') yield diagnose('image-sans-alt', place, { chemin })
      else if (mute.test(description)) yield diagnose('image-alt-muet', place, { chemin, alt: description })
      if (!credited.has(nom)) yield diagnose('image-sans-credit', place, { chemin, nom })
      yield* coarse(draft.pictures.get(chemin), chemin, place)
    }

  for (const nom of credited) {
    const chemin = `images/${nom}`
    // A list is no map of names: the YAML itself is wrong.
    if (nom === '' || draft.credits === null || pictures.has(chemin) || isOutside(draft, chemin)) continue
    const near = nearest(
      nom,
      Array.from(pictures, file => file.slice('images/'.length)),
    )
    const remedy = near === null ? "Déposer l'image dans images/, ou retirer ce crédit" : `Écrire : ${near}`
    yield diagnose('credit-sans-image', draft.credits.yaml.placeOf([nom], 'cle'), { nom, remedy })
  }
  yield* useless(draft)
  yield* logos(draft, exists)
  yield* fileNames(draft, credited, pictures)
  yield* heads(draft)
  yield* contents(draft)
}

/** Path of the drawing along the foot of a fiche's head. */
export const headOf = (slug: string): string => `images/tete-${slug}.svg`

/** A drawing of a head that no fiche is called by would be seen nowhere. */
function* heads({ fiches, pictures }: Draft): Generator<Problem> {
  const named = fiches.flatMap(({ value }) => (value ? headOf(value.slug) : []))
  for (const chemin of pictures.keys()) {
    if (!chemin.startsWith('images/tete-') || named.includes(chemin)) continue
    const near = nearest(chemin, named)
    const remedy = near === null ? 'Écrire : images/tete-<slug>.svg' : `L'appeler ${near}`
    yield diagnose('tete-sans-fiche', topOf(chemin), { chemin, remedy })
  }
}

/** Files that no edition shows, told where they lie unless a text names them: that is told there. */
function* useless({ listing, fiches, pages }: Draft): Generator<Problem> {
  const named = [...fiches, ...pages].flatMap(({ corps }) => corps.images.map(({ path }) => path))
  for (const file of listing.others) {
    const isCover = /^images\/couverture\.(?:png|jpe?g)$/i.test(file)
    if ((!isCover && !foreign.test(file)) || named.includes(file)) continue
    const cause = isCover
      ? 'le dessin de couverture est images/couverture.svg'
      : 'une image du kit est en SVG, PNG ou JPEG'
    yield diagnose('fichier-ignore', topOf(file), {
      cause,
      remedy: 'L’enregistrer dans ce format, ou le ranger hors du kit',
    })
  }
}

/** Pictures, films and documents that some people put beside the pictures of a kit. */
const foreign =
  /^images\/.*\.(?:gif|webp|avif|heic|tiff?|bmp|ai|eps|psd|mp4|mov|webm|mp3|pdf|docx?|pptx?|xlsx?|od[tgps]|zip)$/i

/** What a camera, a word processor or a hurried hand gives for a description. */
const mute =
  /^[^\s/]+\.(?:png|jpe?g|svg|gif|webp|heic|tiff?)$|^(?:(?:une|la|le) |l['’])?(?:image|photo(?:graphie)?|illustration|figure|visuel|capture(?: d['’]écran)?|sans titre|untitled)[ _-]?(?:n° ?)?\d{0,3}\.?$|^(?:IMG|DSCF?|DSCN|PXL|WA)[-_ ]?\d|généré[es]* automatiquement|automatically generated/i

/** A photograph that print sets smaller than its place, so that nobody sees its pixels. */
function* coarse(picture: Picture | undefined, chemin: string, place: Place): Generator<Problem> {
  const { pixels } = picture ?? {}
  if (!pixels || isSpeck(pixels) || sharpWidth(pixels) >= printWidths.marge) return
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

type Exists = (path: string, placeOf: () => Place) => Problem[] | null

/** Tells what is wrong with the path of a picture itself; null when it is there. */
function existing(draft: Draft, pictures: ReadonlySet<string>): Exists {
  return (chemin, placeOf) => {
    if (leavesFolder(chemin)) {
      const name = chemin.split(/[/\\]/).at(-1) ?? ''
      const remedy = `Déposer l'image dans images/ et écrire : images/${name}`
      return [diagnose('chemin-hors-dossier', placeOf(), { chemin, remedy })]
    }
    // Told at the link itself.
    if (isOutside(draft, chemin)) return []
    if (!pictures.has(chemin))
      return [diagnose('image-absente', placeOf(), { chemin, remedy: remedyFor(chemin, pictures) })]
    return /\.(svg|png|jpe?g)$/i.test(chemin) ? null : [diagnose('image-format', placeOf(), { chemin })]
  }
}

/** Checks the names of the pictures that the kit shows or credits, as the site publishes both. Each is reported once, at the
 *  file to rename. */
function* fileNames(
  draft: Draft,
  credited: ReadonlySet<string>,
  pictures: ReadonlySet<string>,
): Generator<Problem> {
  const shown = new Set([
    ...[...draft.fiches, ...draft.pages].flatMap(({ corps }) => corps.images.map(({ path }) => path)),
    ...logosOf(draft).map(({ chemin }) => chemin),
    ...Array.from(credited, nom => `images/${nom}`),
  ])
  for (const chemin of shown)
    if (pictures.has(chemin) && !isSoundName(chemin))
      yield diagnose('image-nom', topOf(chemin), { chemin, proposal: soundName(chemin, pictures) })
}

/** Checks the bytes of every picture, used or not: unused ones would be published too. */
function* contents({ pictures }: Draft): Generator<Problem> {
  for (const [file, { format, drawing, pixels, bytes }] of pictures) {
    const place = topOf(file)
    const nom = file.slice('images/'.length)
    const named = file
      .slice(file.lastIndexOf('.') + 1)
      .toLowerCase()
      .replace('jpg', 'jpeg')
    const { active, nested, broken, coarse: raster } = drawing ?? {}
    const at = ({ line, column }: { line: number; column: number }) => ({ file, line, column })
    if (format === 'animation') yield diagnose('image-animee', place, { nom })
    else if (format !== named) yield diagnose('image-abimee', place, { nom, format: named.toUpperCase() })
    else if (pixels && isSpeck(pixels))
      yield diagnose('image-vide', place, { nom, largeur: pixels.width, hauteur: pixels.height })
    else if (pixels && isImmense(pixels)) {
      const millions = (count: number) => Math.ceil(count / 1_000_000)
      const values = { nom, pixels: millions(pixels.width * pixels.height), maximum: millions(MOST_PIXELS) }
      yield diagnose('image-immense', place, values)
    } else if (active) yield diagnose('image-active', at(active), { quote: active.quote })
    else if (nested)
      yield diagnose('image-imbriquee', { ...place, line: nested.line }, { nom, cause: nested.quote })
    else if (broken) yield diagnose('image-ouverte', at(broken), { nom, quote: broken.quote })
    else if (raster) yield diagnose('image-trame', at(raster), { quote: raster.quote })
    else if (drawing?.blank) yield diagnose('image-blanche', place, { nom, cause: blanks[drawing.blank] })
    else {
      const [undrawn] = undrawnCharacters(drawing?.words ?? '')
      if (drawing?.words.includes('\ufffd')) yield diagnose('image-codage', place, { nom })
      else if (undrawn) yield diagnose('image-lettre', place, { nom, caractere: undrawn.character })
      if (bytes > HEAVY_BYTES) yield diagnose('image-lourde', place, { nom, poids: formatBytes(bytes) })
    }
  }
}

const blanks = { frame: 'son cadre (viewBox) manque ou n’a pas de surface', shape: 'il n’a pas de tracé' }

function remedyFor(chemin: string, pictures: ReadonlySet<string>): string {
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

function* logos(draft: Draft, exists: Exists): Generator<Problem> {
  for (const { partenaire, chemin, alt, place } of logosOf(draft)) {
    const wrong = exists(chemin, place)
    yield* wrong ?? []
    if (wrong !== null) continue
    const hasAlt = typeof alt === 'string' && alt.trim() !== ''
    if (!hasAlt) yield diagnose('logo-sans-alt', place(), { partenaire })
  }
}

const isOutside = ({ listing }: Draft, path: string) =>
  listing.outside.some(link => path === link || path.startsWith(`${link}/`))
