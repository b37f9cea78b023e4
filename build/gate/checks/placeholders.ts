import { count, fault, remark } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import { findAll, textOf } from '../read/html.ts'

/** What the layouts write where something is still to be said, on a line of its own. */
const PLACEHOLDER = /^\s*à compléter(?: par l’éditeur)?\s*\.?\s*$/im

/** Reads the editions as their readers do: an announced text that is missing stops a release, and is reported for a draft. */
export const placeholders = {
  id: 'promesses',
  title: 'Aucune page ne dit à ses lecteurs qu’il reste quelque chose à compléter',
  phase: 'editions',
  async *run({ draft, ...editions }: Pick<Subject, 'site' | 'epub' | 'pdf' | 'draft'>) {
    const [site, epub, pdf] = [await editions.site(), await editions.epub(), await editions.pdf()]
    const texts: [place: string, text: string][] = [
      ...[...site.pages.values()].map(({ path, root }): [string, string] => [
        `site, ${path}`,
        findAll(root, '.a-completer')
          .map(one => textOf(one))
          .join('\n'),
      ]),
      ...epub.spine.map(({ href, root }): [string, string] => [`livre numérique, ${href}`, textOf(root)]),
      ...pdf.pages.map(({ text }, index): [string, string] => [`PDF, page ${index + 1}`, text]),
    ]
    const say = draft ? remark : fault
    for (const [place, text] of texts)
      if (PLACEHOLDER.test(text)) yield say(place, 'On y lit « à compléter ».')
    return `${count(texts.length, 'page')} des trois éditions, telles qu’on les lit`
  },
} satisfies GateCheck
