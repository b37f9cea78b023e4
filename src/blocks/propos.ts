import { type Block, blockHead, enclose, inlineOf, signedForm, titreSeul } from '../text/index.ts'
import { signature, signatureLine } from './signature.ts'

/** `::: propos`: what somebody holds, told in the kit's own words, and last line `— Nom, fonction`. The name is read first, after
 *  the label: « Ce qu'en dit / Camille Martin ». No mark of quotation: nobody said these words. */
export const propos: Block<'propos'> = {
  name: 'propos',
  label: 'Propos',
  help: 'Ce que quelqu’un soutient, dans nos mots. La dernière ligne donne le nom et la fonction.',
  heading: { words: 'Ce qu’en dit', icon: 'message-square' },
  print: 'box',
  template: '::: propos',
  word: {},
  form: signedForm('propos', {
    title: 'Un propos rapporté',
    text: 'Ce qu’en dit la personne ou le texte, sans guillemets',
  }),
  close: signatureLine,
  closeFirst: true,
  open: titreSeul,
  check(bloc, report) {
    if (!bloc.close) report('propos-sans-auteur', bloc.open)
  },
  render(bloc, context) {
    return enclose('aside', bloc, context, [
      blockHead('p', bloc, context),
      signature(bloc, context),
      bloc.titre ? `<p>${inlineOf(bloc.titre, context)}</p>\n` : '',
      context.blocs(bloc.corps),
    ])
  },
}
