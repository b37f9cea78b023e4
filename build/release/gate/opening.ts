import { type Finding, fault } from '../../../src/problems/finding.ts'
import type { PdfFile } from '../../pdf/object/pdf-file.ts'
import { Dict } from '../../pdf/object/values.ts'

/** How a reader of PDF opens a file: a file with bookmarks shows them, none takes the whole screen, and the bookmarks are as many
 *  as they say.
 *  @see ISO 32000-1 §7.7.2 (PageMode), §12.3.3 (Count) */
export function* misopened(path: string, { catalog }: PdfFile): Generator<Finding> {
  const mode = catalog.name('PageMode')
  const outline = catalog.find('Outlines', Dict)
  if (mode === 'FullScreen') yield fault(path, 'Le fichier prend tout l’écran quand on l’ouvre (PageMode).')
  if (!outline) return
  const { visible, wrong } = counted(outline)
  const [first] = wrong
  if (first !== undefined)
    yield fault(path, `Le signet « ${first} » ne compte pas ceux qui sont sous lui (Count).`)
  else if (outline.number('Count') !== visible)
    yield fault(
      path,
      `Les signets disent ${outline.number('Count') ?? 'sans nombre'} au lieu de ${visible} visibles à l’ouverture (Count).`,
    )
}

/** Below a bookmark: how many are seen when it is open, and the titles of those whose count is another. */
function counted(above: Dict, seen = new Set<Dict>()): { visible: number; wrong: string[] } {
  let visible = 0
  const wrong: string[] = []
  for (let entry = above.find('First', Dict); entry && !seen.has(entry); entry = entry.find('Next', Dict)) {
    seen.add(entry)
    const below = counted(entry, seen)
    const count = entry.number('Count') ?? 0
    if (Math.abs(count) !== below.visible) wrong.push(entry.text('Title') ?? '')
    wrong.push(...below.wrong)
    visible += 1 + (count > 0 ? below.visible : 0)
  }
  return { visible, wrong }
}
