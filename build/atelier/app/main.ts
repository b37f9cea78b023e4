import { messageOf } from '../../../src/problems/index.ts'
import { askServer, serverShelf } from '../shelf/server-shelf.ts'
import { remoteWorkbench } from '../worker/remote.ts'
import { openDesk } from './desk.ts'
import { h } from './dom.ts'
import { holdKit, identityOf, openDrafts } from './drafts.ts'
import { openScreen } from './opening.ts'
import { createRoom } from './room.ts'

/** Takes the server's token from the address, and keeps it for reloads of this tab; null: on a static host. */
function token(): string | null {
  const hash = location.hash.slice(1)
  // That of a fiche begins with a stroke.
  if (hash !== '' && !hash.startsWith('/')) {
    sessionStorage.setItem('jeton', hash)
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
  const { shelf, add } = ask
    ? {
        shelf: serverShelf(((await (await ask('/api/kit')).json()) as { name: string }).name, ask),
        add: null,
      }
    : await openScreen(host, workbench)
  host.replaceChildren(h('p.accueil', { role: 'status' }, 'Lecture du kit…'))
  // The server's address is the folder's own.
  const settings = ask ? null : await shelf.read('kit.yaml').catch(() => null)
  const kit = (await identityOf(settings)) ?? shelf.name
  const [drafts, hold] = await Promise.all([openDrafts(kit), holdKit(kit)])
  const desk = await openDesk(shelf, workbench, { drafts, hold })
  const styles = new CSSStyleSheet()
  await styles.replace(await (await fetch('editeur.css')).text())
  const room = createRoom(host, {
    kit,
    desk,
    workbench,
    ask,
    styles,
  })
  // What was pressed to open the kit is gone.
  if (!ask) host.querySelector<HTMLElement>('main:not([hidden]) h1')?.focus()
  if (add) room.take([add])
}

const host = document.querySelector<HTMLElement>('#atelier')
if (host)
  start(host).catch((error: unknown) =>
    host.replaceChildren(
      h('p.accueil.faux', { role: 'alert' }, `Impossible d’ouvrir l’atelier : ${messageOf(error)}`),
    ),
  )
