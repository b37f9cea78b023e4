import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { WordText } from '../read/word.ts'
import { lettersOf } from '../words.ts'

/** What a Word file says of itself: whose it is, of when, in which language, and what may be done with it. */
export function* wrongNotice(
  place: string,
  { core, head, foot, language, colours }: WordText,
  fiche: FichePubliee,
  kit: Kit,
): Generator<Finding> {
  const publisher = kit.editeur.sigle ?? kit.editeur.nom
  const says = (name: string) => core.get(name) ?? ''
  yield* differs(place, 'Son titre', says('dc:title'), fiche.titre)
  yield* differs(place, 'Son auteur', says('dc:creator'), publisher)
  yield* differs(place, 'Le haut de ses pages', head, kit.titre)
  for (const name of ['dcterms:created', 'dcterms:modified'])
    if (!says(name).startsWith(fiche.maj))
      yield fault(place, `Il se date de « ${says(name)} » ; la fiche est de ${fiche.maj}.`)
  for (const tongue of [language, says('dc:language')])
    if (!/^fr(?:-|$)/i.test(tongue)) yield fault(place, `Il se dit dans la langue « ${tongue} ».`)
  const { nom, version, url } = kit.licence
  for (const wanted of [publisher, kit.titre, fiche.maj, `Licence ${nom} ${version ?? ''}`, url ?? ''])
    if (!lettersOf(foot).includes(lettersOf(wanted)))
      yield fault(place, `Le bas de ses pages ne dit pas « ${wanted.trim()} » ; lu : « ${foot} ».`)
  const strange = [...colours].filter(colour => !coloursOf(fiche, kit).has(colour))
  if (strange.length > 0)
    yield fault(place, `Ses couleurs ne sont pas celles de sa famille : ${strange.join(', ')}.`)
}

function* differs(place: string, what: string, said: string, wanted: string): Generator<Finding> {
  if (lettersOf(said) !== lettersOf(wanted))
    yield fault(place, `${what} est « ${said} » au lieu de « ${wanted} ».`)
}

/** The shades of its family and those of no family. */
function coloursOf({ famille }: FichePubliee, { familles, tokens }: Kit): Set<string> {
  const shades = tokens.familles[familles.find(({ id }) => id === famille)?.couleur ?? '']
  const all = [...Object.values(shades ?? {}), ...Object.values(tokens.neutre)]
  return new Set(
    all.flatMap(shade => (typeof shade === 'string' ? [] : shade.hex.replace('#', '').toUpperCase())),
  )
}
