import { publishedFiches } from '../../../../src/indexes/published.ts'
import { fault } from '../../../../src/problems/finding.ts'
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
  // As an address writes them: one that encodes nothing is told of the plan, and stops nothing here.
  const byHash = new Map<string, Element>(
    [...document.querySelectorAll('[id]')].map(one => [`#${encodeURI(one.id)}`, one]),
  )
  const entries = [...document.querySelectorAll<HTMLAnchorElement>('.sur-cette-page a[href^="#"]')].flatMap(
    link => {
      const target = byHash.get(link.hash)
      return target && link.checkVisibility() ? [{ link, target }] : []
    },
  )
  const wordsOf = (link: Element) => (link.textContent ?? '').trim().replace(/\s+/g, ' ')
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const read: { title: string; marked: string[] }[] = []
  for (const entry of entries) {
    entry.target.scrollIntoView({ block: 'start', behavior: 'instant' })
    await drawn()
    // The last sections of a page may not come so high, two short ones come together.
    if (entries.findLast(({ target }) => target.getBoundingClientRect().top <= innerHeight / 3) !== entry)
      continue
    const marked = [
      ...document.querySelectorAll('.sur-cette-page a[href^="#"][aria-current]:not([aria-current="false"])'),
    ].filter(one => one.checkVisibility())
    read.push({ title: wordsOf(entry.link), marked: marked.map(wordsOf) })
  }
  return read
}
