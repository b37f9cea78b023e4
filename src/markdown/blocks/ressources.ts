import type { Token } from 'markdown-it'
import { shortAddress } from '../../addresses.ts'
import { drawQrCode } from '../../codes/qr-code.ts'
import { escapeXml } from '../../escape-xml.ts'
import { type Bloc, type Block, titreSeul } from '../block.ts'
import { encadrer, titreEcrit } from '../render/parts.ts'
import { plainText } from '../text.ts'
import { copyWith } from '../token.ts'
import { checkListe } from './check-liste.ts'
import { cutChildren, type Item, isSaid, itemsOf, leadingStrong, puce, withoutLead } from './items.ts'

type Ressource = { item: Item; titre: Token[]; url: string | null; reference: Token[] }

/** `::: ressources`: where to read on; closes a fiche. */
export const ressources: Block = {
  nom: 'ressources',
  place: 'plein',
  items: true,
  modele: '::: ressources',
  ouverture: titreSeul,
  check(bloc, report) {
    checkListe(bloc, report, { modele: '- [Titre](https://…), éditeur, année' })
    const listed = new Set<string>()
    for (const { item, url } of read(bloc)) {
      if (url !== null && listed.has(url)) report('ressource-double', item.inline, 0, { adresse: url })
      if (url !== null) listed.add(url)
    }
  },
  apport(bloc) {
    return {
      ressources: read(bloc).map(({ item, url }) => ({ texte: texteOf(item), url })),
    }
  },
  render(bloc, cadre) {
    const items = read(bloc).map(({ item, titre, url, reference }) => {
      const name = cadre.inline(titre).trim()
      const opened =
        url === null ? `<span class="titre">${name}</span>` : name.replace(/^<a /, '<a class="titre" ')
      const more = cadre.inline(reference).trim()
      return puce(item, `${opened}${more && ` <span class="reference">${more}</span>`}`, cadre)
    })
    return encadrer('div', bloc, cadre, [
      titreEcrit(bloc, cadre),
      cadre.enLigne === null ? '' : enLigne(cadre.enLigne),
      `<ul class="ressources-liste">\n${items.join('')}</ul>\n`,
      cadre.blocs(itemsOf(bloc.corps).reste),
    ])
  },
}

/** From paper to the screen: the code of the fiche's page, and its address in words. */
function enLigne(address: string): string {
  const short = shortAddress(new URL(address).origin)
  return `<div class="en-ligne">${drawQrCode(address, `Code QR vers ${address}`)}<p><b>La fiche en ligne</b> <a href="${escapeXml(address)}" rel="external">${escapeXml(short)}</a></p></div>\n`
}

/** Its words; a cross-reference stays one, for the index that knows the kit. */
function texteOf({ inline }: Item): string {
  const children = inline.children ?? []
  return plainText(
    children.map(token => (token.type === 'renvoi' ? copyWith(token, `[[${token.content}]]`) : token)),
  )
}

/** The title is a leading link or leading bold; else what stands before the first comma. « 2,5 » has none. */
function read(bloc: Bloc): Ressource[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    const first = children.find(isSaid)
    const comma = (rest: Token[]) => withoutLead(rest, /^\s*,\s*/) ?? rest
    if (first?.type === 'link_open') {
      const end = children.findIndex(({ type }) => type === 'link_close')
      return {
        item,
        titre: children.slice(0, end + 1),
        url: String(first.attrGet('href') ?? ''),
        reference: comma(children.slice(end + 1)),
      }
    }
    const lead = leadingStrong(children)
    if (lead) return { item, titre: lead.strong, url: null, reference: comma(lead.after) }
    const cut = cutChildren(children, /,(?:\s+|$)/)
    return { item, titre: cut ? cut.before : children, url: null, reference: cut ? cut.after : [] }
  })
}
