import type { Token } from 'markdown-it'
import { drawQrCode } from '../charts/index.ts'
import { escapeXml } from '../problems/index.ts'
import {
  type Bloc,
  type Block,
  completeAddress,
  copyWith,
  enclose,
  listForm,
  plainText,
  shortAddress,
  titleAsWritten,
  titreSeul,
} from '../text/index.ts'
import {
  checkListe,
  cutChildren,
  hasWords,
  itemsOf,
  type ListItem,
  leadingStrong,
  puce,
  withoutLead,
} from './items.ts'

type Ressource = {
  item: ListItem
  titre: Token[]
  isLinked: boolean
  /** Address of the title, or of the one link that stands behind it. */
  url: string | null
  reference: Token[]
}

/** `::: ressources`: where to read on; closes a fiche. */
export const ressources: Block<'ressources'> = {
  name: 'ressources',
  label: 'Ressources',
  help: 'Une ligne par ressource : le titre, avec son lien, l’éditeur, l’année. À la fin de la fiche.',
  heading: null,
  print: 'end',
  items: true,
  template: '::: ressources',
  word: { look: 'plain', item: '[Titre], [éditeur], [année]' },
  form: listForm('ressources', {
    title: 'Des ressources',
    label: 'Ressources',
    items: {
      columns: [
        { label: 'Titre', example: 'Le guide des achats' },
        { label: 'Adresse, si elle est sûre', example: 'https://www.exemple.fr/guide' },
        { label: 'Éditeur, année', example: 'Réseau d’exemple, 2024' },
      ],
      read(item) {
        const [, linked, address = '', bold, reference = ''] =
          /^(?:\[(.+?)\]\((\S+?)\)|\*\*(.+?)\*\*)(?:, (.*))?$/.exec(item) ?? []
        const titre = linked ?? bold
        return titre === undefined ? null : [titre, address, reference]
      },
      write: ([titre, address, reference]) =>
        `${address ? `[${titre}](${completeAddress(address)})` : `**${titre}**`}${reference ? `, ${reference}` : ''}`,
    },
  }),
  open: titreSeul,
  check(bloc, report) {
    checkListe(bloc, report, { modele: '- [Titre](https://…), éditeur, année' })
  },
  contribute(bloc) {
    return {
      ressources: read(bloc).map(({ item, url }) => ({ texte: texteOf(item), url })),
    }
  },
  render(bloc, context) {
    const items = read(bloc).map(({ item, titre, isLinked, reference }) => {
      const name = context.inline(titre).trim()
      const opened = isLinked
        ? name.replace(/^<a /, '<a class="titre" ')
        : `<span class="titre">${name}</span>`
      const more = context.inline(reference).trim()
      return puce(item, `${opened}${more && ` <span class="reference">${more}</span>`}`, context)
    })
    return enclose('div', bloc, context, [
      titleAsWritten(bloc, context),
      context.enLigne === null ? '' : enLigne(context.enLigne),
      `<ul class="ressources-liste">\n${items.join('')}</ul>\n`,
      context.blocs(itemsOf(bloc.corps).reste),
    ])
  },
}

/** From paper to the screen: the code of the fiche's page, and its address in words. */
function enLigne(address: string): string {
  const short = shortAddress(new URL(address).origin)
  return `<div class="en-ligne">${drawQrCode(address, `Code QR vers ${address}`)}<p><b>La fiche en ligne</b> <a href="${escapeXml(address)}" rel="external">${escapeXml(short)}</a></p></div>\n`
}

/** Its words; a cross-reference stays one, for the index that knows the kit. */
function texteOf({ inline }: ListItem): string {
  const children = inline.children ?? []
  return plainText(
    children.map(token => (token.type === 'renvoi' ? copyWith(token, `[[${token.content}]]`) : token)),
  )
}

/** The title is a leading link or leading bold; else what stands before the first comma. « 2,5 » has none. */
function read(bloc: Bloc): Ressource[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = withLinkOutside(item.inline.children ?? [])
    const links = children.filter(({ type }) => type === 'link_open')
    const url = links.length === 1 ? String(links[0]?.attrGet('href') ?? '') : null
    const comma = (rest: Token[]) => withoutLead(rest, /^\s*,\s*/) ?? rest
    const first = children.find(hasWords)
    if (first?.type === 'link_open') {
      const end = children.findIndex(({ type }) => type === 'link_close') + 1
      const [titre, reference] = [children.slice(0, end), comma(children.slice(end))]
      return { item, titre, isLinked: true, url: String(first.attrGet('href') ?? ''), reference }
    }
    const lead = leadingStrong(children)
    const cut = lead ? { before: lead.strong, after: comma(lead.after) } : cutChildren(children, /,(?:\s+|$)/)
    return { item, titre: cut?.before ?? [...children], isLinked: false, url, reference: cut?.after ?? [] }
  })
}

/** « *[Titre](…)*, éditeur »: what stands around the link of a title goes within it. */
function withLinkOutside(children: readonly Token[]): readonly Token[] {
  const at = children.findIndex(hasWords)
  const [around, link] = [children[at], children[at + 1]]
  const end = children.findIndex(({ type }, index) => index > at && type === 'link_close')
  const [linkEnd, aroundEnd] = [children[end], children[end + 1]]
  const isAround = around && /^(?:em|strong)_open$/.test(around.type) && aroundEnd?.tag === around.tag
  if (!isAround || link?.type !== 'link_open' || !linkEnd || aroundEnd.nesting !== -1) return children
  const words = children.slice(at + 2, end)
  return [...children.slice(0, at), link, around, ...words, aroundEnd, linkEnd, ...children.slice(end + 2)]
}
