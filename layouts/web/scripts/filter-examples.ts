import { plainName } from '../../../src/names.ts'
import { departementOfCode } from '../../../src/web/search/departement-of-code.ts'
import { type Commune, communesNamed, suggestCommunes } from './suggest-communes.ts'

/** What a reader may choose on the page of the examples; each is kept in the address under its name. */
const names = ['lieu', 'region', 'departement', 'theme', 'famille', 'taille'] as const

/** Shows the examples near a place, or of a département, theme, family or size. Without script, the list is whole, and the form is
 *  not there. */
export function filterExamples(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('.exemples-filtre')
  const status = form?.querySelector<HTMLElement>('[role="status"]')
  const list = page.querySelector('.index-territoires')
  const typed = form?.elements.namedItem('lieu')
  if (!form || !status || !list || !(typed instanceof HTMLInputElement)) return
  form.hidden = false
  const fields = names.flatMap(name => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? [field] : []
  })
  const sections = [...list.querySelectorAll<HTMLElement>(':scope > section')]
  const links = [...page.querySelectorAll('.carte-departements a')]
  const chosen = form.querySelector('.exemples-choisis')
  let near: Commune | null = null

  /** @returns how many examples are shown */
  function show(): number {
    const wanted = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    const words = plainName(wanted['lieu'] ?? '')
    const posted = departementOfCode(words)
    const seen = new Map<string, boolean>()
    for (const section of sections) {
      const { departement = '', region = '', nom = '' } = section.dataset
      const isTheirs = near !== null && departement === near.departement
      const around = near === null || isTheirs || region === near.region
      const here =
        around &&
        (!wanted['departement'] || departement === wanted['departement']) &&
        (!wanted['region'] || region === wanted['region'])
      let count = 0
      for (const item of section.querySelectorAll<HTMLElement>('li[data-famille]')) {
        const { famille, theme, taille, lieu = '' } = item.dataset
        const fits =
          here &&
          (!wanted['famille'] || famille === wanted['famille']) &&
          (!wanted['theme'] || theme === wanted['theme']) &&
          (!wanted['taille'] || taille === wanted['taille']) &&
          (near !== null ||
            !words ||
            (posted
              ? departement === posted
              : plainName(`${nom} ${regionName(region)} ${lieu}`).includes(words)))
        item.hidden = !fits
        if (!fits) continue
        count++
        const href = item.querySelector('a')?.href ?? ''
        seen.set(href, isTheirs || (seen.get(href) ?? false))
      }
      section.hidden = count === 0
    }
    // The map and the list beside it show what was chosen; letters serve who reads the whole list.
    for (const link of links) {
      const shown = sections.some(({ id, hidden }) => !hidden && link.getAttribute('href') === `#${id}`)
      link.classList.toggle('ailleurs', !shown)
    }
    for (const letters of page.querySelectorAll<HTMLElement>('.index-lettres'))
      letters.hidden = sections.some(({ hidden }) => hidden)
    // Nearest first: the reader's own département, then the others of its region.
    const first = (section: HTMLElement) =>
      near !== null && section.dataset['departement'] === near.departement
    list?.append(...sections.filter(first), ...sections.filter(section => !first(section)))
    if (chosen) chosen.textContent = toldChosen(fields.filter(field => field !== typed && field.value).length)
    if (status) status.textContent = near ? toldNear(near, [...seen.values()]) : counted(seen.size)
    return seen.size
  }

  const regionName = (code: string) =>
    form.querySelector<HTMLOptionElement>(`#filtre-region option[value="${code}"]`)?.text ?? ''

  /** A commune is one when it was chosen as it was proposed (« Villeurbanne (69) »), and when nothing else is of its name. */
  async function place(): Promise<void> {
    const asked = (typed as HTMLInputElement).value
    const communes = await suggestCommunes(typed as HTMLInputElement)
    if (asked !== (typed as HTMLInputElement).value) return
    near = communes.find(({ texte }) => plainName(texte) === plainName(asked)) ?? null
    if (show() > 0 || near) return
    const [named, ...others] = communesNamed(communes, asked)
    if (named && others.length === 0) {
      near = named
      show()
    } else if (named && status)
      status.textContent = `Plusieurs communes s’appellent ${asked.trim()}\u00a0: choisissez la vôtre dans la liste.`
  }

  function read(): void {
    const { searchParams } = new URL(location.href)
    for (const field of fields) field.value = searchParams.get(field.name) ?? ''
    near = null
    show()
    if (typed instanceof HTMLInputElement && typed.value) void place()
  }

  function keep(): void {
    const to = new URL(location.href)
    for (const { name, value } of fields) {
      if (value) to.searchParams.set(name, value)
      else to.searchParams.delete(name)
    }
    history.replaceState(null, '', to)
  }

  form.addEventListener('input', event => {
    keep()
    near = event.target === typed ? null : near
    show()
    if (event.target === typed) void place()
  })
  // All is shown as it is typed: to send the form goes to what was found, or to what says that nothing was.
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (sections.some(({ hidden }) => !hidden)) list.scrollIntoView()
    else status.scrollIntoView({ block: 'nearest' })
  })
  form.addEventListener('reset', () => {
    history.replaceState(null, '', location.pathname)
    // The fields are empty once the event is over.
    queueMicrotask(read)
  })
  // A département on the map or in its list leads to its examples, whatever was chosen before.
  page.querySelector('.carte-departements')?.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const target = link && page.querySelector(link.getAttribute('href') ?? '')
    if (target instanceof HTMLElement && target.hidden) form.reset()
  })
  read()
}

const counted = (count: number) => (count === 0 ? 'Aucun exemple' : `${count} exemple${count > 1 ? 's' : ''}`)

/** How many filters are set, after the word that opens them. */
const toldChosen = (count: number) => (count === 0 ? '' : `\u00a0: ${count} choisi${count > 1 ? 's' : ''}`)

/** @param own of each example shown, whether it is in the reader's own département */
function toldNear({ texte }: Commune, own: readonly boolean[]): string {
  const here = own.filter(one => one).length
  const around = own.length - here
  const region = around === 0 ? '' : `, ${around} ${around > 1 ? 'autres' : 'autre'} dans la région`
  return `${texte}\u00a0: ${counted(here).toLowerCase()} dans le département${region}`
}
