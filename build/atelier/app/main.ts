import { messageOf } from '../../../src/diagnostics/diagnostic.ts'
import { askServer, serverShelf } from '../shelf/server-shelf.ts'
import { remoteWorkbench } from '../worker/remote.ts'
import { openDesk } from './desk.ts'
import { h } from './dom.ts'
import { openDrafts } from './drafts.ts'
import { openScreen } from './open-screen.ts'
import { createRoom } from './room.ts'

/** The token of the local server, from the address that the command opened; none on a static host. It is kept for this tab
 *  alone, so that a reload finds it. */
function token(): string | null {
  const given = location.hash.slice(1)
  if (given !== '') {
    sessionStorage.setItem('jeton', given)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem('jeton')
}

async function start(host: HTMLElement): Promise<void> {
  const workbench = remoteWorkbench(new Worker('worker.js', { type: 'module' }))
  const jeton = token()
  const ask = jeton === null ? null : askServer(jeton)
  // Without it the app needs the network the next time, and nothing else.
  if (!ask) void navigator.serviceWorker?.register('sw.js', { type: 'module' }).catch(() => undefined)
  const { shelf, word } = ask
    ? {
        shelf: serverShelf(((await (await ask('/api/kit')).json()) as { name: string }).name, ask),
        word: null,
      }
    : await openScreen(host)
  host.replaceChildren(h('p.accueil', { role: 'status' }, 'Lecture du kit…'))
  const desk = await openDesk(shelf, workbench, await openDrafts(shelf.name))
  const styles = new CSSStyleSheet()
  await styles.replace(await (await fetch('editeur.css')).text())
  const room = createRoom(host, { desk, workbench, ask, styles, vocabulary: await workbench.vocabulary() })
  if (word) room.importWord(word)
}

const host = document.querySelector<HTMLElement>('#atelier')
if (host)
  start(host).catch((error: unknown) =>
    host.replaceChildren(
      h('p.accueil.faux', { role: 'alert' }, `L’atelier ne s’ouvre pas : ${messageOf(error)}`),
    ),
  )
