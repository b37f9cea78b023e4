import { type Finding, fault } from '../../check.ts'
import { type Addresses, sameAddress } from '../source/addresses.ts'
import { lettersOf } from '../words.ts'

/** Outside links of an edition against those of the source: all of them, no other, and each under its own words. */
export function compareAddresses(
  edition: string,
  links: readonly { address: string; place: string; text: string }[],
  { linked, spoken, allowed }: Addresses,
): Finding[] {
  const written = new Set(links.map(({ address }) => sameAddress(address)))
  return [
    ...[...linked]
      .filter(([address]) => !written.has(address))
      .map(([address, titles]) => fault(titles.join(', '), `Le lien ${address} manque dans ${edition}.`)),
    ...links
      .filter(({ address }) => !allowed.has(sameAddress(address)))
      .map(({ address, place }) =>
        fault(place, `Le lien ${address} n’est ni dans les fiches ni dans la liste des maquettes.`),
      ),
    ...links.flatMap(({ address, place, text }) => {
      const wanted = spoken.get(lettersOf(text))
      return wanted === undefined || wanted.has(sameAddress(address))
        ? []
        : [
            fault(
              place,
              `« ${text.replace(/\s+/g, ' ').trim()} » mène à ${address} au lieu de ${[...wanted].join(', ')}.`,
            ),
          ]
    }),
  ]
}
