import { count, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { addressesOf } from '../source/addresses.ts'
import { compareAddresses } from './compare-addresses.ts'

export const linksPdf: AuditCheck = {
  id: 'liens-pdf',
  title: 'Les liens du PDF mènent où ils disent',
  subject: 'pdf',
  async run({ kit, pdf, sources }) {
    const { pages } = await pdf()
    const links = pages.flatMap(({ number, links }) =>
      links.map(link => ({ ...link, place: `PDF, page ${number}` })),
    )
    const lost = links.filter(({ to }) => to === null)
    const outside = links.flatMap(({ to, text, place }) =>
      to && 'url' in to ? [{ address: to.url, text, place }] : [],
    )
    return verified(
      `${count(links.length - outside.length, 'lien interne', 'liens internes')}, ${count(outside.length, 'lien externe', 'liens externes')}`,
      [
        ...lost.map(({ text, place }) =>
          fault(place, `Le lien « ${text.replace(/\s+/g, ' ')} » ne mène nulle part.`),
        ),
        ...compareAddresses('le PDF', outside, addressesOf(kit, await sources())),
      ],
    )
  },
}
