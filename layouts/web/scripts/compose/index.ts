import { countPages } from '../../../../build/pdf/browser.ts'
import type { ExcerptList } from '../../../../src/kit/index.ts'
import { recall, remember } from '../remember.ts'
import { type Chosen, readAddition, readFragment, tellsChoice, writeFragment } from './choice.ts'
import { keepFiles, keptFiles } from './files.ts'
import { boxesIn, bytesOf, offerGroups, part, summaryOf, weightOf } from './form.ts'
import type { Addresses } from './make.ts'
import { composeOnSubmit } from './submit.ts'

/** Name of the choice among what the device keeps. */
const KEPT_CHOICE = 'mon-kit'

/** Makes the page « Composer mon kit » work: the choice is in the address, and remembered; one button makes its PDF, one its
 *  e-book. */
export function startComposing(form: HTMLFormElement): void {
  const boxes = boxesIn(form)
  const offered = boxes.map(({ value }) => Number(value))
  const duplex = part<HTMLInputElement>(form, '[name=recto-verso]')
  const bare = part<HTMLInputElement>(form, '[name=seules]')
  const addresses = addressesIn(form)
  const say = (...words: (string | Node)[]) => part(form, '.composer-suite').replaceChildren(...words)

  let list: ExcerptList | null = null
  const chosen = (): Chosen => ({
    numbers: boxes.filter(({ checked }) => checked).map(({ value }) => Number(value)),
    duplex: duplex.checked,
    bare: bare.checked,
  })
  const show = (choice: Chosen) => {
    for (const box of boxes) box.checked = choice.numbers.includes(Number(box.value))
    duplex.checked = choice.duplex
    bare.checked = choice.bare
    tell()
  }
  const showFamilies = offerGroups(form)
  const tellAddress = (): string => {
    const fragment = writeFragment(chosen())
    history.replaceState(null, '', location.pathname + fragment)
    return fragment
  }
  const tell = () => {
    const fragment = tellAddress()
    remember(KEPT_CHOICE, fragment)
    showFamilies()
    const pages = list && fragment ? countPages(list, chosen()) : null
    part(form, '.composer-compte').textContent = summaryOf(boxes, form.dataset['poidsEntier'], pages)
    for (const button of form.querySelectorAll<HTMLButtonElement>('[type=submit]'))
      button.disabled = fragment === ''
  }
  const read = () => {
    const before = readFragment(recall(KEPT_CHOICE), offered)
    const added = readAddition(location.search, offered)
    if (added.length === 0)
      return show(tellsChoice(location.hash) ? readFragment(location.hash, offered) : before)
    show({ ...before, numbers: [...before.numbers, ...added] })
    say(`La fiche ${added.join(', ')} est dans votre kit\u00a0: cochez-en d’autres, ou prenez le fichier.`)
  }

  for (const box of boxes) box.disabled = false
  for (const hidden of form.querySelectorAll<HTMLElement>(
    '.composer-options, .composer-barre, .composer-aides',
  ))
    hidden.hidden = false
  form.addEventListener('change', tell)
  addEventListener('hashchange', () => {
    if (tellsChoice(location.hash)) read()
    // A reader went to a place of the page: the address goes on telling what is chosen, for who copies it.
    else tellAddress()
  })
  read()
  // Without a network the pages are not told.
  void fetch(addresses.liste).then(
    async response => {
      if (!response.ok) return
      list = await response.json()
      tell()
    },
    () => undefined,
  )
  offerKeeping(form, addresses, say)
  offerAddress(form, say)
  composeOnSubmit(form, { chosen, addresses, say })
}

function addressesIn({ dataset }: HTMLFormElement): Addresses {
  const absolute = (address = '') => new URL(address, location.href).href
  return {
    entier: absolute(dataset['entier']),
    pieces: absolute(dataset['pieces']),
    liste: absolute(dataset['liste']),
    livre: dataset['livre'] === undefined ? null : absolute(dataset['livre']),
  }
}

/** Keeps on the device what is needed without a network, where the reader asks for it. */
function offerKeeping(form: HTMLFormElement, addresses: Addresses, say: (words: string) => void): void {
  const files = Object.values(addresses).filter(address => address !== null)
  const keep = part<HTMLInputElement>(form, '[name=garder]')
  const weights = ['poidsEntier', 'poidsPieces', 'poidsListe', 'poidsLivre'].map(key =>
    bytesOf(form.dataset[key]),
  )
  part(form, '[data-garde]').textContent = weightOf(weights.reduce((sum, bytes) => sum + bytes))
  void keptFiles(files).then(async kept => {
    keep.checked = kept
    // An edition may have come since: it is kept instead, where there is a network.
    if (kept) await keepFiles(files, true).catch(() => false)
  })
  keep.addEventListener('change', async () => {
    const isChecked = keep.checked
    const done = await keepFiles(files, isChecked).catch(() => false)
    if (!done) keep.checked = false
    if (!done) say('Rien n’a pu être gardé : il faut du réseau, et de la place sur cet appareil.')
    else if (isChecked) say('C’est gardé : la composition marche ici sans réseau.')
    else say('Les fichiers gardés ici sont retirés.')
  })
}

/** The address tells the choice: it can be handed on, where the browser can copy. */
function offerAddress(form: HTMLFormElement, say: (words: string) => void): void {
  if (!navigator.clipboard) return
  const copy = part<HTMLButtonElement>(form, '[data-copier]')
  copy.hidden = false
  copy.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    )
    say(done ? COPIED : NOT_COPIED)
  })
}

const COPIED = 'Adresse copiée : qui l’ouvre trouve le même choix.'
const NOT_COPIED =
  'Ce navigateur ne laisse rien copier : l’adresse de ce choix est celle qu’il affiche en haut de la page.'
