import { departementOfCode } from '../../../src/search/index.ts'
import { plainName } from '../../../src/text/index.ts'
import { type Commune, communesNamed, suggestCommunes } from './suggest-communes.ts'

/** Names the fields of the page of the examples; each is kept in the address under its name. */
const names = ['lieu', 'region', 'departement', 'theme', 'famille', 'taille'] as const

/** Shows the examples near a place, or of a département, theme, family or size. Without script, the list is whole, and the form is
 *  not there. */
export function filterExamples(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('.exemples-filtre')
  const status = form?.querySelector<HTMLElement>('[role="status"]')
  const list = page.querySelector('.index-territoires')
  const placeField = form?.elements.namedItem('lieu')
  if (!form || !status || !list || !(placeField instanceof HTMLInputElement)) return
  form.hidden = false
  const fields = names.flatMap(name => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? [field] : []
  })
  const sections = [...list.querySelectorAll<HTMLElement>(':scope > section')]
  const links = [...page.querySelectorAll('.carte-departements a')]
  const filterCount = form.querySelector('.exemples-choisis')
  let near: Commune | null = null

  /** @returns how many examples are shown */
  function show(): number {
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    const words = plainName(values['lieu'] ?? '')
    const postalDepartement = departementOfCode(words)
    const exampleIsNear = new Map<string, boolean>()
    for (const section of sections) {
      const { departement = '', region = '', nom = '' } = section.dataset
      const isTheirs = near !== null && departement === near.departement
      const isInRegion = near === null || isTheirs || region === near.region
      const isInPlace =
        isInRegion &&
        (!values['departement'] || departement === values['departement']) &&
        (!values['region'] || region === values['region'])
      let count = 0
      for (const item of section.querySelectorAll<HTMLElement>('li[data-famille]')) {
        const { famille, theme, taille, lieu = '' } = item.dataset
        const fits =
          isInPlace &&
          (!values['famille'] || famille === values['famille']) &&
          (!values['theme'] || theme === values['theme']) &&
          (!values['taille'] || taille === values['taille']) &&
          (near !== null ||
            !words ||
            (postalDepartement
              ? departement === postalDepartement
              : plainName(`${nom} ${regionName(region)} ${lieu}`).includes(words)))
        item.hidden = !fits
        if (!fits) continue
        count++
        const href = item.querySelector('a')?.href ?? ''
        exampleIsNear.set(href, isTheirs || (exampleIsNear.get(href) ?? false))
      }
      section.hidden = count === 0
    }
    // The map and the list beside it show what was chosen; letters serve who reads the whole list.
    for (const link of links) {
      const isShown = sections.some(({ id, hidden }) => !hidden && link.getAttribute('href') === `#${id}`)
      link.classList.toggle('ailleurs', !isShown)
    }
    for (const letters of page.querySelectorAll<HTMLElement>('.index-lettres'))
      letters.hidden = sections.some(({ hidden }) => hidden)
    // Nearest first: the reader's own département, then the others of its region.
    const first = (section: HTMLElement) =>
      near !== null && section.dataset['departement'] === near.departement
    list?.append(...sections.filter(first), ...sections.filter(section => !first(section)))
    if (filterCount)
      filterCount.textContent = sayChosen(fields.filter(field => field !== placeField && field.value).length)
    if (status)
      status.textContent = near ? sayNear(near, [...exampleIsNear.values()]) : sayCount(exampleIsNear.size)
    return exampleIsNear.size
  }

  const regionName = (code: string) =>
    form.querySelector<HTMLOptionElement>(`#filtre-region option[value="${code}"]`)?.text ?? ''

  /** A commune is one when it was chosen as it was proposed (« Villeurbanne (69) »), and when nothing else is of its name. */
  async function place(): Promise<void> {
    const typedName = (placeField as HTMLInputElement).value
    const communes = await suggestCommunes(placeField as HTMLInputElement)
    if (typedName !== (placeField as HTMLInputElement).value) return
    near = communes.find(({ texte }) => plainName(texte) === plainName(typedName)) ?? null
    if (show() > 0 || near) return
    const [commune, ...others] = communesNamed(communes, typedName)
    if (commune && others.length === 0) {
      near = commune
      show()
    } else if (commune && status)
      status.textContent = `Plusieurs communes s’appellent ${typedName.trim()}\u00a0: choisissez la vôtre dans la liste.`
  }

  function read(): void {
    const { searchParams } = new URL(location.href)
    for (const field of fields) field.value = searchParams.get(field.name) ?? ''
    near = null
    show()
    if (placeField instanceof HTMLInputElement && placeField.value) void place()
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
    near = event.target === placeField ? null : near
    show()
    if (event.target === placeField) void place()
  })
  // Results change while one types; sending the form moves to them, or to the message that there are none.
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

const sayCount = (count: number) =>
  count === 0 ? 'Aucun exemple' : `${count} exemple${count > 1 ? 's' : ''}`

/** Counts the filters that are set, after the word that opens them. */
const sayChosen = (count: number) => (count === 0 ? '' : `\u00a0: ${count} choisi${count > 1 ? 's' : ''}`)

/** @param nearness of each example shown, whether it is in the reader's own département */
function sayNear({ texte }: Commune, nearness: readonly boolean[]): string {
  const inDepartement = nearness.filter(isNear => isNear).length
  const inRegion = nearness.length - inDepartement
  const region = inRegion === 0 ? '' : `, ${inRegion} ${inRegion > 1 ? 'autres' : 'autre'} dans la région`
  return `${texte}\u00a0: ${sayCount(inDepartement).toLowerCase()} dans le département${region}`
}
