import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { bookLinks, type NamedLink, pdfLinks, siteLinks } from '../read/links.ts'
import { type EditionName, editionNames, namesOf, type Offer, offersOf } from '../source/offers.ts'
import { lettersOf } from '../words.ts'
import { pagePlans } from './page-plan.ts'

/** Each edition offers every fiche wherever it must, and a link that bears a document's name leads to that document. */
export const names: AuditCheck = {
  id: 'noms',
  title:
    'Cartes, sommaires, plans, fiches voisines, renvois et index mènent à ce qu’ils nomment, dans chaque édition',
  async *run({ kit, site, pdf, epub }) {
    const links: Record<EditionName, NamedLink[]> = {
      site: siteLinks(kit, await site()),
      epub: bookLinks(kit, await epub()),
      pdf: pdfLinks(kit, await pdf()),
    }
    const offers = [...offersOf(kit)]
    const editions = Object.keys(links) as EditionName[]
    const owners = namesOf(kit)
    const numbers = new Map(kit.fiches.map(({ slug, numero }) => [slug, String(numero)]))
    for (const edition of editions) {
      for (const offer of offers)
        if (offer.editions.includes(edition)) yield* missing(offer, edition, links[edition])
      yield* astray(edition, links[edition], owners)
      yield* misnumbered(edition, links[edition], numbers)
      yield* disordered(edition, links[edition], kit.fiches)
    }
    yield* pagePlans(kit, await site())
    return `${count(offers.length, 'lien attendu', 'liens attendus')} d’après les fiches, cherchés dans ${count(
      editions.reduce((sum, edition) => sum + links[edition].length, 0),
      'lien',
    )} des trois éditions`
  },
}

const letters = (text: string) => lettersOf(text.replace(/(?<![\p{L}\p{N}])p\.[\s\u00a0]*\d+\s*$/u, ''))

function* missing(
  { what, on, to, anchor = '', says, rel }: Offer,
  edition: EditionName,
  links: readonly NamedLink[],
): Generator<Finding> {
  const here = links.filter(
    link => link.on === on && (rel === undefined || link.rel.split(' ').includes(rel)),
  )
  const there = here.filter(link => link.to === to && (anchor === '' || link.anchor === anchor))
  // All of them together: a page may end in the middle of one.
  if (letters(there.map(({ text }) => text).join(' ')).includes(letters(says))) return
  const mislabelled = there[0]
  const place = `${what}, dans ${editionNames[edition]}`
  yield mislabelled
    ? fault(place, `Le lien vers « ${says} » dit « ${mislabelled.text.replace(/\s+/g, ' ').trim()} ».`)
    : fault(place, `Aucun lien ne mène à « ${says} »${on === to ? '' : `, depuis « ${on} »`}.`)
}

/** Links that say the name of one document and lead to another one. A section may have the name of one too. */
function* astray(
  edition: EditionName,
  links: readonly NamedLink[],
  owners: ReadonlyMap<string, { name: string; id: string }>,
): Generator<Finding> {
  for (const { on, text, label, to, anchor } of links)
    for (const name of [text, label]) {
      const owner = owners.get(letters(name))
      if (owner && owner.id !== to && anchor === '')
        yield fault(`« ${on} », dans ${editionNames[edition]}`, `Le lien « ${owner.name} » mène à « ${to} ».`)
    }
}

/** Neighbours and acronyms say the number of the fiche to which they lead: « Fiche levier 10, précédente », « Fiche 8, Commande publique ». */
function* misnumbered(
  edition: EditionName,
  links: readonly NamedLink[],
  numbers: ReadonlyMap<string, string>,
): Generator<Finding> {
  for (const { on, text, rel, to } of links) {
    const written =
      on === 'sigles'
        ? /^\s*(?:fiche\s+)?(\d{1,3})\s*(?:,|$)/i.exec(text)?.[1]
        : /^(?:prev|next)$/.test(rel)
          ? /(\d{1,3}),\s*(?:précédente|suivante)/.exec(text)?.[1]
          : undefined
    const number = numbers.get(to)
    if (written !== undefined && number !== undefined && written !== number)
      yield fault(
        `« ${on} », dans ${editionNames[edition]}`,
        `Le lien vers la fiche ${number} dit « fiche ${written} ».`,
      )
  }
}

/** The fiches of a family stand in a sommaire by their numbers. */
export function* disordered(
  edition: EditionName,
  links: readonly Pick<NamedLink, 'on' | 'to'>[],
  fiches: readonly Pick<Kit['fiches'][number], 'slug' | 'numero' | 'famille' | 'titre'>[],
): Generator<Finding> {
  const listed = new Set(links.filter(({ on }) => on === 'sommaire').map(({ to }) => to))
  const last = new Map<string, number>()
  for (const to of listed)
    for (const { famille, numero, titre } of fiches.filter(({ slug }) => slug === to)) {
      const before = last.get(famille)
      if (before !== undefined && before > numero)
        yield fault(
          `« sommaire », dans ${editionNames[edition]}`,
          `« ${titre} » y vient après la fiche ${before}.`,
        )
      last.set(famille, numero)
    }
}
