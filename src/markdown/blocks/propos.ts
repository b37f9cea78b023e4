import { type Block, checkSansTitre, titreSeul } from '../block.ts'
import { encadrer, inlineOf, picto, tete } from '../render/parts.ts'
import { checkGuillemets, checkSignature, signature, signatureLine } from './signature.ts'

/** `::: propos`: what somebody holds, told in the kit's own words, and last line `— Nom, fonction`. The name is read first, after
 *  the label: « Ce qu'en dit / Camille Martin ». No mark of quotation: nobody said these words. */
export const propos: Block = {
  nom: 'propos',
  place: 'marge',
  modele: '::: propos',
  cloture: signatureLine,
  clotureEnTete: true,
  ouverture: titreSeul,
  check(bloc, report) {
    if (!bloc.cloture) report('propos-sans-auteur', bloc.open)
    checkSansTitre(bloc, report)
    checkSignature(bloc, report)
    checkGuillemets(bloc, report)
  },
  render(bloc, cadre) {
    return encadrer('aside', bloc, cadre, [
      tete('p', 'Ce qu’en dit', picto('message-square', cadre)),
      signature(bloc, cadre),
      bloc.titre ? `<p>${inlineOf(bloc.titre, cadre)}</p>\n` : '',
      cadre.blocs(bloc.corps),
    ])
  },
}
