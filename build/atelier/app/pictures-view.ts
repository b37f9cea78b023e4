import { openSetting } from '../../../src/kit/index.ts'
import { formatBytes } from '../../../src/problems/index.ts'
import { isDrawing } from '../../../src/text/index.ts'
import type { Desk } from './desk.ts'
import { attemptFor, button, drawIn, field, h, type Say } from './dom.ts'
import { CREDITS, HEAVY, isPicture, lightened, sizeOf, UNREADABLE, withCredit } from './forms/picture-form.ts'

const decoder = new TextDecoder()

/** Shows the pictures of the kit in a dialog: weight, use, credit; each is replaced, made lighter or removed there. */
export function showPictures(
  desk: Desk,
  { say, open, picture }: { say: Say; open(file: string): void; picture(path: string): string | null },
): void {
  const attempt = attemptFor(say)
  const list = h('ul.images')
  const refusal = h('p.compte', { role: 'status' })
  const dialog = h(
    'dialog.large',
    { 'aria-label': 'Images du kit' },
    h('h2', 'Images du kit'),
    list,
    refusal,
    h(
      'p.boutons',
      button('Fermer', () => dialog.close()),
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())

  const creditsText = () => decoder.decode(desk.bytesOf(CREDITS) ?? undefined)
  const change = (
    path: string,
    bytes: Uint8Array | null,
    words: string,
    credit?: Record<string, string> | null,
  ) =>
    attempt(async () => {
      const files = new Map([[path, bytes]])
      if (credit !== undefined)
        files.set(CREDITS, new TextEncoder().encode(withCredit(creditsText(), path, credit)))
      await desk.replaceAndSay(files, `« ${path.slice('images/'.length)} » ${words}.`, say)
      show()
    })

  function item(path: string, bytes: Uint8Array): HTMLElement {
    const name = path.slice('images/'.length)
    const credits = openSetting(creditsText(), CREDITS)
    const inputOf = (key: string) =>
      h('input', { value: String(credits?.at([name, key]) ?? ''), onchange: () => save() })
    const [credit, licence] = [inputOf('credit'), inputOf('licence')]
    const save = () =>
      change(path, bytes, 'a un autre crédit', { credit: credit.value, licence: licence.value })
    const ending = `.${name.split('.').at(-1)}`
    const input = h('input', {
      type: 'file',
      accept: ending,
      onchange: () =>
        attempt(async () => {
          const file = input.files?.[0]
          if (!file) return
          refusal.textContent = await refusalOf(file, ending)
          if (refusal.textContent === '')
            change(path, new Uint8Array(await file.arrayBuffer()), 'est remplacée')
        }),
    })
    const uses = desk
      .reading()
      .glance.sheets.filter(({ file }) => decoder.decode(desk.bytesOf(file) ?? undefined).includes(path))
    const go = (file: string) => {
      dialog.close()
      open(file)
    }
    return h(
      'li',
      h('img', { src: picture(path) ?? '', alt: '' }),
      h(
        'div',
        h('strong', name),
        ` ${formatBytes(bytes.length)}, `,
        uses.length === 0 ? 'montrée nulle part' : 'montrée dans ',
        ...uses.map(({ titre, file }) => button(titre, () => go(file), { class: 'titre' })),
        field('Crédit', credit),
        field('Licence', licence),
        h(
          'p.reglages',
          h('label.bouton', 'Remplacer', h('span.hors-vue', ` ${name}`), input),
          bytes.length >= HEAVY && !isDrawing(path)
            ? button('Alléger', () =>
                attempt(async () => change(path, await lightened(path, bytes), 'est allégée')),
              )
            : null,
          button('Supprimer', () => change(path, null, 'est supprimée', null), {
            'aria-label': `Supprimer ${name}`,
          }),
        ),
      ),
    )
  }

  function show(): void {
    const pictures = [...desk.files()].filter(([name]) => isPicture({ name })).sort()
    list.replaceChildren(...pictures.map(([path, bytes]) => item(path, bytes)))
    if (pictures.length === 0) list.replaceChildren(h('li', 'Ce kit n’a pas d’image.'))
  }

  drawIn(list, 'Les images', show)
  document.body.append(dialog)
  dialog.showModal()
}

/** Says why a picture cannot stand in the place of another; empty: it can. */
async function refusalOf(file: File, ending: string): Promise<string> {
  if (!file.name.toLowerCase().endsWith(ending.toLowerCase()))
    return `« ${file.name} » n’est pas une image ${ending}, comme celle qu’elle remplacerait.`
  return (await sizeOf(file)) === null ? UNREADABLE : ''
}
