import type { Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { findAll, type Parent, textOf } from '../read/html.ts'
import { sameAddress } from '../source/addresses.ts'

type Named = { what: RegExp; address: string | null | undefined }

/** The addresses that `kit.yaml` gives are those to which the words that name them lead.
 *  @param mainOf the main part of a page, by its path */
export function* kitLinks(kit: Kit, mainOf: (path: string) => Parent | undefined): Generator<Finding> {
  const { schema_pluriannuel, plan_actions, actions_realisees, audit } = kit.accessibilite
  const accessibility: Named[] = [
    { what: /schéma/i, address: schema_pluriannuel },
    { what: /\bplan\b/i, address: plan_actions },
    { what: /bilan/i, address: actions_realisees },
    { what: /rapport/i, address: audit?.url },
  ]
  yield* astray('accessibilite/index.html', mainOf('accessibilite/index.html'), accessibility)
  const path = 'mentions-legales/index.html'
  const { url } = kit.licence
  for (const { attribs } of findAll(mainOf(path), 'a'))
    if (attribs['rel']?.split(' ').includes('license') && !isSame(attribs['href'], url))
      yield fault(`Site, ${path}`, `La licence mène à ${attribs['href']} au lieu de ${url}.`)
}

const isSame = (href: string | undefined, address: string | null | undefined) =>
  sameAddress(href ?? '') === sameAddress(address ?? '')

/** Links of which the words name one address, and that lead to another. */
function* astray(path: string, main: Parent | undefined, named: readonly Named[]): Generator<Finding> {
  for (const link of findAll(main, 'a')) {
    const words = textOf(link).trim()
    const href = link.attribs['href'] ?? ''
    const [meant, other] = named.filter(({ what }) => what.test(words))
    if (meant && !other && meant.address && /^https?:/.test(href) && !isSame(href, meant.address))
      yield fault(`Site, ${path}`, `« ${words} » mène à ${href} au lieu de ${meant.address}.`)
  }
}
