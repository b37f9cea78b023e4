import { describe, expect, it } from 'vitest'
import { thumbTabs } from '../../../build/pages/layout-filters.ts'
import type { Famille } from '../../../src/kit/kit.ts'
import { planOf } from '../../../src/text/page-plan.ts'

const familles = (...names: string[]): Famille[] =>
  names.map((pluriel, index) => ({
    id: `f${index}`,
    singulier: pluriel,
    pluriel,
    forme: 'carre',
    couleur: 'x',
  }))

const plan = planOf({ impression: { format: 'A4' } })

describe('thumb tabs', () => {
  it('of three families stand where the charter puts them', () => {
    const tabs = [...thumbTabs(familles('Introductives', 'Leviers', 'Thématiques'), plan).values()]
    expect(tabs).toEqual([
      { top: 90, height: 40.5, named: true },
      { top: 135, height: 40.5, named: true },
      { top: 180, height: 40.5, named: true },
    ])
  })

  it.each([1, 2, 4, 5, 9, 14])(
    'of %i families neither meet nor leave the edge between head and foot',
    count => {
      const tabs = [...thumbTabs(familles(...Array.from({ length: count }, () => 'Leviers')), plan).values()]
      expect(tabs[0]?.top).toBeGreaterThanOrEqual(40)
      for (const [index, { top, height }] of tabs.entries()) {
        const next = tabs[index + 1]
        expect(top + height).toBeLessThanOrEqual(next ? next.top : 270)
        expect(height).toBeGreaterThan(10)
      }
    },
  )

  it('grow for a long name, and lose the names when there is no room', () => {
    const [long] = thumbTabs(familles('Développement des territoires ruraux'), plan).values()
    expect(long?.height).toBeGreaterThan(60)
    expect(long?.named).toBe(true)
    const [capitals] = thumbTabs(familles('DÉVELOPPEMENT DES TERRITOIRES RURAUX'), plan).values()
    expect(capitals?.height).toBeGreaterThan(8 + (long?.height ?? 0))
    const [crowded] = thumbTabs(familles(...Array.from({ length: 12 }, () => 'Introductives')), plan).values()
    expect(crowded?.named).toBe(false)
  })
})
