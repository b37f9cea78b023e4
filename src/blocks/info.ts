import { blockHead } from '../text/index.ts'
import { encart } from './encart.ts'

export const info = encart({
  name: 'info',
  label: 'Bon à savoir',
  help: 'Un encadré « Bon à savoir ».',
  icon: 'lightbulb',
  panel: true,
  epub: { type: 'tip', role: 'doc-tip' },
  template: '::: info Où trouver les structures ?',
  form: { title: 'Un « bon à savoir »', heading: { label: 'Titre' }, text: 'Texte' },
  head: (bloc, context) =>
    blockHead('p', bloc, context, icon => icon && `<span class="pastille" aria-hidden="true">${icon}</span>`),
})
