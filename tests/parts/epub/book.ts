import sharp from 'sharp'
import { buildEpub } from '../../../build/epub/build-epub.ts'
import type { EpubDocument } from '../../../build/epub/chapters.ts'
import type { PrintedPages } from '../../../build/epub/pages.ts'
import { epubCss } from '../../../build/epub/style.ts'
import { sequence } from '../../../src/kit/indexes/indexes.ts'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import { announcedOf, ficheOf, kitOf, NO_TEXT, pageOf } from '../../kit.ts'

const fiche = (numero: number, slug: string, famille: string, titre: string) =>
  ficheOf({
    numero,
    slug,
    titre,
    famille,
    corps: {
      ...NO_TEXT,
      texte: 'L’ESS',
      exemples: [
        { titre: 'Un pont', ancre: 'exemple-un', lieu: 'Ici', departements: [], pays: [], levier: null },
      ],
    },
  })

/** A kit of three families that take turns, three fiches (one announced), and two pages, with documents as the layouts write them. */
export const kit = kitOf(
  {
    titre: 'Kit d’essai & cie',
    sous_titre: 'Pour voir',
    editeur: { nom: 'Éditions de l’Essai' },
    isbn: { imprime: '978-2-487241-05-3' },
    credits: { Rédaction: ['Ada Lovelace'] },
    familles: [
      {
        id: 'rivage',
        singulier: 'Fiche rivage',
        pluriel: 'Rivages',
        forme: 'carre',
        couleur: 'introductive',
      },
      { id: 'sommet', singulier: 'Fiche sommet', pluriel: 'Sommets', forme: 'triangle', couleur: 'levier' },
      { id: 'plaine', singulier: 'Fiche plaine', pluriel: 'Plaines', forme: 'disque', couleur: 'thematique' },
    ],
  },
  {
    dir: new URL('.', import.meta.url).pathname,
    slug: 'kit-d-essai',
    sigles: { ESS: 'Économie sociale et solidaire' },
    fiches: [
      fiche(1, 'bord-de-mer', 'rivage', 'Bord de mer'),
      fiche(2, 'vallee', 'sommet', 'Vallée haute'),
      fiche(3, 'champ', 'plaine', 'Champ ouvert'),
      announcedOf(4, 'foret', 'Forêt', 'plaine'),
      fiche(5, 'col', 'sommet', 'Passer le col'),
    ],
    pages: [
      pageOf('avant-propos', 'Avant-propos'),
      pageOf('colophon', 'Colophon', { partie: 'annexes', gabarit: 'colophon' }),
    ],
  },
)

/** A fiche as the layout writes it: twelve blocks, an example, a chart and a cross-reference. */
function bodyOf(item: Item): string {
  switch (item.kind) {
    case 'couverture':
      return '<div epub:type="cover" class="couverture-image"><img src="couverture.jpg" role="doc-cover" alt="Couverture"/></div>'
    case 'fiche':
      return `<section epub:type="chapter" role="doc-chapter" aria-labelledby="titre"><h1 id="titre">${item.fiche.titre}</h1>
<p class="chapo" data-b="1">Le chapô de ${item.fiche.titre}.</p>
<section class="section leviers"><h2 id="agir" data-b="2">Agir &amp; durer le 1<sup>er</sup> mai</h2>
<p data-b="3">Voir <a class="renvoi" href="fiche-col.xhtml">Passer le col</a>.</p>
<aside epub:type="example" role="doc-example" class="bloc exemple" id="exemple-un" data-b="4"><p class="bloc-tete"><span class="etiquette">Exemple</span></p><p data-b="5">Un pont.</p></aside>
<ul data-b="6"><li data-b="7">Un</li><li data-b="8">Deux</li></ul>
<h3 id="voir" data-b="9">Voir</h3>
<figure class="bloc graphique" data-b="10"><figcaption class="bloc-tete">Graphique</figcaption><div class="dessin"><img src="images/${item.id}-1.svg" alt="Deux barres"/></div><table class="donnees" data-b="11"><thead><tr><th scope="col">An</th><th scope="col">%</th></tr></thead><tbody><tr><th scope="row">2023</th><td>35</td></tr></tbody></table></figure>
</section><section class="section"><h2 id="ressources">Ressources</h2><p data-b="12">Un guide.</p></section></section>`
    case 'page':
      return `<section epub:type="preface" role="doc-preface" aria-labelledby="titre"><h1 id="titre">${item.page.titre}</h1><p data-b="1">Quelques mots.</p></section>`
    case 'sommaire':
      return `<nav role="doc-toc" aria-labelledby="titre"><h1 id="titre">Sommaire</h1><ul><li><a href="fiche-vallee.xhtml">Vallée haute</a> <span class="folio" data-page="vallee"></span></li></ul></nav>`
    case 'territoires':
      return '<section epub:type="index" role="doc-index" aria-labelledby="titre"><h1 id="titre">Territoires</h1><ul epub:type="index-entry-list"><li epub:type="index-entry"><a href="fiche-col.xhtml#exemple-un">Un pont</a></li></ul></section>'
    case 'sigles':
      return '<section aria-labelledby="titre"><h1 id="titre">Sigles</h1><dl><dt>ESS</dt><dd>Économie sociale et solidaire</dd></dl></section>'
    case 'nouveautes':
      return '<section aria-labelledby="titre"><h1 id="titre">Ce qui a changé</h1><p>Rien.</p></section>'
    default:
      return item satisfies never
  }
}

function titleOf(item: Item): string {
  if (item.kind === 'fiche') return `${item.fiche.numero}. ${item.fiche.titre}`
  return item.kind === 'page'
    ? item.page.titre
    : {
        couverture: 'Couverture',
        sommaire: 'Sommaire',
        territoires: 'Territoires',
        sigles: 'Sigles',
        nouveautes: 'Ce qui a changé',
      }[item.kind]
}

export const documents: EpubDocument[] = sequence(kit).map(item => ({
  item,
  html: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="fr-FR" xml:lang="fr-FR">
<head><meta charset="utf-8"/><title>${titleOf(item)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body class="${item.kind === 'fiche' ? `fiche famille-${item.fiche.famille}` : item.kind}">
${bodyOf(item)}
</body>
</html>
`,
  resources:
    item.kind === 'fiche'
      ? [
          {
            path: `images/${item.id}-1.svg`,
            content:
              '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 102 20"><rect x="0" y="0" width="35" height="8" fill="#b53310"/></svg>',
          },
        ]
      : [],
}))

/** Each fiche takes three pages: the second begins at a list item, the third at a figure. */
export const pages: PrintedPages = (() => {
  let next = 1
  const printed = documents.map(({ item }) => {
    const first = next
    next += item.kind === 'fiche' ? 3 : 1
    return { id: item.id, first, last: next - 1 }
  })
  return {
    documents: printed,
    pageOf: Object.fromEntries(printed.map(({ id, first }) => [id, first])),
    blocks: Object.fromEntries(
      documents.filter(({ item }) => item.kind === 'fiche').map(({ item }) => [item.id, [1, 7, 10]]),
    ),
  }
})()

const whitePicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })

/** A white PNG. */
export const pngOf = (width: number, height: number) => whitePicture(width, height).png().toBuffer()

/** A white JPEG of the size of a real cover. */
export const cover = await whitePicture(1600, 2560).jpeg().toBuffer()

export const date = new Date('2025-11-20T08:30:00Z')

export async function buildBook(changes: Partial<Parameters<typeof buildEpub>[0]> = {}): Promise<Uint8Array> {
  return buildEpub({ kit, documents, pages, cover, date, css: await epubCss(kit), ...changes })
}
