import {
  type Bloc,
  type Block,
  blockHead,
  blockTitle,
  checkTitre,
  enclose,
  type RenderContext,
  titledForm,
  titreSeul,
} from '../text/index.ts'

/** A box of a title and some words.
 *  @param encart `form`: what the atelier calls its title and its text; `head`: its written name, where more stands above the title */
export function encart<Name extends string>({
  icon,
  form,
  head = (bloc, context) => blockHead('p', bloc, context),
  ...encart
}: Pick<Block<Name>, 'name' | 'label' | 'help' | 'template' | 'panel' | 'epub'> & {
  icon: string
  form: Parameters<typeof titledForm>[1]
  head?(bloc: Bloc, context: RenderContext): string
}): Block<Name> {
  return {
    ...encart,
    heading: { words: encart.label, icon },
    print: 'box',
    word: {},
    form: titledForm(encart.name, form),
    open: titreSeul,
    check: checkTitre,
    render: (bloc, context) =>
      enclose('aside', bloc, context, [
        head(bloc, context),
        blockTitle(bloc, context),
        context.blocs(bloc.corps),
      ]),
  }
}
