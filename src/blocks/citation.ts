import { type Block, enclose, inlineOf, signedForm, titreSeul } from '../text/index.ts'
import { signature, signatureLine } from './signature.ts'

/** `::: citation`: words that were said, and last line `— Nom, fonction`. */
export const citation: Block<'citation'> = {
  name: 'citation',
  label: 'Citation',
  help: 'Des mots qui ont été dits, sans guillemets. La dernière ligne donne le nom et la fonction.',
  heading: null,
  print: 'quote',
  sheet: 'figures',
  template: '::: citation',
  word: { look: 'quote' },
  form: signedForm('citation', { title: 'Une citation', text: 'Paroles, sans guillemets' }),
  close: signatureLine,
  open: titreSeul,
  check(bloc, report) {
    if (!bloc.close) report('citation-sans-auteur', bloc.open)
  },
  render(bloc, context) {
    const chevrons =
      context.medium === 'epub'
        ? ''
        : '<svg class="chevrons" viewBox="0 0 15 9" aria-hidden="true" focusable="false"><path fill="currentColor" d="M4.5 0H7.5L3 4.5L7.5 9H4.5L0 4.5ZM12 0H15L10.5 4.5L15 9H12L7.5 4.5Z"/></svg>\n'
    return enclose('aside', bloc, context, [
      chevrons,
      `<blockquote>\n${bloc.titre ? `<p>${inlineOf(bloc.titre, context)}</p>\n` : ''}${context.blocs(bloc.corps)}</blockquote>\n`,
      signature(bloc, context),
    ])
  },
}
