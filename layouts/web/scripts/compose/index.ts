import type { ExcerptList } from '../../../../build/pdf/excerpt/cut/index.ts'
import { type Chosen, readAddition, readFragment, writeFragment } from './address.ts'
import { fetchAll, keepFiles, keptFiles } from './files.ts'
import type { Answer, Order } from './work.ts'

const REMEMBERED = 'mon-kit'

/** Makes the page « Composer mon kit » work: the choice is in the address, and remembered; one button makes its PDF. */
export function startComposing(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=fiche]')]
  const known = boxes.map(({ value }) => Number(value))
  const duplex = element<HTMLInputElement>(form, '[name=recto-verso]')
  const keep = element<HTMLInputElement>(form, '[name=garder]')
  const say = (text: string) => element(form, '.composer-suite').replaceChildren(text)
  const addresses = [form.dataset['entier'], form.dataset['pieces'], form.dataset['liste']].map(
    address => new URL(address ?? '', location.href).href,
  )

  const chosen = (): Chosen => ({
    numbers: boxes.filter(({ checked }) => checked).map(({ value }) => Number(value)),
    duplex: duplex.checked,
  })
  const show = ({ numbers, duplex: sides }: Chosen) => {
    for (const box of boxes) box.checked = numbers.includes(Number(box.value))
    duplex.checked = sides
    tell()
  }
  const tell = () => {
    const fragment = writeFragment(chosen())
    history.replaceState(null, '', location.pathname + fragment)
    remember(fragment)
    element(form, '.composer-compte').replaceChildren(summaryOf(boxes.filter(({ checked }) => checked)))
    element<HTMLButtonElement>(form, '[type=submit]').disabled = fragment === ''
  }
  const read = () => {
    const before = readFragment(recall(), known)
    const added = readAddition(location.search, known)
    if (added.length > 0) show({ ...before, numbers: [...before.numbers, ...added] })
    else show(location.hash === '' ? before : readFragment(location.hash, known))
  }

  for (const box of boxes) box.disabled = false
  for (const part of form.querySelectorAll<HTMLElement>('.composer-bilan, .composer-aides'))
    part.hidden = false
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-par]'))
    offerGroups(select, boxes, tell)
  element(form, '[data-tout]').addEventListener('click', () => show({ ...chosen(), numbers: known }))
  element(form, '[data-rien]').addEventListener('click', () => show({ ...chosen(), numbers: [] }))
  form.addEventListener('change', tell)
  addEventListener('hashchange', read)
  read()

  void keptFiles(addresses).then(kept => {
    keep.checked = kept
  })
  keep.addEventListener('change', async event => {
    event.stopPropagation()
    const done = await keepFiles(addresses, keep.checked).catch(() => false)
    if (!done) keep.checked = false
    say(
      done
        ? keep.checked
          ? 'C’est gardé : la composition marche ici sans réseau.'
          : 'Les fichiers gardés ici sont retirés.'
        : 'Cet appareil ne garde pas de fichiers pour ce site.',
    )
  })

  form.addEventListener('submit', async event => {
    event.preventDefault()
    const [submit, stop, bar] = [
      element<HTMLButtonElement>(form, '[type=submit]'),
      element<HTMLButtonElement>(form, '[data-arreter]'),
      element<HTMLProgressElement>(form, 'progress'),
    ]
    const stopping = new AbortController()
    stop.onclick = () => stopping.abort()
    const busy = (on: boolean) => {
      submit.disabled = on
      stop.hidden = !on
      bar.hidden = !on
    }
    busy(true)
    say('Lecture du kit…')
    try {
      const onProgress = (share: number) => {
        bar.value = share * READING
      }
      const [whole, template, listed] = await fetchAll(addresses, { signal: stopping.signal, onProgress })
      if (!whole || !template || !listed) throw new Error('a file is missing')
      const list = JSON.parse(new TextDecoder().decode(listed)) as ExcerptList
      bar.value = READING
      say('Assemblage des fiches…')
      const { bytes, name } = await compose({ whole, template, list, ...chosen() }, stopping.signal)
      offer(form, bytes, name)
    } catch (error) {
      say(stopping.signal.aborted ? 'Arrêté.' : faultOf(error))
    } finally {
      busy(false)
      submit.disabled = boxes.every(({ checked }) => !checked)
    }
  })
}

