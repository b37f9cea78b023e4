import type { Copy, Fault } from '../planted-edition.ts'

const ARBRE = 'fiche-planter-un-arbre.xhtml'

/** What the e-book has wrong. */
export const book: Fault[] = [
  {
    what: 'a table whose two fiches are exchanged',
    plant: ({ editBook }) =>
      editBook('nav.xhtml', text =>
        text
          .replace('href="fiche-planter-un-arbre.xhtml">', 'href="fiche-x.xhtml">')
          .replace('href="fiche-tenir-un-marche.xhtml">', 'href="fiche-planter-un-arbre.xhtml">')
          .replace('href="fiche-x.xhtml">', 'href="fiche-tenir-un-marche.xhtml">'),
      ),
    finds: {
      noms: [
        /la table du livre, dans le livre numérique : Le lien vers « Planter un arbre au bon endroit » dit « /,
        /la table du livre, dans le livre numérique : Le lien vers « Tenir un marché du samedi » dit « /,
      ],
      'tables-livre': [
        /toc\.ncx : « .*(Planter un arbre|Repères).*» mène à/,
        /toc\.ncx : « .*(Tenir un marché|Pratiques).*» mène à/,
      ],
    },
  },
  {
    what: 'a cross-reference to the fiche that it stands in',
    plant: ({ editBook }) =>
      editBook(ARBRE, text =>
        text.replace('class="renvoi" href="fiche-tenir-un-marche.xhtml"', `class="renvoi" href="${ARBRE}"`),
      ),
    finds: {
      noms: [
        /un renvoi, dans le livre numérique : Aucun lien ne mène à « Tenir un marché »/,
        /Le lien « Tenir un marché » mène à « planter-un-arbre »/,
      ],
      'numeros-editions': [/« Tenir un marché p\.\s5 » dit page 5 au lieu de 3/],
    },
  },
  {
    what: 'an alternative that says nothing',
    plant: ({ editBook }) =>
      editBook(ARBRE, text => text.replace('alt="Un arbre au milieu d\'une place"', 'alt="image"')),
    finds: {
      structure: [
        /dans le livre numérique : Le texte de remplacement « Un arbre au milieu d'une place » manque/,
      ],
    },
  },
  {
    what: 'a list that is paragraphs',
    plant: ({ editBook }) =>
      editBook(ARBRE, text =>
        text.replace(/<ul>\n<li>le matin[\s\S]*?<\/ul>/, list =>
          list.replace(/<\/?ul>/g, '').replace(/(<\/?)li>/g, '$1p>'),
        ),
      ),
    finds: { structure: [/dans le livre numérique : 2.éléments de liste au lieu de 3/] },
  },
  {
    what: 'the number of another edition',
    plant: ({ editBook }) =>
      editBook('content.opf', text =>
        text.replace('</metadata>', '<dc:identifier>urn:isbn:9782000000006</dc:identifier>\n</metadata>'),
      ),
    finds: { editeur: [/notice : ISBN : « 9782000000006 » au lieu de « aucun »/] },
  },
  {
    what: 'another title in the notice',
    plant: ({ editBook }) =>
      editBook('content.opf', text => text.replace('>Petit carnet<', '>Grand carnet<')),
    finds: { editeur: [/notice : Titre : « Grand carnet » au lieu de « Petit carnet »/] },
  },
  {
    what: 'a section that the table leaves out',
    plant: ({ editBook }) =>
      editBook('nav.xhtml', text =>
        text.replace(/<li><a href="fiche-planter-un-arbre\.xhtml#arroser">.*<\/li>/, ''),
      ),
    finds: { 'tables-livre': [/La section « Arroser » n’y est pas/] },
  },
  {
    what: 'a line of the table that leads to another section',
    plant: ({ editBook }) =>
      editBook('nav.xhtml', text => text.replace('#arroser">Arroser', '#choisir-le-lieu">Arroser')),
    finds: {
      'tables-livre': [
        /« Arroser » mène à « Choisir le lieu »/,
        /La section « Arroser » n’y est pas/,
        /toc\.ncx : « Arroser » mène à .*#arroser au lieu de .*#choisir-le-lieu/,
      ],
    },
  },
  {
    what: 'the table of old readers that leads to another fiche',
    plant: ({ editBook }) =>
      editBook('toc.ncx', text =>
        text.replace(
          /(Planter un arbre au bon endroit<\/text>\s*<\/navLabel>\s*<content src=")[^"]*/,
          '$1fiche-tenir-un-marche.xhtml',
        ),
      ),
    finds: { 'tables-livre': [/toc\.ncx : « .*Planter un arbre.* » mène à fiche-tenir-un-marche\.xhtml/] },
  },
  {
    what: 'a family in the table of old readers that leads to another one',
    plant: ({ editBook }) =>
      editBook('toc.ncx', text =>
        text.replace(
          /(Repères<\/text>\s*<\/navLabel>\s*<content src=")[^"]*/,
          '$1fiche-tenir-un-marche.xhtml',
        ),
      ),
    finds: { 'tables-livre': [/toc\.ncx : « .*Repères » mène à fiche-tenir-un-marche\.xhtml/] },
  },
  {
    what: 'every mark of a page at the end of its chapter',
    plant: ({ editBook }) =>
      editBook(ARBRE, text => {
        const [first = '', ...others] = text.match(/<span[^>]* epub:type="pagebreak"[^>]*><\/span>/g) ?? []
        const bare = others.reduce((left, mark) => left.replace(mark, ''), text)
        return bare.replace(/(?:<\/section>\s*)+<\/body>/, end => `${first && others.join('')}${end}`)
      }),
    finds: { 'numeros-editions': [/Le texte qui suit le repère n’est pas sur la page imprimée/] },
  },
  {
    what: 'a style that hides every paragraph',
    plant: ({ editBook }) => editBook('style.css', text => `${text}\np { display: none }`),
    finds: { 'tables-livre': [/Le style cache « p »/] },
  },
  {
    what: 'another author in the notice',
    plant: ({ editBook }) =>
      editBook('content.opf', text => text.replace(/(<dc:creator[^>]*>)[^<]*/, '$1Une autre personne')),
    finds: { editeur: [/Auteur : « Une autre personne »/] },
  },
  {
    what: 'another licence in the notice',
    plant: ({ editBook }) =>
      editBook('content.opf', text => text.replace(/(<dc:rights[^>]*>)[^<]*/, '$1Tous droits réservés')),
    finds: { editeur: [/Licence : « Tous droits réservés » au lieu de/] },
  },
  {
    what: 'a figure of a chart that its table has not',
    plant: ({ editBook }) =>
      editBook('graphiques/planter-un-arbre-1.svg', text =>
        text.replace(/(<text class="v"[^>]*>)90</, '$191<'),
      ),
    finds: { dessins: [/Livre numérique, .* : Un graphique écrit « 91 »/] },
  },
  ...(['lang', 'xml:lang'] as const).map(name => ({
    what: `a Latin word said in French (${name})`,
    plant: ({ editBook }: Copy) => editBook(ARBRE, text => text.replace(` ${name}="la"`, '')),
    finds: {
      structure: [
        /dans le livre numérique : « in situ » n’est pas donné comme un mot d’une autre langue \(la\)/,
      ],
    },
  })),
  {
    what: 'a style that hides the boxes of one kind',
    plant: ({ editBook }) => editBook('style.css', text => `${text}\n.bloc.exemple{display:none}`),
    finds: { 'tables-livre': [/style\.css : Le style cache « \.bloc\.exemple »\./] },
  },
  {
    what: 'a chart that draws something else',
    plant: ({ editBook }) =>
      editBook('graphiques/planter-un-arbre-1.svg', text => text.replaceAll('Juillet', 'Décembre')),
    finds: {
      dessins: [/fiche-planter-un-arbre\.xhtml : Un graphique écrit « Décembre », que son tableau n’a pas/],
    },
  },
]
