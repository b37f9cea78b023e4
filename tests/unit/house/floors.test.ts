import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type IFlattenedRuleSet, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { folderOfTest } from '../../temporary.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const rules = createRequire(import.meta.url)(join(home, '.dependency-cruiser.cjs')) as IFlattenedRuleSet & {
  forbidden: IForbiddenRuleType[]
}

/** The rooms as docs/architecture.md draws them, from the highest floor to the lowest. */
const floors = [
  ['scripts'],
  ['build/edition'],
  ['build/gate', 'build/atelier'],
  ['build/site', 'build/epub', 'build/press'],
  ['build/pdf'],
  ['build/paper'],
  ['build/pages'],
  ['build/ground'],
  ['src/word', 'src/links', 'src/search'],
  ['src/kit'],
  ['src/blocks'],
  ['src/charts'],
  ['src/text'],
  ['src/problems'],
]
const nameOf = (room: string) => room.replace(/^.*\//, '')

/** An import that each rule forbids: name of the rule → who imports, and what. */
const forbidden: Record<string, [from: string, to: string]> = {
  'no-cycle': ['src/kit/a.ts', 'src/kit/b.ts'],
  'no-orphan': ['src/kit/alone.ts', ''],
  'pure-src': ['src/kit/d.ts', 'node:fs'],
  'eleventy-config': ['eleventy.config.ts', 'build/site/index.ts'],
  'one-eleventy': ['build/site/e.ts', 'node_modules/@11ty/eleventy/index.js'],
}
for (const [at, floor] of floors.entries())
  for (const room of floor) {
    const above = floors[at - 1]?.[0]
    const beside = floor.find(other => other !== room)
    if (above) forbidden[`floor-${nameOf(room)}`] = [`${room}/up.ts`, `${above}/index.ts`]
    if (beside) forbidden[`beside-${nameOf(room)}`] = [`${room}/beside.ts`, `${beside}/index.ts`]
    if (above) forbidden[`door-${nameOf(room)}`] = [`scripts/to-${nameOf(room)}.ts`, `${room}/inner.ts`]
  }

test('every rule of the rooms has an import that it forbids, and fails on it', async () => {
  expect(Object.keys(forbidden).sort()).toEqual(rules.forbidden.map(({ name }) => String(name)).sort())
  const house = folderOfTest('pieces')
  const plant = (path: string, to?: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    const specifier = to?.startsWith('node:') ? to : `./${posix.relative(dirname(path), to ?? '')}`
    writeFileSync(join(house, path), to ? `import '${specifier}'\n` : 'export {}\n')
  }
  const cases = Object.values(forbidden)
  for (const [, to] of cases) if (to && !to.startsWith('node:')) plant(to)
  for (const [from, to] of cases) plant(from, to)
  plant('src/kit/b.ts', 'src/kit/a.ts')
  const { output } = await cruise(['src', 'build', 'scripts', 'eleventy.config.ts'], {
    baseDir: house,
    ruleSet: rules,
    validate: true,
    tsPreCompilationDeps: true,
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser reported instead of telling')
  const violated = output.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
  for (const [name, [from]] of Object.entries(forbidden)) expect(violated, name).toContain(`${name} ${from}`)
})
