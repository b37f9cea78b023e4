import { type Finding, fault } from '../../../src/problems/finding.ts'
import { type Addresses, sameAddress } from './addresses.ts'
import { lettersOf } from '../read/words.ts'

/** Outside links of an edition against those of the source: all of them, no other, and each under its own words. */
export function* compareAddresses(
  edition: string,
  links: readonly { address: string; place: string; text: string }[],
  { linked, spoken, allowed }: Addresses,
): Generator<Finding> {
  const written = new Set(links.map(({ address }) => sameAddress(address)))
  for (const [address, titles] of [...linked].filter(([address]) => !written.has(address)))
    yield fault(titles.join(', '), `Le lien ${address} manque dans ${edition}.`)
  for (const { address, place } of links.filter(({ address }) => !allowed.has(sameAddress(address))))
    yield fault(place, `Le lien ${address} n’est ni dans les fiches ni dans la liste des maquettes.`)
  for (const { address, place, text } of links) {
    const wanted = spoken.get(lettersOf(text))
    if (wanted !== undefined && !wanted.has(sameAddress(address)))
      yield fault(
        place,
        `« ${text.replace(/\s+/g, ' ').trim()} » mène à ${address} au lieu de ${[...wanted].join(', ')}.`,
      )
  }
}
