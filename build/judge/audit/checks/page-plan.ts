import { siteFile } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { type Element, find, findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { decodePart } from '../source/addresses.ts'
import { lettersOf } from '../words.ts'

/** The plan of a page names its sections and levers in their order, and each entry leads to the heading that has its words. */
export function* pagePlans(kit: Kit, { pages }: SiteText): Generator<Finding> {
  const planOf = new Map(
    sequence(kit).flatMap(item => (item.kind === 'fiche' ? [[siteFile(item), item.fiche.corps.plan]] : [])),
  )
  for (const page of pages.values()) {
    const wanted = planOf
      .get(page.path)
      ?.flatMap(({ ancre, niveaux }) => [ancre, ...niveaux.map(one => one.ancre)])
    for (const list of findAll(page.root, isPlan)) yield* inPlan(page, list, wanted)
  }
}

const isPlan = (element: Element) => element.name === 'ol' && hasClass(element, 'plan')

/** @param wanted anchors of a fiche, as its author wrote it; undefined: whatever the page has */
function* inPlan(
  { path, root }: SitePage,
  list: Element,
  wanted: readonly string[] | undefined,
): Generator<Finding> {
  const place = `Site, ${path}, plan de la page`
  const ids = findAll(root, ({ attribs }) => 'id' in attribs).map(({ attribs }) => attribs['id'] ?? '')
  const entries = findAll(list, 'a').map(link => ({
    text: textOf(link).trim(),
    anchor: decodePart((link.attribs['href'] ?? '').replace(/^#/, '')),
  }))
  for (const { text, anchor } of entries) {
    const heading = headingAt(root, anchor)
    if (!heading || !lettersOf(textOf(heading)).includes(lettersOf(text)))
      yield fault(place, `« ${text} » mène à « ${heading ? textOf(heading).trim() : anchor} ».`)
  }
  const anchors = entries.map(({ anchor }) => anchor)
  const order = wanted ?? anchors.toSorted((one, other) => ids.indexOf(one) - ids.indexOf(other))
  const missing = order.find(anchor => !anchors.includes(anchor))
  if (missing !== undefined) yield fault(place, `« ${missing} » n’y est pas.`)
  else if (anchors.join() !== order.join())
    yield fault(place, 'Ses parties n’y sont pas dans leur ordre, ou y sont deux fois.')
}

/** The heading that a link brings into sight. */
function headingAt(root: Parent, anchor: string): Element | undefined {
  const target = find(root, `#${anchor}`)
  if (!target || isHeading(target)) return target
  return find(target, isHeading)
}

const isHeading = ({ name }: Element) => /^h[1-6]$/.test(name)
