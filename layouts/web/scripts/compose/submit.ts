import type { Chosen } from './choice.ts'
import { Unreachable } from './files.ts'
import { part, weightOf } from './form.ts'
import type { Format, Made } from './make.ts'
import { type Addresses, makeFile } from './make.ts'

type Composing = {
  chosen(): Chosen
  addresses: Addresses
  say(...words: (string | Node)[]): void
}

/** Makes the file of the choice when its button is pressed: a bar tells how far it is, a button stops it, and a sentence tells the end. */
export function composeOnSubmit(form: HTMLFormElement, { chosen, addresses, say }: Composing): void {
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('[type=submit]')]
  const stop = part<HTMLButtonElement>(form, '[data-arreter]')
  const bar = part<HTMLProgressElement>(form, 'progress')
  const busy = (on: boolean) => {
    for (const button of buttons) button.hidden = on
    stop.hidden = !on
    bar.hidden = !on
  }

  form.addEventListener('submit', async event => {
    event.preventDefault()
    const pressButton = buttons.find(button => button === event.submitter) ?? buttons[0]
    const format: Format = pressButton?.value === 'epub' ? 'epub' : 'pdf'
    const stopping = new AbortController()
    stop.onclick = () => stopping.abort()
    busy(true)
    bar.value = 0
    // The button that was pressed is not there: the keyboard goes on from the one in its place.
    stop.focus()
    say('Lecture du kit…')
    try {
      const file = await makeFile(format, chosen(), addresses, {
        signal: stopping.signal,
        onRead: share => {
          bar.value = share
        },
        onMaking() {
          // Its end is not known beforehand.
          bar.removeAttribute('value')
          say('Assemblage des fiches…')
        },
      })
      busy(false)
      const link = linkTo(file, format)
      say('C’est prêt : ', link)
      link.click()
      link.focus()
    } catch (error) {
      busy(false)
      say(stopping.signal.aborted ? 'Arrêté : rien n’a été composé.' : faultOf(error))
      pressButton?.focus()
    }
  })
}

const TYPES = { pdf: 'application/pdf', epub: 'application/epub+zip' } as const

/** A link by which the reader has the file again. */
function linkTo({ bytes, name }: Made, format: Format): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: TYPES[format] }))
  link.download = name
  link.textContent = `${name} (${weightOf(bytes.length)})`
  return link
}

/** Says what is wrong, and what can be had all the same. */
function faultOf(error: unknown): string {
  if (error instanceof SyntaxError)
    return 'Le fichier du kit est abîmé ou incomplet : recharger la page avec du réseau, ou télécharger les fiches une à une dans la liste.'
  if (error instanceof Unreachable)
    return 'Pas de réseau, et rien n’est gardé ici pour composer : les fiches se lisent toujours sur ce site, et le choix attend le retour du réseau.'
  return 'Le fichier du kit manque sur le site : les fiches se téléchargent une à une dans la liste.'
}
