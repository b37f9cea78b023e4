import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { siteFile } from '../../../../src/addresses.ts'
import { authoredOf, sequence } from '../../../../src/indexes/sequence.ts'
import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { type Element, find, findAll, hasClass, type Parent, parseXml, textOf } from '../read/html.ts'
import { titleOf } from '../source/titles.ts'
import { plainText } from '../source/units.ts'
import { lettersOf } from '../words.ts'

/** The sign of each block, and of each verdict on what people say. */
const SIGNS: Readonly<Record<string, string>> = {
  chiffres: 'chart-column',
  definition: 'book-open',
  domaines: 'layers',
  frise: 'calendar',
  graphique: 'chart-column',
  'idees-recues': 'list-checks',
  info: 'lightbulb',
  loi: 'scale',
  propos: 'message-square',
  schema: 'workflow',
  vrai: 'check',
  faux: 'x',
}

/** What is drawn beside a title says what the title says. Editions have their drawings from one place: the site's are looked at. */
export const pictograms: AuditCheck = {
  id: 'pictogrammes',
  title: 'Blocs, verdicts, leviers et domaines ont le pictogramme qui leur revient',
  async *run({ kit, site }) {
    const { pages } = await site()
    let total = 0
    for (const item of sequence(kit)) {
      const root = pages.get(siteFile(item))?.root
      const text = authoredOf(item)
      if (!root || !text) continue
      const { source } = text.corps
      for (const { what, name, svgs } of [
        ...ofBlocks(root),
        ...ofLevers(root, source),
        ...ofWheels(root, source),
      ]) {
        total++
        const wanted = await shapesNamed(name)
        if (!svgs.some(svg => shapesOf(svg) === wanted))
          yield fault(`${titleOf(kit, item)}, site`, `« ${what} » n’a pas son pictogramme (${name}).`)
      }
    }
    return count(total, 'pictogramme')
  },
}

/** `svgs`: one of them must be it; two levers may have one title. */
type Placed = { what: string; name: string; svgs: readonly Element[] }

const isPicto = (element: Element) => element.name === 'svg' && hasClass(element, 'picto')

function* ofBlocks(root: Parent): Generator<Placed> {
  for (const part of findAll(root, element => hasClass(element, 'bloc') || hasClass(element, 'verdict'))) {
    const kind = (part.attribs['class'] ?? '').split(' ').at(1) ?? ''
    const name = SIGNS[kind]
    const head = hasClass(part, 'verdict') ? part : find(part, '.bloc-tete')
    if (name && head) yield { what: textOf(head).trim(), name, svgs: findAll(head, isPicto) }
  }
}

function* ofLevers(root: Parent, source: string): Generator<Placed> {
  const headings = findAll(root, 'h3')
  for (const [, text = '', name = ''] of source.matchAll(
    /^###[ \t]+(.*?)[ \t]*\{[^{}\n]*\bpicto=([\w-]+)[^{}\n]*\}/gm,
  )) {
    const title = plainText(text, slug => slug).trim()
    const named = headings.filter(one => lettersOf(textOf(one)).endsWith(lettersOf(title)))
    if (named.length > 0) yield { what: title, name, svgs: named.flatMap(one => findAll(one, isPicto)) }
  }
}

function* ofWheels(root: Parent, source: string): Generator<Placed> {
  const drawn = findAll(
    root,
    element => hasClass(element, 'graphe') && hasClass(element, 'domaines'),
  ).flatMap(wheel => findAll(wheel, 'svg'))
  const items = source.matchAll(/^[ \t]*[-*+][ \t]+\*\*(.+?)\*\*[^\n]*?\{[^{}\n]*\bpicto=([\w-]+)/gm)
  for (const [, what = '', name = ''] of items) yield { what, name, svgs: drawn }
}

/** Where the lines of a drawing go. */
const shapesOf = (svg: Parent | undefined): string =>
  findAll(svg, () => true)
    .map(({ name, attribs: { fill: _, ...rest } }) => `${name} ${Object.values(rest).join(' ')}`)
    .join()

/** The same of a drawing as its package has it. */
async function shapesNamed(name: string): Promise<string> {
  const path = fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`))
  return shapesOf(find(parseXml(await readFile(path, 'utf8')), 'svg'))
}
