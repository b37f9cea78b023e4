import { describe, expect, test } from 'vitest'
import { renameFiche, withFormerSlug, withoutFormerSlugs } from '../../../src/kit/new/rename-fiche.ts'

const text = (titre: string, end = '\n') =>
  ['---', 'numero: 8', titre, 'slug: achats', '---', 'Le texte.', ''].join(end)

describe('the front matter', () => {
  test('lists the former slugs once, and never the present one', () => {
    const listed = (slugs: string) => `---\nslug: scic\n${slugs}titre: SCIC\n---\n`
    const added = listed('anciens_slugs: [a, b-2, c]\n')
    expect(withFormerSlug(listed('anciens_slugs: [a, b-2]\n'), 'c', 'scic')).toBe(added)
    expect(withFormerSlug(listed('anciens_slugs: # avant 2024\n  - a\n  - b-2\n'), 'c', 'scic')).toBe(added)
    expect(withFormerSlug(listed('anciens_slugs: [a,\n  b-2]\n'), 'c', 'scic')).toBe(added)
    expect(withFormerSlug(listed('anciens_slugs:\n- a # avant\n\n- b-2\n'), 'c', 'scic')).toBe(added)
    expect(withFormerSlug(listed('anciens_slugs: [scic, a]\n'), 'c', 'scic')).toBe(
      listed('anciens_slugs: [a, c]\n'),
    )
    expect(withoutFormerSlugs(added)).toBe(listed(''))
  })
})

describe('a fiche that is renamed', () => {
  const fiche = { file: 'leviers/08-achats.md', numero: 8, slug: 'achats', announced: false }
  const files = new Map([
    ['leviers/08-achats.md', `${text('titre: Achats')}Ici : [[achats]].\n`],
    ['leviers/09-dons.md', 'Voir [[achats]], [[ achats ]] et [[achats-groupes]].'],
    ['LICENCE.txt', '[[achats]]'],
  ])
  const renamed = { titre: 'Acheter autrement', slug: 'acheter' }

  test('takes its file and its references with it, and its former address leads to it', () => {
    const { target, changes } = renameFiche(files, fiche, renamed)
    expect(target).toBe('leviers/08-acheter.md')
    expect([...changes]).toEqual([
      ['leviers/08-achats.md', null],
      [
        'leviers/08-acheter.md',
        '---\nnumero: 8\ntitre: Acheter autrement\nslug: acheter\nanciens_slugs: [achats]\n---\nLe texte.\nIci : [[acheter]].\n',
      ],
      ['leviers/09-dons.md', 'Voir [[acheter]], [[acheter]] et [[achats-groupes]].'],
    ])
  })

  test('has no former address when it was only announced, nor when its slug stays', () => {
    const announced = renameFiche(files, { ...fiche, announced: true }, renamed)
    expect(announced.changes.get(announced.target)).not.toContain('anciens_slugs')
    // A number that cannot be read is that of its file.
    expect(renameFiche(files, { ...fiche, numero: null }, renamed).target).toBe('leviers/08-acheter.md')
    const stayed = renameFiche(files, { ...fiche, numero: null }, { titre: 'Acheter', slug: 'achats' })
    expect([...stayed.changes]).toEqual([
      ['leviers/08-achats.md', `${text('titre: Acheter')}Ici : [[achats]].\n`],
    ])
  })
})
