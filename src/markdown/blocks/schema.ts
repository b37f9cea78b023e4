import { type Block, checkTitre, partie, sourceLine } from '../block.ts'
import { encadrer, image, picto, source, tete, titreEcrit } from '../render/parts.ts'
import { plainText, textOfTokens } from '../text.ts'

/** Letters of eight lines or so: a longer description has two columns on paper, each of four lines and more. */
const LONGEST_COLUMN = 480

/** `::: schema images/x.svg Titre`: a picture whose body is its text alternative. */
export const schema: Block = {
  nom: 'schema',
  place: 'plein',
  modele: '::: schema images/scic.svg Qui s’associe en SCIC',
  cloture: sourceLine,
  ouverture(texte, report) {
    const image = /^images\/\S+\.\w+/.exec(texte)?.[0] ?? ''
    if (image === '') report('schema-sans-image', 0)
    const titre = texte.slice(image.length).trim()
    return {
      parties: partie('titre', titre, texte.length - titre.length),
      donnees: { image },
    }
  },
  check(bloc, report) {
    checkTitre(bloc, report, schema.modele)
  },
  image(bloc) {
    const path = String(bloc.donnees['image'] ?? '')
    return path === '' ? null : { path, alt: textOfTokens(bloc.corps) }
  },
  render(bloc, cadre) {
    const path = String(bloc.donnees['image'] ?? '')
    const alt = bloc.titre ? plainText(bloc.titre.children) : 'Schéma'
    const isLong = cadre.medium === 'print' && textOfTokens(bloc.corps).length > LONGEST_COLUMN
    return encadrer('figure', bloc, cadre, [
      tete('figcaption', 'Schéma', picto('workflow', cadre)),
      titreEcrit(bloc, cadre),
      path === '' ? '' : `<div class="dessin">${image(path, alt, cadre)}</div>\n`,
      `<div class="description${isLong ? ' longue' : ''}">\n${cadre.blocs(bloc.corps)}</div>\n`,
      source(bloc, cadre),
    ])
  },
}