/** Share of the bar for what is read; the rest is for what is made of it. */
const READING = 0.7

/** Makes the excerpt beside the page. @throws when it cannot be made, or is stopped */
function compose(order: Order, signal: AbortSignal): Promise<Exclude<Answer, { fault: string }>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Exclude<Answer, { fault: string }>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
    worker.onerror = event => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      'fault' in data ? reject(new SyntaxError(data.fault)) : resolve(data)
    worker.postMessage(order, [order.whole, order.template])
  }).finally(() => worker.terminate())
}

function faultOf(error: unknown): string {
  const rest = 'Chaque fiche reste proposée seule, dans la liste.'
  if (error instanceof SyntaxError)
    return `Le fichier du kit reçu est abîmé ou incomplet : recharger la page. ${rest}`
  return navigator.onLine
    ? `Le PDF du kit n’a pas pu être lu : réessayer dans un moment. ${rest}`
    : 'Sans réseau, il faut avoir coché « Garder ici de quoi composer sans réseau » avant : revenir avec du réseau.'
}

/** Hands the file to the reader, and leaves a link to have it again. */
function offer(form: HTMLFormElement, bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  link.download = name
  link.textContent = `${name} (${weightOf(bytes.length)})`
  element(form, '.composer-suite').replaceChildren('C’est prêt : ', link)
  link.click()
}

/** Offers to choose all fiches that share a word or a place. */
function offerGroups(select: HTMLSelectElement, boxes: readonly HTMLInputElement[], tell: () => void): void {
  const wordsOf = (box: HTMLInputElement) =>
    (box.dataset[select.dataset['par'] ?? ''] ?? '').split('|').filter(Boolean)
  const words = [...new Set(boxes.flatMap(wordsOf))].sort(new Intl.Collator('fr').compare)
  const label = select.closest<HTMLElement>('label')
  if (label) label.hidden = words.length === 0
  for (const word of words) select.append(new Option(word))
  select.addEventListener('change', event => {
    event.stopPropagation()
    if (select.value === '') return
    for (const box of boxes) if (wordsOf(box).includes(select.value)) box.checked = true
    select.value = ''
    tell()
  })
}

/** « 3 fiches, 10 pages, environ 230 ko » */
function summaryOf(boxes: readonly HTMLInputElement[]): string {
  if (boxes.length === 0) return 'Aucune fiche choisie.'
  const pages = boxes.reduce((sum, { dataset }) => sum + Number(dataset['pages'] ?? 0), 0)
  const bytes = boxes.reduce((sum, { dataset }) => sum + bytesOf(dataset['poids'] ?? ''), 0)
  return `${boxes.length} fiche${boxes.length > 1 ? 's' : ''}, ${pages} pages et leur sommaire, environ ${weightOf(COVER_BYTES + bytes * SHARED)}.`
}

/** A PDF of several fiches holds their fonts once. */
const SHARED = 0.75
const COVER_BYTES = 40_000

/** A weight as the page writes it: « 78 ko », « 1,2 Mo ». */
function bytesOf(weight: string): number {
  const number = Number.parseFloat(weight.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.'))
  return (Number.isNaN(number) ? 0 : number) * (weight.includes('Mo') ? 1_000_000 : 1_000)
}

const weightOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}\u00a0ko`
    : `${(bytes / 1_000_000).toLocaleString('fr', { maximumFractionDigits: 1 })}\u00a0Mo`

function recall(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? ''
  } catch {
    // A reader may forbid it: the choice is in the address then, and nowhere else.
    return ''
  }
}

function remember(fragment: string): void {
  try {
    localStorage.setItem(REMEMBERED, fragment)
  } catch {
    // As above.
  }
}

function element<T extends HTMLElement = HTMLElement>(form: HTMLFormElement, selector: string): T {
  const found = form.querySelector<T>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}
