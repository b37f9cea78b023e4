import { messageOf } from '../../../src/problems/index.ts'
import { slugify } from '../../../src/text/index.ts'
import { directoryShelf } from '../shelf/directory-shelf.ts'
import { askServer, serverShelf } from '../shelf/server-shelf.ts'
import { memoryShelf, type Shelf } from '../shelf/shelf.ts'
import { zipShelf } from '../shelf/zip-shelf.ts'
import { remoteWorkbench } from '../worker/remote.ts'
import { openDesk } from './desk.ts'
import { button, field, h } from './dom.ts'
import { identityOf, openDrafts } from './drafts.ts'
import { createRoom } from './room.ts'

/** Takes the server's token from the address, and keeps it for reloads of this tab; null: on a static host. */
function token(): string | null {
  const hash = location.hash.slice(1)
  if (hash !== '') {
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
  const { shelf, word } = ask
    ? {
        shelf: serverShelf(((await (await ask('/api/kit')).json()) as { name: string }).name, ask),
        word: null,
      }
    : await openScreen(host)
  host.replaceChildren(h('p.accueil', { role: 'status' }, 'Lecture du kit…'))
  // The server's address is the folder's own.
  const settings = ask ? null : await shelf.read('kit.yaml').catch(() => null)
  const kit = (await identityOf(settings)) ?? shelf.name
  const desk = await openDesk(shelf, workbench, await openDrafts(kit))
  const styles = new CSSStyleSheet()
  await styles.replace(await (await fetch('editeur.css')).text())
  const room = createRoom(host, {
    kit,
    desk,
    workbench,
    ask,
    styles,
  })
  if (word) room.importWord(word)
}

const host = document.querySelector<HTMLElement>('#atelier')
if (host)
  start(host).catch((error: unknown) =>
    host.replaceChildren(
      h('p.accueil.faux', { role: 'alert' }, `L’atelier ne s’ouvre pas : ${messageOf(error)}`),
    ),
  )

/** Holds the kit that was opened, and the Word file to import into it. */
type OpenedKit = { shelf: Shelf; word: File | null }

type Picker = { showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle> }

/** Asks for a kit where there is no server: a folder, a zip, or a single text in a kit that holds nothing else. */
function openScreen(host: HTMLElement): Promise<OpenedKit> {
  return new Promise(done => {
    const errorLine = h('p.faux', { role: 'alert' })
    const attempt = (open: () => Promise<OpenedKit>) => void open().then(done, tell)
    const tell = (error: unknown) => {
      // Who closes the picker has changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return
      errorLine.textContent = `Ce fichier ne s’ouvre pas : ${messageOf(error)}`
    }
    const input = h('input', {
      type: 'file',
      accept: '.zip,.md,.docx',
      onchange: () => {
        const [file] = input.files ?? []
        if (file) attempt(() => openFile(file))
      },
    })
    const picker = (window as Picker).showDirectoryPicker
    host.replaceChildren(
      h(
        'main.accueil',
        h('h1', 'L’atelier'),
        h(
          'p',
          'Écrire les fiches d’un kit, voir ce qui ne va pas, lire la page qu’elles donnent. Rien ne quitte cet ordinateur : les textes restent dans ce navigateur et dans vos fichiers.',
        ),
        errorLine,
        picker
          ? h(
              'p',
              button(
                'Ouvrir le dossier d’un kit',
                () =>
                  attempt(async () => {
                    const folder = await picker.call(window, { mode: 'readwrite' })
                    return { shelf: directoryShelf(folder.name, folder), word: null }
                  }),
                { class: 'principal' },
              ),
            )
          : h('p', 'Ce navigateur n’ouvre pas de dossier : donner le kit dans un fichier .zip.'),
        field('Ouvrir un kit (.zip), une fiche (.md) ou un manuscrit (.docx)', input),
      ),
    )
    host.addEventListener('dragover', event => event.preventDefault())
    host.addEventListener('drop', event => {
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file) attempt(() => openFile(file))
    })
  })
}

async function openFile(file: File): Promise<OpenedKit> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (/\.zip$/i.test(file.name)) return { shelf: zipShelf(file.name, bytes), word: null }
  if (/\.docx$/i.test(file.name))
    return { shelf: memoryShelf(file.name, new Map([kitAround(file.name)])), word: file }
  if (/\.md$/i.test(file.name))
    return {
      shelf: memoryShelf(file.name, new Map([kitAround(file.name), [`fiches/${file.name}`, bytes]])),
      word: null,
    }
  throw new Error('donner un fichier .zip, .md ou .docx.')
}

/** A single text needs a kit around it to be checked and shown. Its slug tells it from those of other texts. */
const kitAround = (name: string): [string, Uint8Array] => [
  'kit.yaml',
  new TextEncoder().encode(
    [
      'titre: Fiche seule',
      `slug: ${slugify(name.replace(/\.\w+$/, ''), 60) || 'fiche'}`,
      'edition: { annee: 2026, mois: 2026-01 }',
      'editeur: { nom: À compléter }',
      'licence: { nom: À compléter }',
      'familles:',
      '  - { id: introductive, singulier: Fiche introductive, pluriel: Fiches introductives, forme: carre, couleur: introductive }',
      '  - { id: levier, singulier: Fiche levier, pluriel: Fiches leviers, forme: triangle, couleur: levier }',
      '  - { id: thematique, singulier: Fiche thématique, pluriel: Fiches thématiques, forme: disque, couleur: thematique }',
      '',
    ].join('\n'),
  ),
]
