import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

const levelled = ({ tags }: Inspection) =>
  tags.flatMap(({ role, page }) => (/^H[1-6]$/.test(role) ? [{ level: Number(role[1]), page }] : []))

export const headings: Checkpoint[] = [
  checkpoint('14-002', 'Le premier titre est un H1', file => {
    const [first] = levelled(file)
    return !first || first.level === 1 ? [] : [onPage(first.page, `Le premier titre est un H${first.level}.`)]
  }),
  checkpoint('14-003', 'Aucun niveau de titre n’est sauté', function* (file) {
    let before: number | undefined
    for (const { level, page } of levelled(file)) {
      if (before !== undefined && level > before + 1)
        yield onPage(page, `Un titre H${level} suit un titre H${before}.`)
      before = level
    }
  }),
  checkpoint('14-006', 'Aucune balise n’a deux titres H', ({ tags }) =>
    tags
      .filter(({ tag }) => tag.kids.filter(kid => kid.kind === 'tag' && kid.role === 'H').length > 1)
      .map(({ page }) => onPage(page, 'Une balise a deux titres H.')),
  ),
  checkpoint('14-007', 'Les titres sont numérotés partout, ou nulle part', ({ tags }) =>
    unless(
      !(tags.some(({ role }) => role === 'H') && tags.some(({ role }) => /^H[1-6]$/.test(role))),
      'Le fichier mêle des titres H et des titres H1 à H6.',
    ),
  ),
]
