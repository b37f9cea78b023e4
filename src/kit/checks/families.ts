import { diagnose, enumerate, nearest, type Problem } from '../../problems/index.ts'
import { contrast, type Hex, slugify } from '../../text/index.ts'
import { type Draft, declared, isRecord, names, textAt, texts } from '../draft.ts'
import { colourAt, mergeTokens, namePath, ownColours, type TokenPath, tokensOf } from '../tokens.ts'

/** A family is declared once, has names of its own, and a fiche belongs to one that is declared. */
export function* checkFamilles({ kit, fiches }: Draft): Generator<Problem> {
  if (kit === null) return
  const list = declared(kit, 'familles')
  const ids: string[] = []
  const names = { singulier: new Set<string>(), pluriel: new Set<string>() }
  const looks = new Map<string, string>()
  for (const [index, famille] of (Array.isArray(list) ? list : []).entries()) {
    if (!isRecord(famille)) continue
    const { id } = famille
    if (typeof id === 'string' && ids.includes(id)) {
      const place = kit.yaml.placeOf(['familles', index, 'id'])
      yield diagnose('famille-double', place, { valeur: id })
      continue
    }
    if (typeof id === 'string') ids.push(id)
    const look = `${String(famille['forme'])} ${String(famille['couleur'])}`
    const autre = looks.get(look)
    if (autre !== undefined)
      yield diagnose('familles-pareilles', kit.yaml.placeOf(['familles', index, 'forme']), {
        id: String(id),
        autre,
      })
    looks.set(look, String(id))
    for (const key of ['singulier', 'pluriel'] as const) {
      const valeur = famille[key]
      if (typeof valeur !== 'string' || valeur.trim() === '') continue
      const normalised = valeur.trim().toLowerCase()
      if (names[key].has(normalised))
        yield diagnose('famille-homonyme', kit.yaml.placeOf(['familles', index, key]), { valeur })
      names[key].add(normalised)
    }
  }
  for (const fiche of ids.length > 0 ? fiches : []) {
    const valeur = textAt(fiche, 'famille') ?? ''
    if (valeur.trim() === '' || ids.includes(valeur)) continue
    // An id of another form is to be mended, and the fiches may have it right already.
    const meant = ids.map(id => slugify(id) || id)
    if (meant.includes(valeur)) continue
    yield diagnose('famille-inconnue', fiche.yaml.placeOf(['famille']), { valeur, attendu: enumerate(meant) })
  }
}

/** Checks that a family's colour is one of the press, or a complete one of the kit. */
export function* checkCouleurs({ kit, tokens, shippedTokens }: Draft): Generator<Problem> {
  const ofKit = tokens === null ? [] : names(declared(tokens, 'familles'))
  const colours = [...new Set([...Object.keys(shippedTokens.familles), ...ofKit])]
  const list = kit === null ? null : declared(kit, 'familles')
  for (const [index, famille] of (Array.isArray(list) ? list : []).entries()) {
    const valeur = isRecord(famille) ? famille['couleur'] : null
    if (kit === null || typeof valeur !== 'string' || valeur.trim() === '' || colours.includes(valeur))
      continue
    const attendu = nearest(valeur, colours) ?? enumerate(colours)
    yield diagnose('couleur-inconnue', kit.yaml.placeOf(['familles', index, 'couleur']), { valeur, attendu })
  }
  if (tokens?.value == null) return
  for (const { couleur, manque } of mergeTokens(shippedTokens, tokens.value).incomplete)
    yield diagnose('couleur-incomplete', tokens.yaml.placeOf(['familles', couleur], 'cle'), {
      couleur,
      manque: enumerate(manque, 'et'),
    })
}

/** A sponsor of a fiche is one of `partenaires.yaml`. */
export function* checkPartenaires({ fiches, partenaires }: Draft): Generator<Problem> {
  const listed = partenaires === null ? [] : names(partenaires.yaml.value)
  for (const fiche of fiches)
    for (const { text: valeur, index } of texts(declared(fiche, 'soutien'))) {
      if (listed.includes(valeur)) continue
      const remedy =
        listed.length === 0
          ? 'Retirer cet identifiant, ou ajouter ce partenaire à partenaires.yaml'
          : `Écrire : ${nearest(valeur, listed) ?? enumerate(listed)}`
      yield diagnose('partenaire-inconnu', fiche.yaml.placeOf(['soutien', index]), { valeur, remedy })
    }
}

const WHITE = '#ffffff'
const BLACK = '#000000'
/** @see WCAG 2.2, 1.4.3 */
const LEGIBLE = 4.5

/** A text and what stands behind it: paths of tokens, or a colour of the e-book's reader. */
type Pair = { text: TokenPath; ground: TokenPath | Hex }

/** Every pair of text and ground that the layouts of the editions use can be read. */
export function* checkContrastes(draft: Draft): Generator<Problem> {
  const { tokens } = draft
  const merged = tokensOf(draft)
  if (tokens === null || merged === null) return
  const colour = (of: TokenPath | Hex) => (typeof of === 'string' ? of : colourAt(merged, of).hex)
  const kitPaths = new Set(ownColours(tokens).map(String))
  const isOwn = (of: TokenPath | Hex): of is TokenPath => typeof of !== 'string' && kitPaths.has(String(of))
  const pairs = [...pairsOf(Object.keys(merged.familles))]

  // Of a pair that fails, the kit's text is at fault, else its ground.
  const wrong = new Map<string, { path: TokenPath; pair: Pair; ratio: number }>()
  for (const pair of pairs) {
    const ratio = contrast(colour(pair.text), colour(pair.ground))
    const path = isOwn(pair.text) ? pair.text : isOwn(pair.ground) ? pair.ground : null
    if (path === null || ratio >= LEGIBLE) continue
    const worst = wrong.get(String(path))
    if (worst === undefined || ratio < worst.ratio) wrong.set(String(path), { path, pair, ratio })
  }
  for (const {
    path,
    pair: { text, ground },
    ratio,
  } of wrong.values()) {
    yield diagnose('contraste-faible', tokens.yaml.placeOf([...path, ...hexOf(path)]), {
      texte: `${namePath(text)} (${colour(text)})`,
      fond: typeof ground === 'string' ? ground : `${namePath(ground)} (${colour(ground)})`,
      rapport: ratio.toFixed(1).replace('.', ','),
    })
  }
}

/** Tokens of the site alone, and the accents of e-books, are a value; the others have it beside their inks. */
const hexOf = (path: TokenPath): string[] => (path[0] === 'web' || path.at(-1) === 'epub' ? [] : ['hex'])

function* pairsOf(familles: readonly string[]): Generator<Pair> {
  const texts = [
    ['neutre', 'texte'],
    ['neutre', 'gris'],
  ]
  const grounds = [
    ['neutre', 'papier'],
    ['web', 'fond'],
  ]
  for (const text of texts) for (const ground of grounds) yield { text, ground }
  for (const famille of familles) {
    const of = (name: string) => ['familles', famille, name]
    for (const ground of [...grounds, of('tint')]) yield { text: of('solid'), ground }
    yield { text: of('deep'), ground: ['neutre', 'papier'] }
    for (const text of texts) yield { text, ground: of('tint') }
    for (const ground of [WHITE, BLACK] as const) yield { text: of('epub'), ground }
  }
}
