import { messageOf, type Problem } from '../../../src/problems/index.ts'
import type { Deed, DeedEvent } from '../server/answer-api.ts'
import type { Ask } from '../shelf/server-shelf.ts'
import { button, h } from './dom.ts'
import { problemOfKit, sayWorths } from './problems-view.ts'

const names: Record<Deed | 'check', string> = { check: 'Contrôler', build: 'Fabriquer', release: 'Livrer' }

/** Creates the buttons that check here, and build and release on the local server, and shows their steps. The server reads the
 *  folder: `save` comes first there, and nowhere else. */
export function createDeedsView(
  ask: Ask,
  options: {
    save(): Promise<void>
    check(): Promise<readonly Problem[]>
    openAt(file: string, line: number): void
  },
) {
  const steps = h('ul.etapes')
  const end = h('div.issue', { role: 'status' })
  const panel = h('section.fabrication', { 'aria-label': 'Fabrication', hidden: true }, steps, end)
  const buttons = (['check', 'build', 'release'] as const).map(deed =>
    button(names[deed], () => void perform(deed)),
  )

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

  function list(problems: readonly Problem[]): void {
    const isWrong = problems.some(({ severity }) => severity === 'erreur')
    end.className = isWrong ? 'issue mauvaise' : 'issue bonne'
    end.replaceChildren(h('p', `${sayWorths(problems) || 'Aucun problème'}.`))
    // Out of the status, which would be read out whole.
    steps.replaceChildren(...problems.map(problem => problemOfKit(problem, options.openAt)))
  }

  async function perform(deed: Deed | 'check'): Promise<void> {
    for (const button of buttons) button.disabled = true
    panel.hidden = false
    steps.replaceChildren()
    end.className = 'issue'
    end.replaceChildren(h('p', `${names[deed]} : en cours…`))
    try {
      if (deed === 'check') return list(await options.check())
      await options.save()
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
