import { randomUUID } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs'
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32, createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'
import { listFiles } from '../disk/files.ts'
import { toSfnt } from '../font/true-type.ts'
import { CacheFault } from '../store/cache.ts'
import { installed, isShipped } from './browser-identity.ts'

/** Holds the path of a Chromium, and the environment of its process. */
type Chromium = { executablePath: string; env: Record<string, string> }

/** Number of the folder's make: another one is unpacked anew. */
const LAYOUT = 3

/** Finds the browser that makes the pages: the one `preferred` names, else the one shipped by npm (Linux on x64), else one
 *  that the machine has.
 *  @param cacheDir where the shipped one is unpacked, once a version
 *  @throws Error that names the one command which helps, where there is none */
export async function findChromium(cacheDir: string, preferred?: string): Promise<Chromium> {
  if (preferred) {
    if (await isExecutable(preferred)) return { executablePath: preferred, env: {} }
    throw new Error(
      `PUPPETEER_EXECUTABLE_PATH désigne ${preferred}, qui ne peut pas être exécuté. Donner le chemin d’un Chrome ou d’un Chromium, ou effacer cette variable.`,
    )
  }
  if (isShipped()) return unpackShipped(cacheDir)
  for (const path of installed[platform()] ?? [])
    if (await isExecutable(path)) return { executablePath: path, env: {} }
  throw new Error(
    `Aucun navigateur trouvé sur cette machine (${platform()} ${arch()}). Lancer : npx @puppeteer/browsers install chrome-headless-shell@147` +
      ', puis donner son chemin dans la variable PUPPETEER_EXECUTABLE_PATH.',
  )
}

/** Unpacks `@sparticuz/chromium` with the shared libraries that a bare Debian lacks (NSS, NSPR). The package's own
 *  `executablePath()` reuses whatever lies in the shared temporary folder; this one owns its folder. */
async function unpackShipped(cacheDir: string): Promise<Chromium> {
  const require = createRequire(import.meta.url)
  const root = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))
  const { version } = require(join(root, 'package.json')) as { version: string }
  // Absolute: fontconfig looks for a relative FONTCONFIG_FILE in /etc/fonts, then takes the machine's fonts, or none.
  const home = resolve(cacheDir, `chromium-${version}-${LAYOUT}`)
  const chromium = { executablePath: join(home, 'chromium'), env: environment(home) }
  if (await isWhole(home)) return chromium
  // Unpacks a damaged browser again; a process that runs it keeps its open files.
  await rm(home, { recursive: true, force: true })

  // Unpacked beside and renamed: a half-written browser is never found, and two builds at once do not meet.
  const fresh = `${home}.${randomUUID()}`
  try {
    await mkdir(fresh, { recursive: true })
    await Promise.all([
      pipeline(
        createReadStream(join(root, 'bin/chromium.br')),
        createBrotliDecompress(),
        createWriteStream(join(fresh, 'chromium'), { mode: 0o755 }),
      ),
      pipeline(createReadStream(join(root, 'bin/al2023.tar.br')), createBrotliDecompress(), extract(fresh)),
      writeFonts(
        fresh,
        require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
      ),
    ])
    await writeSums(fresh)
    await rename(fresh, home)
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true })
    if (await isExecutable(chromium.executablePath)) return chromium
    throw new CacheFault(`Le navigateur ne peut pas être installé dans ${home}`, cause)
  }
  return chromium
}

/** Gives Chromium one font of the build's own, and no other: the same page on every machine. With none at all Chromium 147
 *  refuses web fonts at random (3 starts of 8 measured). */
async function writeFonts(home: string, woff: string): Promise<void> {
  await mkdir(join(home, 'polices'), { recursive: true })
  await writeFile(join(home, 'polices/secours.ttf'), toSfnt(await readFile(woff)))
  await writeFile(
    join(home, 'fonts.conf'),
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">polices</dir></fontconfig>\n',
  )
}

const environment = (home: string) => ({
  LD_LIBRARY_PATH: join(home, 'lib'),
  FONTCONFIG_FILE: join(home, 'fonts.conf'),
})

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    // Absent and not executable are the same answer here; the caller says what it looked for.
    return false
  }
}

/** Holds the CRC-32 of each unpacked file, by which damage is found in a tenth of a second. */
const SUMS = 'sommes.json'

/** Notes the sums of all files in `folder`. */
export async function writeSums(folder: string): Promise<void> {
  const sums = listFiles(folder).map(file => [file, sumOf(join(folder, file))])
  await writeFile(join(folder, SUMS), JSON.stringify(Object.fromEntries(sums)))
}

/** Tells whether every file of `folder` is there and as it was unpacked. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const sums = JSON.parse(await readFile(join(folder, SUMS), 'utf8')) as Record<string, number>
    const entries = Object.entries(sums)
    return entries.length > 0 && entries.every(([file, sum]) => sumOf(join(folder, file)) === sum)
  } catch {
    // Absent, cut short or no file: it is to be unpacked, whatever it was.
    return false
  }
}

/** Read in one go: some hundred reads that each wait for their turn, while the pages are rendered, kept the browser from starting
 *  for seconds. */
function sumOf(path: string): number {
  const chunk = Buffer.allocUnsafe(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let sum = 0; ; ) {
      const length = readSync(file, chunk, 0, chunk.length, null)
      if (length === 0) return sum
      sum = crc32(chunk.subarray(0, length), sum)
    }
  } finally {
    closeSync(file)
  }
}
