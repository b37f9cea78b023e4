import { paragraph, placeInList, plainRun, type Run, sliceRuns, textOf, tidyRuns } from '../element.ts'
import { isResourcesCue } from './cues.ts'
import type { TextLine } from './line.ts'
import { leave, lineAt, put, type Reading, type Rule, want } from './reading.ts'

/** « Pour aller plus loin », and what stands below it. */
export const resources: Rule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || !isResourcesCue(line.text)) return null
  const items: TextLine[] = []
  for (
    let next = lineAt(reading, at + 1 + items.length);
    next && next.level === null;
    next = lineAt(reading, at + 1 + items.length)
  )
    items.push(next)
  if (items.length === 0) return null
  const titre = line.text.replace(/\s*:\s*$/, '')
  put(reading, paragraph([plainRun(titre)], { role: 'titre-2' }), {
    what: '« Pour aller plus loin » : les ressources',
    confidence: 'sûre',
  })
  for (const [index, item] of items.entries()) {
    const list = placeInList({ opens: index === 0 })
    const runs = withLinkedTitle(reading, item.runs)
    const element = put(reading, paragraph(runs, { bloc: 'ressources', list }))
    if (!runs.some(({ href }) => href !== null)) want(reading, element, 'l’adresse de cette ressource')
  }
  return at + 1 + items.length
}

/** A resource whose one link is an address written out, as « Un guide, 2024. https://… »: the title leads there. */
function withLinkedTitle(reading: Reading, runs: readonly Run[]): readonly Run[] {
  const links = runs.filter(({ href }) => href !== null)
  const [link] = links
  const address = link?.text.trim() ?? ''
  if (!link || links.length > 1 || !/^(?:https?:\/\/|www\.)\S+$/.test(address)) return runs
  const words = runs.filter(run => run !== link)
  const length = /^[^,.(:]{3,}/.exec(textOf(words))?.[0].trimEnd().length ?? 0
  if (length === 0) return runs
  leave(reading, address)
  const end = textOf(words).replace(/[\s:<(–—-]+$/, '').length
  const title = sliceRuns(words, 0, length).map(run => ({ ...run, href: link.href }))
  return tidyRuns([...title, ...sliceRuns(words, length, end)])
}
