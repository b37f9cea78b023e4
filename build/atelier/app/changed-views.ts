import type { ChangedViews } from '../server/answer-api.ts'
import type { Ask } from '../shelf/server-shelf.ts'
import { button, h } from './dom.ts'

/** Shows views before and after, side by side, until a person says to have looked. @returns whether it was said */
export async function lookAtViews(ask: Ask): Promise<boolean> {
  const groups = (await (await ask('/api/vues')).json()) as ChangedViews
  return new Promise(done => {
    const dialog = h(
      'dialog.large.vues',
      { 'aria-label': 'Les pages qui ont changé' },
      h('h2', 'Les pages qui ont changé'),
      ...groups.map(({ title, what, views }, at) =>
        h(
          'details.groupe',
          // What nobody wrote is seen first.
          { open: at === 0 },
          h('summary', title),
          h('p', what),
          ...views.map(({ name, constat, before, after }) =>
            h(
              'section',
              h('h3', name),
              constat === '' ? null : h('p', constat),
              h('div.cote-a-cote', picture('Avant', name, before), picture('Après', name, after)),
            ),
          ),
        ),
      ),
      h(
        'p.boutons',
        button('Plus tard', () => dialog.close()),
        button('J’ai regardé', () => dialog.close('oui'), { class: 'principal' }),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      done(dialog.returnValue === 'oui')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}

const picture = (label: string, name: string, address: string | null) =>
  address &&
  h('figure', h('figcaption', label), h('img', { src: address, alt: `${label} : ${name}`, loading: 'lazy' }))
