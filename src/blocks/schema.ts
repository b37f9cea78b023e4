import {
  type Block,
  blockHead,
  checkTitre,
  enclose,
  image,
  openingPart,
  plainText,
  source,
  sourceLine,
  textOfTokens,
  titleAsWritten,
} from '../text/index.ts'

/** Letters of eight lines or so: a longer description has two columns on paper, each of four lines and more. */
const LONGEST_COLUMN = 480

/** `::: schema images/x.svg Titre`: a picture whose body is its text alternative. */
export const schema: Block<'schema'> = {
  name: 'schema',
  label: 'Schéma',
  help: 'Avant le titre, le chemin de l’image. Le texte dit ce qu’elle montre, pour qui ne la voit pas.',
  heading: { words: 'Schéma', icon: 'workflow' },
  print: 'wide',
  sheet: 'graphiques',
  template: '::: schema images/scic.svg Qui s’associe en SCIC',
  word: { look: 'plain', mark: 'images/nom.svg' },
  form: {
    title: 'Un schéma',
    parts: [
      { name: 'image', label: 'Image du kit', kind: 'picture', needed: true },
      { name: 'titre', label: 'Titre', needed: true, example: 'Du champ à la cantine' },
      {
        name: 'texte',
        label: 'La même chose en mots, pour qui ne la voit pas',
        kind: 'paragraphs',
        needed: true,
      },
    ],
    lines: /^::: schema (?<image>\S+)(?: (?<titre>.+))?\n(?:(?<texte>[\s\S]*)\n)?:::$/,
    write: ({ image, titre, texte }) => `::: schema ${image} ${titre}\n${texte}\n:::`,
  },
  close: sourceLine,
  open(texte, report) {
    const image = /^images\/\S+\.\w+/.exec(texte)?.[0] ?? ''
    if (image === '') report('schema-sans-image', 0)
    const titre = texte.slice(image.length).trim()
    return {
      parts: [
        ...openingPart('marque', image, 0),
        ...openingPart('titre', titre, texte.length - titre.length),
      ],
      donnees: { image },
    }
  },
  check: checkTitre,
  image(bloc) {
    const path = String(bloc.donnees['image'] ?? '')
    return path === '' ? null : { path, alt: textOfTokens(bloc.corps) }
  },
  render(bloc, context) {
    const path = String(bloc.donnees['image'] ?? '')
    const alt = bloc.titre ? plainText(bloc.titre.children) : 'Schéma'
    const isLong = context.medium === 'print' && textOfTokens(bloc.corps).length > LONGEST_COLUMN
    return enclose('figure', bloc, context, [
      blockHead('figcaption', bloc, context),
      titleAsWritten(bloc, context),
      path === '' ? '' : `<div class="dessin">${image(path, alt, context)}</div>\n`,
      `<div class="description${isLong ? ' longue' : ''}">\n${context.blocs(bloc.corps)}</div>\n`,
      source(bloc, context),
    ])
  },
}
