import { publishedFiches } from '../../../../src/indexes/published.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { findEach } from './search.ts'
import { answer, type Session, type Use } from './session.ts'

const place = 'Site, recherche'

/** As many results as are told can be read, each after the other, and a passage marks the word looked for; Enter goes to the first of
 *  them, and Escape begins anew. */
export const results: Use = {
  place,
  async *run(session) {
    const { kit, tab, open } = session
    const words = new Set(publishedFiches(kit).flatMap(({ titre, mots_cles }) => [titre, ...mots_cles]))
    await open('')
    await answer('La recherche', tab.waitForSelector('#recherche-mots')).then(field => field?.focus())
    for (const word of words) {
      const [matches] = await tab.evaluate(findEach, [word])
      if (!matches || matches.length === 0) continue
      const { said, shown, unmarked } = await tab.evaluate(allResults, word)
      const announced = Number(/(\d+) résultat/.exec(said)?.[1])
      if (announced !== shown)
        yield fault(place, `« ${word} » cherché, la page dit « ${said} », et en montre ${shown}.`)
      for (const passage of unmarked)
        yield fault(place, `« ${word} » cherché, rien ne le marque dans « ${passage} ».`)
    }
    yield* byKeyboard(session)
  },
}

async function* byKeyboard({ tab }: Session): AsyncGenerator<Finding> {
  const field = await tab.$('#recherche-mots')
  if (!field || (await tab.$('.resultat a')) === null) return
  await field.press('Enter')
  const isOn = (selector: string) =>
    tab.evaluate(one => document.activeElement === document.querySelector(one), selector)
  if (!(await isOn('.resultat a'))) yield fault(place, 'La touche Entrée ne mène pas au premier résultat.')
  await field.press('ArrowDown')
  const goesDown = await isOn('.resultat a')
  await tab.keyboard.press('ArrowUp')
  if (!goesDown || !(await isOn('#recherche-mots')))
    yield fault(place, 'Les flèches ne mènent pas du champ aux résultats, ni d’eux au champ.')
  await field.press('Escape')
  const left = await tab.$eval('#recherche-mots', one => (one as HTMLInputElement).value)
  if (left !== '') yield fault(place, 'La touche Échap n’efface pas ce qui est cherché.')
}

/** Runs in the tab: what is told of the results, how many there are once all are asked for, and the passages that hold the word and
 *  do not mark it. */
function allResults(word: string) {
  const more = document.querySelector<HTMLElement>('.recherche-suite')
  const count = () => document.querySelectorAll('.resultat').length
  for (let before = -1; more?.checkVisibility() && before < count(); more.click()) before = count()
  // A short word may be one that is in every text, and looked for in none.
  const passages = word.length < 5 ? [] : [...document.querySelectorAll('.resultat-passage')]
  const unmarked = passages
    .filter(one => (one.textContent ?? '').split(/[^\p{L}]+/u).includes(word) && !one.querySelector('mark'))
    .map(one => (one.textContent ?? '').slice(0, 60))
  return { said: document.querySelector('.recherche-etat')?.textContent ?? '', shown: count(), unmarked }
}
