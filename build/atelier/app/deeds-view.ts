import { messageOf, plural } from '../../../src/problems/index.ts'
import type { ChangedViews, Deed, DeedEvent } from '../server/answer-api.ts'
import type { Ask } from '../shelf/server-shelf.ts'
import { askIn, button, h } from './dom.ts'

const RELEASE =
  'Le kit est enregistré, contrôlé, puis fabriqué en entier dans le dossier « livraison » : site, PDF, livre numérique, et un rapport à lire d’abord. Rien n’est mis en ligne : c’est ce dossier que l’on publie et que l’on envoie à l’imprimeur. Compter quelques minutes.'

const DRAFT = 'Un brouillon, à relire : ce qui est à compléter ou en relecture n’arrête rien'

const names = { build: 'Fabriquer', release: 'Livrer' }

/** Creates the buttons that build and release on the local server, and shows their steps. The server reads the folder: `save`
 *  comes first. */
export function createDeedsView(ask: Ask, save: () => Promise<void>) {
  // A long list scrolls: the keyboard reaches it.
  const steps = h('ul.etapes', { tabindex: '0', 'aria-label': 'Étapes' })
  const end = h('div.issue', { role: 'status' })
  const panel = h('section.fabrication', { 'aria-label': 'Fabrication', hidden: true }, steps, end)
  const buttons = (['build', 'release'] as const).map(deed => button(names[deed], () => void perform(deed)))

  function show(event: DeedEvent): void {
    if (event.kind === 'end') {
      end.className = event.good ? 'issue bonne' : 'issue mauvaise'
      end.replaceChildren(
        h('p', event.text),
        h(
          'ul',
          ...event.opens.map(({ name, address }) =>
            h('li', h('a', { href: address, target: '_blank', rel: 'noopener' }, name)),
          ),
        ),
        event.views ? button(`Regarder ${plural(event.views, 'page')}`, look) : '',
      )
      return
    }
    const step = [...steps.children].find(item => item.getAttribute('data-nom') === event.name)
    const text = event.detail ? `${event.name} : ${event.detail}` : event.name
    if (step) {
      step.className = event.state
      step.textContent = text
    } else steps.append(h('li', { 'data-nom': event.name, class: event.state }, text))
  }

  async function look(): Promise<void> {
    if (!(await lookAtViews(ask))) return
    await ask('/api/vues', { method: 'POST' })
    end.className = 'issue bonne'
    end.replaceChildren(
      h(
        'p',
        'C’est noté : ces pages sont la référence. Si la livraison était refusée, « Livrer » peut recommencer.',
      ),
    )
  }

  async function perform(task: keyof typeof names): Promise<void> {
    let deed: Deed = task
    if (task === 'release') {
      const draft = h('label.case', h('input', { type: 'checkbox', name: 'brouillon' }), ` ${DRAFT}`)
      const answers = await askIn('Livrer le kit', 'Livrer', h('p', RELEASE), draft)
      if (!answers) return
      if (answers['brouillon']) deed = 'draft'
    }
    for (const button of buttons) button.disabled = true
    panel.hidden = false
    steps.replaceChildren()
    end.className = 'issue'
    end.replaceChildren(h('p', `${names[task]} : en cours…`))
    try {
      await save()
      const { body } = await ask(`/api/faire/${deed}`, { method: 'POST' })
      for await (const line of linesOf(body)) show(JSON.parse(line) as DeedEvent)
    } catch (error) {
      show({
        kind: 'end',
        good: false,
        text: messageOf(error),
        opens: [],
      })
    } finally {
      for (const button of buttons) button.disabled = false
    }
  }

  const close = button(
    'Fermer',
    () => {
      panel.hidden = true
    },
    { class: 'fermer' },
  )
  panel.append(close)
  return { buttons, panel }
}

async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** Shows views before and after, side by side, until a person says to have looked. @returns whether it was said */
async function lookAtViews(ask: Ask): Promise<boolean> {
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
