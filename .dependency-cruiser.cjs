// The rooms of docs/architecture.md: imports go down, never up, never sideways, and through doors.
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

/** From the highest to the lowest; rooms of one floor do not know each other. `doors`: what others may import beside `index.ts`. */
const floors = [
  [{ name: 'scripts', path: '^(scripts/|eleventy\\.config)' }],
  [{ name: 'edition', path: '^build/edition/' }],
  [
    { name: 'gate', path: '^build/gate/' },
    { name: 'atelier', path: '^build/atelier/' },
  ],
  [
    { name: 'site', path: '^build/site/' },
    { name: 'epub', path: '^build/epub/', doors: ['browser'] },
    { name: 'press', path: '^build/press/' },
  ],
  [{ name: 'pdf', path: '^build/pdf/', doors: ['browser'] }],
  [{ name: 'paper', path: '^build/paper/', doors: ['browser', 'bundle-tools', 'tab'] }],
  [{ name: 'pages', path: '^build/pages/', doors: ['browser'] }],
  [{ name: 'ground', path: '^build/ground/', doors: ['browser', 'write-validators'] }],
  [
    { name: 'word', path: '^src/word/' },
    { name: 'links', path: '^src/links/' },
    { name: 'search', path: '^src/search/' },
  ],
  [{ name: 'kit', path: '^src/kit/' }],
  [{ name: 'blocks', path: '^src/blocks/' }],
  [{ name: 'charts', path: '^src/charts/' }],
  [{ name: 'text', path: '^src/text/' }],
  [{ name: 'problems', path: '^src/problems/' }],
]
const rooms = floors.flat()
const pathOf = list => list.map(({ path }) => path).join('|')

const down = floors
  .slice(1)
  .flatMap((floor, at) =>
    floor.map(({ name, path }) =>
      rule(`floor-${name}`, { path }, { path: pathOf(floors.slice(0, at + 1).flat()) }, 'imports go down'),
    ),
  )
const sideways = floors
  .filter(floor => floor.length > 1)
  .flatMap(floor =>
    floor.map(room =>
      rule(
        `beside-${room.name}`,
        { path: room.path },
        { path: pathOf(floor.filter(other => other !== room)) },
        'rooms of one floor do not know each other',
      ),
    ),
  )
const doors = rooms
  .filter(({ name }) => name !== 'scripts')
  .map(({ name, path, doors: others = [] }) =>
    rule(
      `door-${name}`,
      { pathNot: path },
      {
        path,
        pathNot: `^(src|build)/${name}/(${['index', ...others].join('|')})\\.[jt]s$`,
      },
      'a room is entered by its door',
    ),
  )

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    // What is loaded before a program is imported by none.
    { name: 'no-orphan', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    ...down,
    ...sideways,
    ...doors,
    rule(
      'pure-src',
      { path: '^src', pathNot: '^src/text/icon-files' },
      { dependencyTypes: ['core'] },
      'src/ runs in a browser too: it knows no Node, and the icons of the browser are another file',
    ),
    rule(
      'eleventy-config',
      { path: '^eleventy\\.config' },
      { path: '^(scripts|layouts|build/(?!pages/|ground/))' },
      'the configuration of Eleventy is told by src/, build/pages/ and the ground alone',
    ),
    rule(
      'one-eleventy',
      { path: '^(src|scripts|build/(?!pages))' },
      { path: '^node_modules/@11ty' },
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
