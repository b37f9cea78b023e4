import { messageOf } from '../../../src/problems/index.ts'

type Child = Node | string | null | false
type Props = Record<string, string | boolean | ((event: never) => void)>
type Names = HTMLElementTagNameMap
type NameIn<Selector extends string> = Selector extends `${infer Name}.${string}` ? Name : Selector

/** Creates an element by a selector (`p.compte`): attributes and listeners (`onclick`), then children. An author's text stays text. */
export function h<Selector extends keyof Names | `${keyof Names}.${string}`>(
  selector: Selector,
  ...[first = null, ...others]: [first?: Props | Child, ...others: Child[]]
): Names[NameIn<Selector> & keyof Names] {
  const [name, ...classes] = selector.split('.')
  const element = document.createElement(name as NameIn<Selector> & keyof Names)
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of isProps(first) ? Object.entries(first) : []) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false) element.setAttribute(key, value)
  }
  const children = isProps(first) ? others : [first, ...others]
  element.append(...children.filter(child => child !== null && child !== false))
  return element
}

const isProps = (first: Props | Child): first is Props =>
  typeof first === 'object' && first !== null && !('nodeType' in first)

export const button = (label: string, onclick: () => void, props: Props = {}): HTMLButtonElement =>
  h('button', { type: 'button', ...props, onclick }, label)

/** Creates buttons of which one is pressed, at first the first. @param choices label and action of each */
export function oneOf(label: string, choices: readonly [name: string, choose: () => void][]): HTMLElement {
  const press = (at: number) => {
    for (const [index, button] of buttons.entries()) button.setAttribute('aria-pressed', String(index === at))
  }
  const buttons = choices.map(([name, choose], at) =>
    button(name, () => {
      press(at)
      choose()
    }),
  )
  press(0)
  return h('div.choix', { role: 'group', 'aria-label': label }, ...buttons)
}

/** Asks in a dialog. Escape does not take away what was filled in. @returns the values of the form by name; null: the person cancelled */
export function askIn(
  titre: string,
  accept: string,
  ...fields: Node[]
): Promise<Record<string, string> | null> {
  return new Promise(done => {
    const form = h('form', { method: 'dialog' }, h('h2', titre), ...fields)
    const dialog = h('dialog', { 'aria-label': titre }, form)
    form.append(
      h(
        'p.boutons',
        button('Annuler', () => dialog.close()),
        h('button.principal', { value: 'oui' }, accept),
      ),
    )
    let isTouched = false
    const note = h('p.faux', { role: 'alert' })
    form.prepend(note)
    form.addEventListener('input', () => {
      isTouched = true
    })
    dialog.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !isTouched) return
      event.preventDefault()
      note.textContent = 'Rien n’est perdu : « Annuler » ferme sans garder ce qui est saisi.'
    })
    dialog.addEventListener('close', () => {
      const answers = partsOf(form)
      dialog.remove()
      done(dialog.returnValue === 'oui' ? answers : null)
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** Menus close as people expect of one: by Escape, which gives the focus back, and when something else is pressed. */
export function closeMenus(host: HTMLElement): void {
  const open = () => [...host.querySelectorAll<HTMLDetailsElement>('details:has(> .actions)[open]')]
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of open()) if (!(target instanceof Node && menu.contains(target))) menu.open = false
  })
  host.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      menu.open = false
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    }
  })
}

/** Focus never falls on the page itself: where what held it is gone, it goes to a place near by. @param roots where things come and go */
export function keepFocus(roots: readonly Node[], near: () => HTMLElement | null): void {
  let isHeld = false
  document.addEventListener('focusin', () => {
    isHeld = true
  })
  // Who presses beside everything wants no focus.
  document.addEventListener('pointerdown', () => {
    isHeld = document.activeElement !== document.body
  })
  const look = new MutationObserver(() => {
    if (isHeld && document.activeElement === document.body) near()?.focus({ preventScroll: true })
  })
  for (const root of roots) look.observe(root, { childList: true, subtree: true })
}

/** An address without its escapes; one that has none of UTF-8, `%E9`, stays as it is. */
export function decodedAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch (error) {
    if (error instanceof URIError) return address
    throw error
  }
}

export const partsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, String(value).replaceAll('\r\n', '\n')]),
  )

/** Has a view drawn. One that throws is told in its own place, with a way to try again, and takes no other with it. */
export function drawIn(
  view: HTMLElement,
  name: string,
  draw: () => void,
  again = () => drawIn(view, name, draw),
): void {
  if (hasFailed(view)) view.nextElementSibling?.remove()
  view.classList.remove('en-panne')
  try {
    draw()
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: its stack is for who mends it
    console.error(error)
    view.classList.add('en-panne')
    const words = `${name} : cette partie ne peut pas être montrée (${messageOf(error)}). Rien de ce qui est écrit n’est perdu.`
    view.after(h('div.panne', { role: 'alert' }, h('p', words), button('Réessayer', again)))
  }
}

/** Tells of a view that threw when it was drawn last. */
export const hasFailed = (view: HTMLElement): boolean => view.classList.contains('en-panne')

/** The drawings in a text of HTML, for this page. */
export const drawingsIn = (html: string, selector = 'svg'): SVGElement[] =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll<SVGElement>(selector)].map(svg =>
    document.importNode(svg, true),
  )

/** A title as a page sets it: no sign begins a line. */
export const unbroken = (titre: string): string => titre.replace(/ (?=[?!:;»])/g, '\u00a0')

export const field = (label: string, input: Node) => h('label.champ', h('span', label), input)

export function handOut(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  h('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Tells something. A later notice about the same takes its place; others stand beside it. */
export type Say = (text: string, undo?: () => void, about?: string) => void

export const attemptFor =
  (say: Say) =>
  (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => say(messageOf(error)))

/** `clear`: what is told about something is true no more. */
export type Notices = { say: Say; clear(about: string): void }

/** Creates the place of the notices: what was done, with a button to undo it, and what one has to know. */
export function createNotices(): Notices & { element: HTMLElement } {
  const element = h('div.avis', { role: 'status' })
  const notices = new Map<string, HTMLElement>()
  const clear = (about: string) => {
    notices.get(about)?.remove()
    notices.delete(about)
  }
  const say: Say = (text, undo, about = 'geste') => {
    clear(about)
    const undoing = () => {
      clear(about)
      undo?.()
    }
    const notice = h(
      'div',
      h('p', text),
      undo ? button('Annuler', undoing) : null,
      button('Fermer', () => clear(about)),
    )
    notices.set(about, notice)
    element.append(notice)
  }
  return { element, say, clear }
}
