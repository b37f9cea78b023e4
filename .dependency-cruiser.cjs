// The floors of docs/architecture.md: imports go down, never up, never sideways between editions.
const rule = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    rule('src-is-below', '^src', '^(build|scripts|eleventy\\.config|layouts)', 'src is pure: what a kit is'),
    rule('build-knows-no-command', '^(build|eleventy\\.config)', '^scripts', 'only commands call builds'),
    {
      name: 'editions-do-not-know-each-other',
      severity: 'error',
      from: { path: '^build/(site|pdf|epub|judge)/' },
      to: { path: '^build/(site|pdf|epub|judge)/', pathNot: '^build/$1/' },
    },
    rule(
      'editions-below-release',
      '^build/(site|pdf|epub|judge)/',
      '^build/(release|preview)/',
      'the release holds the editions together',
    ),
    rule(
      'ground-of-build',
      '^build/(pages|browser|store|disk|thread|font)/',
      '^build/(site|pdf|epub|judge|release|preview)/',
      'renditions, browser and cache know no edition',
    ),
    {
      name: 'pure-src',
      severity: 'error',
      comment: 'only src/content reads files; only src/markdown/icons reads the icon package',
      from: { path: '^src', pathNot: '^src/(content|markdown/icons)' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net|process|os)$' },
    },
    rule(
      'diagnostics-below',
      '^src/(diagnostics|units|kit|tokens)',
      '^src/(content|markdown|indexes)',
      'values know no reader',
    ),
    rule(
      'markdown-below-content',
      '^src/markdown',
      '^src/content',
      'the body is parsed without knowing its kit',
    ),
    rule(
      'one-eleventy',
      '^(src|scripts|build/(site|pdf|epub|judge|release))',
      '^node_modules/@11ty',
      'eleventy.config.ts and build/pages alone speak to Eleventy',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
