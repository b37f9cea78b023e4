import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
// Beside the libraries, which are found from there: not in the cache of a build, which may lie anywhere.
const cache = join(home, '.cache')
const SOURCES = [
  'src',
  'build',
  'scripts',
  'eleventy.config.ts',
  'styles/page.json',
  'styles/tokens.json',
  'package-lock.json',
  'package.json',
]
const PREFIX = 'commandes-'
/** Removes a press compiled so long ago, in ms: a process may still be running from a younger one. */
const OLD_MS = 7 * 24 * 60 * 60 * 1000

/** Libraries compiled into the press: JavaScript in many small files, long to find and to load one by one. */
const INLINED = new Set([
  // The compiler's own, which it brings itself.
  '@oxc-project/runtime',
  '@11ty/eleventy',
  'ajv',
  'epub-gen-memory',
  'fflate',
  'htmlparser2',
  'markdown-it',
  'p-map',
  'postcss',
  'puppeteer',
  'tar-fs',
  'yaml',
  'yazl',
  'yocto-spinner',
])
/** Left out: for a server and for the web, which no command asks by them. */
const LEFT_OUT = ['@11ty/eleventy-dev-server', 'proxy-agent', 'node-fetch']

/** Compiles the press for its package: an installed press compiles nothing, and writes nothing beside itself. */
export async function compilePackage() {
  const folder = join(home, 'compiled')
  rmSync(folder, { recursive: true, force: true })
  await compile('scripts/kit.ts', folder, { plugins: [keepRelative], minify: true })
}

/** Finds the press compiled from the sources as they are, or compiles it. @returns {Promise<string>} address of the module to import
 *  @param {string} entry path of a source @throws the compiler's errors, or the disk's */
export async function compilePress(entry) {
  const folder = join(cache, `${PREFIX}${digestOfSources(entry)}`)
  const path = join(folder, entry.replace(/\.ts$/, '.mjs'))
  if (!existsSync(path)) {
    await compile(entry, folder)
    removeOld(folder)
  }
  return pathToFileURL(path).href
}

/** Hashes sources, versions of libraries, and what is started. @param {string} entry */
function digestOfSources(entry) {
  const hash = createHash('sha256').update(`${home}\0${process.version}\0${entry}\0`)
  for (const path of SOURCES.flatMap(sourcesBelow)) {
    const content = readFileSync(join(home, path))
    hash.update(`${path}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 32)
}

/** Lists the sources of a file or folder of the project, sorted. @param {string} name @returns {string[]} */
function sourcesBelow(name) {
  if (!statSync(join(home, name)).isDirectory()) return [name]
  // With their types: without, Node asks the disk about each file again.
  return readdirSync(join(home, name), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:[jt]s|json)$/.test(entry.name))
    .map(entry => relative(home, join(entry.parentPath, entry.name)))
    .sort()
}

/** Compiles beside and renames: two commands started at once do not meet. @param {string} entry @param {string} folder
 *  @param {{ plugins?: import('rolldown').Plugin[], minify?: boolean }} [options] */
async function compile(entry, folder, { plugins = [keepPlaces], minify = false } = {}) {
  const { build } = await import('rolldown')
  const fresh = `${folder}.${randomUUID()}`
  try {
    await build({
      cwd: home,
      input: { [entry.replace(/\.ts$/, '')]: entry },
      output: { dir: fresh, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', minify },
      platform: 'node',
      transform: { target: 'node20.19' },
      logLevel: 'silent',
      // Reads of a room only the files that a command needs.
      experimental: { lazyBarrel: true },
      external: isLibrary,
      resolve: {
        alias: {
          // Leaves out the code that finds and downloads a browser: it is long to load, and the press brings its own.
          puppeteer: 'puppeteer-core',
          // An old library asks for Node's, which warns of itself from Node 21 on.
          punycode: 'punycode.js',
        },
      },
      plugins: [writeAhead, leaveOut, ...plugins],
    })
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another command was faster.
    if (!existsSync(folder)) throw error
  }
}

/** Leaves libraries where npm put them, but those of `INLINED` and data.
 *  @param {string} name @param {string | undefined} importer @param {boolean} isResolved */
function isLibrary(name, importer, isResolved) {
  if (isResolved || !importer || !/^[@\w]/.test(name) || isAbsolute(name)) return false
  if (importer.includes('node_modules')) return false
  return !name.endsWith('.json') && !INLINED.has(name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
}

/** Lets modules find files from their sources. @type {import('rolldown').Plugin} */
const keepPlaces = {
  name: 'places',
  transform: {
    filter: { code: 'import.meta.' },
    handler: (code, path) =>
      code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
  },
}

/** Stands in for what no command asks for, and no package installs. @type {import('rolldown').Plugin} */
const leaveOut = {
  name: 'left-out',
  resolveId: name => (LEFT_OUT.includes(name) ? '\0left-out' : null),
  load: id => (id === '\0left-out' ? 'export const ProxyAgent = undefined\nexport default undefined' : null),
}

/** Lets modules find files from their sources wherever npm put the package. Chunks lie in `compiled/`, the entry in `compiled/scripts/`;
 *  Eleventy, which is compiled too, reads files of its own package. @type {import('rolldown').Plugin} */
const keepRelative = {
  name: 'relative-places',
  transform: {
    filter: { code: 'import.meta.' },
    handler: (code, path) => {
      const source = relative(home, path).replaceAll('\\', '/')
      const ofEleventy = /^node_modules\/@11ty\/eleventy\/src\/(.*)/.exec(source)?.[1]
      if (ofEleventy)
        return code.replaceAll(
          'import.meta.url',
          `new URL(${JSON.stringify(`./${ofEleventy}`)}, import.meta.resolve('@11ty/eleventy')).href`,
        )
      if (source.includes('node_modules')) return code
      const up = source === 'scripts/kit.ts' ? '../..' : '..'
      return code.replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(`${up}/${source}`)}, import.meta.url).href`,
      )
    },
  },
}

/** Compiles the schemas, and the tools of a tab, with the press. @type {import('rolldown').Plugin} */
const writeAhead = {
  name: 'ahead',
  load: {
    filter: { id: /[\\/](?:validator-of|read-tools)\.ts$/ },
    async handler(path) {
      if (path.endsWith('read-tools.ts')) {
        const { bundleTools } = await import('../build/paper/bundle-tools.js')
        return `export const readTools = async () => ${JSON.stringify(await bundleTools())}`
      }
      const { writeValidators } = await import('../build/ground/write-validators.js')
      return { code: await writeValidators(home), moduleType: 'js' }
    },
  },
}

/** @param {string} current */
function removeOld(current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (!name.startsWith(PREFIX) || path === current) continue
    if (Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { recursive: true, force: true })
  }
}
