import { type Block, checkTitre, sourceLine } from '../block.ts'
import { encadrer, image, picto, source, tete, titreEcrit } from '../render/parts.ts'
import { plainText, textOfTokens } from '../text.ts'

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
      parties: titre === '' ? [] : [{ role: 'titre', texte: titre, offset: texte.length - titre.length }],
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
    return encadrer('figure', bloc, cadre, [
      tete('figcaption', 'Schéma', picto('workflow', cadre)),
      titreEcrit(bloc, cadre),
      path === '' ? '' : `<div class="dessin">${image(path, alt, cadre)}</div>\n`,
      `<div class="description">\n${cadre.blocs(bloc.corps)}</div>\n`,
      source(bloc, cadre),
    ])
  },
}
