import { messageOf } from '../../../src/problems/index.ts'
import { slugify } from '../../../src/text/index.ts'
import { directoryShelf } from '../shelf/directory-shelf.ts'
import { memoryShelf, type Shelf } from '../shelf/shelf.ts'
import { zipOf, zipShelf } from '../shelf/zip-shelf.ts'
import type { Workbench } from '../worker/workbench.ts'
import { askIn, button, field, h } from './dom.ts'
import { isOpen, openRecents, type Recent } from './drafts.ts'
import { refusalOf } from './import-word.ts'

/** Holds the kit that was opened, and the file to put into it. */
type OpenedKit = { shelf: Shelf; add: File | null }
type Content = Recent['content']

type Permission = { requestPermission?(options: { mode: 'readwrite' }): Promise<string> }
type Picker = { showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle> }

/** Asks for a kit where there is no server: that of the site, a recent one, a folder, a zip, a single text, a new one. */
export async function openScreen(host: HTMLElement, workbench: Workbench): Promise<OpenedKit> {
  const recents = await openRecents()
  const list = await recents.all()
  const source = host.dataset['kit']
  const open = async (content: Content): Promise<OpenedKit> => {
    const opened = await openContent(content, source)
    await recents.put(content)
    return opened
  }
  const former = list.find(({ content }) => isOpen(content))
  // A folder may want to be allowed anew, which a person does.
  const again = former && (await open(former.content).catch(() => null))
  if (again) return again
  return new Promise(done => {
    const errorLine = h('p.faux', { role: 'alert' })
    const attempt = (content: () => Promise<Content | null>) =>
      void content()
        .then(content => content && open(content))
        .then(opened => opened && done(opened), tell)
    const tell = (error: unknown) => {
      // Who closes the picker has changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return
      errorLine.textContent = `Impossible d’ouvrir ce fichier : ${messageOf(error)}`
    }
    const input = h('input', {
      type: 'file',
      accept: '.zip,.md,.docx',
      onchange: () => attempt(async () => input.files?.[0] ?? null),
    })
    const picker = (window as Picker).showDirectoryPicker
    const way = (label: string, content: () => Promise<Content | null>) =>
      button(label, () => attempt(content))
    host.replaceChildren(
      h(
        'main.accueil',
        h('h1', 'L’atelier'),
        h(
          'p',
          'Écrire les fiches d’un kit, voir ce qui ne va pas, lire la page qu’elles donnent. Rien ne quitte cet ordinateur : pour donner son travail à quelqu’un, on lui envoie le fichier enregistré.',
        ),
        errorLine,
        list.length > 0 && h('h2', 'Reprendre'),
        h(
          'ul.recents',
          ...list.map(({ opened, content }) =>
            h(
              'li',
              way(content.name, async () => content),
              ` ouvert le ${new Date(opened).toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' })}`,
            ),
          ),
        ),
        h(
          'p.reglages',
          source ? way('Ouvrir le kit de ce site', () => siteKit(source)) : null,
          picker ? way('Ouvrir le dossier d’un kit', () => picker.call(window, { mode: 'readwrite' })) : null,
          way('Commencer un kit', async () => {
            const kit = await askForNewKit(workbench)
            return kit && new File([zipOf(kit.files) as Uint8Array<ArrayBuffer>], `${kit.name}.zip`)
          }),
        ),
        field('Ouvrir un kit (.zip), une fiche (.md) ou un manuscrit (.docx)', input),
        picker ? null : h('p', 'Ce navigateur n’ouvre pas de dossier : donner le kit dans un fichier .zip.'),
      ),
    )
    host.addEventListener('dragover', event => event.preventDefault())
    host.addEventListener('drop', event => {
      event.preventDefault()
      attempt(async () => event.dataTransfer?.files[0] ?? null)
    })
  })
}

async function siteKit(source: string): Promise<File> {
  const response = await fetch(source).catch(() => null) // no connection: told below
  if (!response?.ok)
    throw new Error('le site ne donne pas son kit. Sans connexion, reprendre un travail récent.')
  return new File([await response.blob()], 'Le kit de ce site.zip')
}

/** Asks for what a new kit says of itself. @returns its files, and a name for them; null: the person cancelled */
export async function askForNewKit(
  workbench: Workbench,
): Promise<{ name: string; files: Map<string, Uint8Array> } | null> {
  const text = (name: string, placeholder: string) => h('input', { name, required: true, placeholder })
  const answers = await askIn(
    'Commencer un kit',
    'Commencer',
    field('Titre du kit', text('titre', 'Départements & ESS 2027')),
    field('Qui le publie', text('editeur', 'Réseau des territoires')),
  )
  if (!answers) return null
  const { titre = '', editeur = '' } = answers
  return { name: slugify(titre, 60) || 'kit', files: await workbench.newKit(titre, editeur) }
}

/** @throws Error in French */
async function openContent(content: Content, source: string | undefined): Promise<OpenedKit> {
  if ('kind' in content) {
    const allowed = await (content as Permission).requestPermission?.({ mode: 'readwrite' })
    if (allowed === 'denied') throw new Error('le navigateur n’a pas le droit d’y écrire.')
    const shelf = directoryShelf(content.name, content)
    await shelf.list().catch((cause: unknown) => {
      throw new Error(`le dossier « ${content.name} » ne peut plus être lu.`, { cause })
    })
    return { shelf, add: null }
  }
  const { name } = content
  const bytes = new Uint8Array(await content.arrayBuffer())
  if (/\.zip$/i.test(name)) return { shelf: zipShelf(name, bytes), add: null }
  if (!/\.(?:md|docx)$/i.test(name)) throw new Error(refusalOf(name))
  // A text of the site's kit is read in it: its references lead somewhere.
  if (source) return { shelf: (await openContent(await siteKit(source), undefined)).shelf, add: content }
  if (/\.docx$/i.test(name)) return { shelf: memoryShelf(name, kitAround(name, '')), add: content }
  const files = kitAround(name, new TextDecoder().decode(bytes))
  return { shelf: memoryShelf(name, files.set(`fiches/${name}`, bytes)), add: null }
}

/** A single text needs a kit around it to be checked and shown: its family, and the fiches that it refers to. Its slug tells it from
 *  those of other texts. */
function kitAround(name: string, text: string): Map<string, Uint8Array> {
  const own = /^famille: *["']?([\w-]+)/m.exec(text)?.[1] ?? 'levier'
  const slug = slugify(name.replace(/\.\w+$/, ''), 60) || 'fiche'
  const settings = `titre: Fiche seule
slug: ${slug}
edition: { annee: 2026, mois: 2026-01 }
editeur: { nom: Éditeur, adresse: X, telephone: X }
licence: { nom: Licence, version: X, url: https://exemple.fr/ }
familles:
  - { id: ${own}, singulier: Fiche, pluriel: Fiches, forme: triangle, couleur: levier }
site: { url: https://exemple.fr }
mentions: { directeur_publication: X, hebergeur: X, hebergeur_telephone: X, contact: X, depot_legal: X }
accessibilite: { etat: non, schema_pluriannuel: https://x.example, plan_actions: https://x.example }
`
  const named = new Set([...text.matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map(([, name = '']) => name))
  const others = [...named].map((name, at): [string, string] => [
    `fiches/${900 + at}-${name}.md`,
    `---\nnumero: ${900 + at}\nslug: ${name}\ntitre: ${name}\nfamille: ${own}\nstatut: a-paraitre\n---\n`,
  ])
  const encoder = new TextEncoder()
  return new Map(
    [['kit.yaml', settings] as const, ...others].map(([path, text]) => [path, encoder.encode(text)]),
  )
}
