// The floors of docs/architecture.md: imports go down, never up, never sideways between editions.
const rule = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

/** One rule a floor: what stands on it imports from its own and from those below. `floors`: from the highest to the lowest. */
const floors = (of, list) =>
  list.slice(1).map(({ name, path }, at) =>
    rule(
      `${of}-${name}`,
      path,
      list
        .slice(0, at + 1)
        .map(floor => floor.path)
        .join('|'),
      'imports go down',
    ),
  )

const house = floors('floor', [
  { name: 'scripts', path: '^scripts/' },
  { name: 'release', path: '^build/release/' },
  { name: 'atelier', path: '^build/atelier/' },
  { name: 'gate', path: '^build/gate/' },
  { name: 'editions', path: '^build/(site|epub|pdf|links)/' },
  { name: 'pages', path: '^build/pages/' },
  { name: 'ground', path: '^build/(browser|store|disk|thread|font|word)/' },
  { name: 'src', path: '^src/' },
])

const pdfRooms = ['excerpt', 'bind', 'tag', 'content', 'object', 'print', 'page']
const pdf = floors('pdf', [
  ...['check', 'press'].map(name => ({ name, path: `^build/pdf/${name}/` })),
  { name: 'index', path: '^build/pdf/[^/]+\\.ts$' },
  ...pdfRooms.map(name => ({ name, path: `^build/pdf/${name}/` })),
])

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-cycle', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    ...house,
    ...pdf,
    ...['site|epub|pdf|links'].map(rooms => ({
      name: `one-floor-${rooms.replaceAll('|', '-')}`,
      severity: 'error',
      comment: 'rooms of one floor do not know each other',
      from: { path: `^build/(${rooms})/` },
      to: { path: `^build/(${rooms})/`, pathNot: '^build/$1/' },
    })),
    rule(
      'eleventy-config',
      '^eleventy\\.config',
      '^(scripts|layouts|build/(?!pages/|disk/))',
      'the configuration of Eleventy is told by src/, build/pages/ and the disk alone',
    ),
    {
      name: 'pure-src',
      severity: 'error',
      comment: 'src/ runs in a browser too: it knows no Node, and the icons of the browser are another file',
      from: { path: '^src', pathNot: '^src/markdown/icon-files' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pdf-in-browser',
      severity: 'error',
      comment: 'pages are cut and composed in a browser, which knows no Node',
      from: {
        path: '^build/pdf/(page/(tab/|compose/|(bench|faults|join-styles|page-part|reserve)\\.)|print/(assemble|frame|thumb-tabs)\\.)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'excerpts-anywhere',
      severity: 'error',
      comment: 'what cuts an excerpt runs in a browser too',
      from: {
        path: '^build/pdf/(object/|excerpt/cut/|bind/(describe|lead-outside|navigation|srgb-profile|structure-tree)\\.)',
        pathNot: '^build/pdf/object/(zlib/node|signatures)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'excerpts-anywhere-epub',
      severity: 'error',
      comment: 'what cuts an e-book runs in a browser too, with all that it stands on',
      from: {
        path: '^build/epub/(excerpt/|(chapters|files|nav|pages|toc)\\.)',
      },
      to: { dependencyTypes: ['core'] },
    },
    rule(
      'diagnostics-below',
      '^src/(diagnostics/|kit\\.)',
      '^src/(content/(?!schemas)|markdown/(?!corps)|indexes)',
      'values know their schemas, and no reader',
    ),
    rule('markdown-below-content', '^src/markdown', '^src/kit', 'the body is parsed without knowing its kit'),
    rule(
      'one-eleventy',
      '^(src|scripts|build/(?!pages))',
      '^(node_modules/@11ty|eleventy\\.config)',
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
