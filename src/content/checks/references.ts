import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import type { CorpsLu } from '../../markdown/read-body.ts'
import { type Draft, declared, textAt, texts } from '../draft.ts'

/** A cross-reference names a fiche or a page of this kit. */
export function* checkRenvois({ fiches, pages, listing }: Draft): Generator<Diagnostic> {
  const sheets = [...fiches, ...pages]
  const slugs = sheets.flatMap(sheet => textAt(sheet, 'slug') ?? [])
  const targets = new Set(slugs)
  // A file that cannot be read may be the one that is named.
  const isWhole = sheets.length === listing.fiches.length + listing.pages.length
  const covers = new Set(
    pages.filter(page => declared(page, 'gabarit') === 'quatrieme').map(page => declared(page, 'slug')),
  )
  const proper = slugs.filter(slug => /^[a-z0-9-]+$/.test(slug))
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
  // A slug that many fiches name wrongly is looked for once among all slugs.
  const remedies = new Map<string, string>()
  const remedyFor = (valeur: string): string => {
    const remedy = remedies.get(valeur)
    if (remedy !== undefined) return remedy
    const near =
      renamed.get(valeur) ??
      named.get(valeur.toLowerCase()) ??
      nearest(valeur, proper) ??
      containing(valeur, proper)
    const remede = near === null ? "Écrire entre crochets le slug d'une fiche du kit" : `Écrire : [[${near}]]`
    remedies.set(valeur, remede)
    return remede
  }
  for (const { file, corps, yaml } of sheets) {
    const self = declared({ yaml }, 'slug')
    // `[slug]` that is no link: its author meant a cross-reference.
    const single = /(?<![[!\]\\`])\[([a-z0-9-]{2,60})\](?![[(:\]`])/g
    for (const { valeur, place } of foundIn(corps, file, single))
      if (targets.has(valeur)) yield diagnose('renvoi-un-crochet', place, { valeur })
    for (const { text, found: trouve, valeur: numero, place } of foundIn(corps, file, inWords)) {
      const slug = named.get(String(Number(numero)))
      if (slug !== undefined && slug !== self && !/^(?:#|:::)/.test(text))
        yield diagnose('renvoi-en-mots', place, { trouve, slug })
    }
    for (const { slug: valeur, place } of corps.renvois)
      if (!targets.has(valeur) && isWhole)
        yield diagnose('renvoi-inconnu', place, {
          valeur,
          cause: "aucune fiche n'a ce slug",
          remede: remedyFor(valeur),
        })
      else if (covers.has(valeur))
        yield diagnose('renvoi-inconnu', place, {
          valeur,
          cause: "la quatrième de couverture n'a pas de page sur le site",
          remede: 'Retirer ce renvoi, ou écrire le slug d’une autre page',
        })
  }
}

type Source = Pick<CorpsLu, 'source' | 'line'>

/** What a pattern finds in a body as it is written, and where. */
const foundIn = ({ source, line }: Source, file: string, pattern: RegExp) =>
  source.split('\n').flatMap((text, index) =>
    [...text.matchAll(pattern)].map(({ 0: found, 1: valeur = '', index: at }) => ({
      text,
      found,
      valeur,
      place: { file, line: line + index, column: at + 1 },
    })),
  )

/** « voir la fiche 3 » in words: no reader can follow it, and a fiche may change its number. A title holds no cross-reference.
 *  Another document's fiche is named with it: « la fiche 3 du guide ». */
const inWords = /(?<![\p{L}[`])fiche (?:n[°o] ?)?(\d{1,3})(?![\p{L}\d\]]| d(?:u|es?|['’]))/giu

/** `achat` for `achat-responsable`, and the other way round. */
function containing(word: string, slugs: readonly string[]): string | null {
  if (word.length < 4) return null
  return slugs.find(slug => slug.includes(word) || (slug.length >= 4 && word.includes(slug))) ?? null
}
