import { type Bloc, type Block, type Cadre, checkTitre, titreSeul } from '../block.ts'
import { titledForm } from '../form.ts'
import { encadrer, tete, titre } from '../frame.ts'

/** A box of a title and some words.
 *  @param encart `form`: what the atelier calls its title and its text; `head`: its written name, where more stands above the title */
export function encart<Name extends string>({
  icon,
  form,
  head = (bloc, cadre) => tete('p', bloc, cadre),
  ...encart
}: Pick<Block<Name>, 'name' | 'label' | 'help' | 'template' | 'panel' | 'epub'> & {
  icon: string
  form: Parameters<typeof titledForm>[1]
  head?(bloc: Bloc, cadre: Cadre): string
}): Block<Name> {
  return {
    ...encart,
    heading: { words: encart.label, icon },
    print: 'box',
    word: {},
    form: titledForm(encart.name, form),
    ouverture: titreSeul,
    check: checkTitre,
    render: (bloc, cadre) =>
      encadrer('aside', bloc, cadre, [head(bloc, cadre), titre(bloc, cadre), cadre.blocs(bloc.corps)]),
  }
}
