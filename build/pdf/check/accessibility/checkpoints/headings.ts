import { onPage, unless } from '../../../../judge/check.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

const levelled = ({ tags }: Inspection) =>
  tags.flatMap(({ role, page }) => (/^H[1-6]$/.test(role) ? [{ level: Number(role[1]), page }] : []))

export const headings: Checkpoint[] = [
  {
    id: '14-002',
    title: 'Le premier titre est un H1',
    run(file) {
      const [first] = levelled(file)
      return !first || first.level === 1
        ? []
        : [onPage(first.page, `Le premier titre est un H${first.level}.`)]
    },
  },
  {
    id: '14-003',
    title: 'Aucun niveau de titre n’est sauté',
    run: file =>
      levelled(file).flatMap(({ level, page }, index, all) => {
        const before = all[index - 1]?.level ?? 0
        return index > 0 && level > before + 1
          ? [onPage(page, `Un titre H${level} suit un titre H${before}.`)]
          : []
      }),
  },
  {
    id: '14-006',
    title: 'Aucune balise n’a deux titres H',
    run: ({ tags }) =>
      tags
        .filter(({ tag }) => tag.kids.filter(kid => kid.kind === 'tag' && kid.role === 'H').length > 1)
        .map(({ page }) => onPage(page, 'Une balise a deux titres H.')),
  },
  {
    id: '14-007',
    title: 'Les titres sont numérotés partout, ou nulle part',
    run: ({ tags }) =>
      unless(
        !(tags.some(({ role }) => role === 'H') && tags.some(({ role }) => /^H[1-6]$/.test(role))),
        'Le fichier mêle des titres H et des titres H1 à H6.',
      ),
  },
]
