import { publishedFiches } from '../../../../src/indexes/published.ts'
import { fault } from '../../check.ts'
import type { Use } from './session.ts'

/** Who reads a fiche sees in its plan where they are. */
export const reading: Use = {
  place: 'Site, plan d’une fiche',
  async *run({ kit, tab, open }) {
    const [fiche] = publishedFiches(kit).toSorted((a, b) => b.corps.plan.length - a.corps.plan.length)
    if (!fiche) return
    await open(`fiches/${fiche.slug}/`)
    for (const { title, marked } of await tab.evaluate(readThrough))
      if (marked.join() !== title)
        yield fault(
          `Site, fiches/${fiche.slug}/`,
          `À « ${title} », « Sur cette page » dit que l’on lit « ${marked.join(' », « ')} ».`,
        )
  },
}

/** Runs in the tab: for each section that can be brought to the head of the screen, what the plan marks as being read. */
async function readThrough() {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sur-cette-page a[href^="#"]')].filter(
    one => one.checkVisibility(),
  )
  const wordsOf = (link: Element) => (link.textContent ?? '').trim().replace(/\s+/g, ' ')
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const read: { title: string; marked: string[] }[] = []
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target) continue
    target.scrollIntoView({ block: 'start', behavior: 'instant' })
    await drawn()
    // The last sections of a page may not come so high, two short ones come together.
    const passed = links.filter(one => {
      const its = document.getElementById(decodeURIComponent(one.hash.slice(1)))
      return its && its.getBoundingClientRect().top <= innerHeight / 3
    })
    if (passed.at(-1) !== link) continue
    const marked = links.filter(one => one.ariaCurrent !== null && one.ariaCurrent !== 'false')
    read.push({ title: wordsOf(link), marked: marked.map(wordsOf) })
  }
  return read
}
