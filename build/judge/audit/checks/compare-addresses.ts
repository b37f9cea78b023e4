import { type Finding, fault } from '../../check.ts'
import { type Addresses, sameAddress } from '../source/addresses.ts'

/** Outside links of an edition against those of the source: all of them, and no other. */
export function compareAddresses(
  edition: string,
  found: readonly { address: string; place: string }[],
  { linked, known }: Addresses,
): Finding[] {
  const written = new Set(found.map(({ address }) => sameAddress(address)))
  return [
    ...[...linked]
      .filter(([address]) => !written.has(address))
      .map(([address, titles]) => fault(titles.join(', '), `Le lien ${address} manque dans ${edition}.`)),
    ...found
      .filter(({ address }) => !known.has(sameAddress(address)))
      .map(({ address, place }) =>
        fault(place, `Le lien ${address} n’est ni dans les fiches ni dans la liste des maquettes.`),
      ),
  ]
}
