import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type IFlattenedRuleSet, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, onTestFinished, test } from 'vitest'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const rules = createRequire(import.meta.url)(join(home, '.dependency-cruiser.cjs')) as IFlattenedRuleSet & {
  forbidden: IForbiddenRuleType[]
}

/** An import that each rule forbids: name of the rule → who imports, and what. */
const forbidden: Record<string, [from: string, to: string]> = {
  'no-cycle': ['src/a.ts', 'src/b.ts'],
  'no-folder-cycle': ['src/one/a.ts', 'src/other/b.ts'],
  'no-orphan': ['src/alone.ts', ''],
  'floor-release': ['build/release/a.ts', 'scripts/b.ts'],
  'floor-atelier': ['build/atelier/a.ts', 'build/release/b.ts'],
  'floor-gate': ['build/gate/a.ts', 'build/atelier/b.ts'],
  'floor-editions': ['build/site/a.ts', 'build/release/b.ts'],
  'floor-pages': ['build/pages/a.ts', 'build/site/b.ts'],
  'floor-ground': ['build/store/a.ts', 'build/pages/b.ts'],
  'floor-src': ['src/c.ts', 'build/disk/b.ts'],
  'pdf-press': ['build/pdf/press/a.ts', 'build/pdf/check/b.ts'],
  'pdf-index': ['build/pdf/build-pdf.ts', 'build/pdf/press/b.ts'],
  'pdf-excerpt': ['build/pdf/excerpt/a.ts', 'build/pdf/press/b.ts'],
  'pdf-bind': ['build/pdf/bind/a.ts', 'build/pdf/excerpt/b.ts'],
  'pdf-tag': ['build/pdf/tag/a.ts', 'build/pdf/bind/b.ts'],
  'pdf-content': ['build/pdf/content/a.ts', 'build/pdf/tag/b.ts'],
  'pdf-object': ['build/pdf/object/a.ts', 'build/pdf/content/b.ts'],
  'pdf-print': ['build/pdf/print/a.ts', 'build/pdf/object/b.ts'],
  'pdf-page': ['build/pdf/page/a.ts', 'build/pdf/print/b.ts'],
  'one-floor-site-epub-pdf-links': ['build/epub/a.ts', 'build/site/c.ts'],
  'eleventy-config': ['eleventy.config.ts', 'build/site/d.ts'],
  'pure-src': ['src/d.ts', 'node:fs'],
  'pdf-in-browser': ['build/pdf/page/tab/a.ts', 'node:path'],
  'excerpts-anywhere': ['build/pdf/excerpt/cut/a.ts', 'node:zlib'],
  'excerpts-anywhere-epub': ['build/epub/excerpt/a.ts', 'node:zlib'],
  'problems-below': ['src/problems/a.ts', 'src/content/b.ts'],
  'markdown-below-content': ['src/markdown/a.ts', 'src/content/c.ts'],
  'one-eleventy': ['build/site/e.ts', 'eleventy.config.ts'],
}

test('every rule of the floors has an import that it forbids, and fails on it', async () => {
  expect(Object.keys(forbidden).sort()).toEqual(rules.forbidden.map(({ name }) => String(name)).sort())
  const house = mkdtempSync(join(tmpdir(), 'kit-etages-'))
  onTestFinished(() => rmSync(house, { recursive: true }))
  const plant = (path: string, to?: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    const specifier = to?.startsWith('node:') ? to : `./${relative(dirname(path), to ?? '')}`
    writeFileSync(join(house, path), to ? `import '${specifier}'\n` : 'export {}\n')
  }
  const cases = Object.values(forbidden)
  for (const [, to] of cases) if (to && !to.startsWith('node:')) plant(to)
  for (const [from, to] of cases) plant(from, to)
  for (const name of ['no-cycle', 'no-folder-cycle']) {
    const [from, to] = forbidden[name] ?? ['', '']
    plant(to, from)
  }
  const { output } = await cruise(['src', 'build', 'scripts', 'eleventy.config.ts'], {
    baseDir: house,
    ruleSet: rules,
    validate: true,
    tsPreCompilationDeps: true,
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser reported instead of telling')
  const violated = output.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
  for (const [name, [from]] of Object.entries(forbidden))
    expect(violated, name).toContain(`${name} ${name === 'no-folder-cycle' ? dirname(from) : from}`)
})

test.each(['build', 'build/pdf'])('%s has at most six files of its own', root => {
  const files = readdirSync(join(home, root), { withFileTypes: true }).filter(entry => entry.isFile())
  expect(files.length).toBeLessThanOrEqual(6)
})
