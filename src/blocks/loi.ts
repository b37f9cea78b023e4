import { blockHead } from '../text/index.ts'
import { encart } from './encart.ts'

export const loi = encart({
  name: 'loi',
  label: 'Loi',
  help: 'Ce que dit un texte de loi. Un seul par page.',
  icon: 'scale',
  panel: true,
  template: '::: loi Loi du 31 juillet 2014',
  form: {
    title: 'Une loi',
    heading: { label: 'Titre', example: 'Loi du 31 juillet 2014' },
    text: 'Ce qu’elle dit',
  },
  head(bloc, context) {
    const sign = context.medium === 'epub' ? '' : '<span class="paragraphe" aria-hidden="true">§</span>\n'
    return blockHead('p', bloc, context) + sign
  },
})
