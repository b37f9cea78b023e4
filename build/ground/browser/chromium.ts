import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'
import { toSfnt } from '../font/true-type.ts'
import { CacheFault } from '../store/cache.ts'

/** Holds the path of a Chromium, and the environment of its process. */
type Chromium = { executablePath: string; env: Record<string, string> }

/** The programs of Windows, by the variables that name their folders: for all, for 32 bits, for one person. */
const windowsPrograms = (env: NodeJS.ProcessEnv): string[] =>
  [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ].flatMap(program =>
    ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(folder =>
      env[folder] ? `${env[folder]}\\${program}` : [],
    ),
  )

/** Lists the usual paths of Chrome, Chromium and Edge on a platform, the best first. */
export function usualPaths(system: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (system === 'win32') return windowsPrograms(env)
  if (system === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(name =>
      ['', env['HOME'] ?? ''].map(home => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    name => `/usr/bin/${name}`,
  )
}

const installed = () => usualPaths(platform(), process.env)

const isShipped = (): boolean => platform() === 'linux' && arch() === 'x64'

/** Identity of npm's browser: the versions of the press's libraries say the rest. */
export const SHIPPED = 'npm'

/** Identifies the browser without starting it: by its file, or npm's. */
export function browserIdentity(preferred?: string): string {
  if (!preferred && isShipped()) return SHIPPED
  for (const path of preferred ? [preferred] : installed()) {
    // None: whoever starts it tells what to do.
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats) return [path, stats.size, stats.mtimeMs].join(' ')
  }
  return ''
}

/** Number of the folder's make: another one is unpacked anew. */
const LAYOUT = 5

/** Finds the browser: `preferred`, else npm's (Linux on x64), unpacked in `cacheDir`, else one of the machine. @throws Error
 *  with the command to run */
export async function findChromium(cacheDir: string, preferred?: string): Promise<Chromium> {
  if (preferred) {
    if (await isExecutable(preferred)) return { executablePath: preferred, env: {} }
    throw new Error(
      `PUPPETEER_EXECUTABLE_PATH désigne ${preferred}, qui ne peut pas être exécuté. Donner le chemin d’un Chrome ou d’un Chromium, ou effacer cette variable.`,
    )
  }
  if (isShipped()) return unpackShipped(cacheDir)
  for (const path of installed()) if (await isExecutable(path)) return { executablePath: path, env: {} }
  throw new Error(
    `Aucun navigateur trouvé sur cette machine (${platform()} ${arch()}). Installer Chrome ou Chromium` +
      // Google makes no headless shell for Linux on ARM.
      (platform() === 'linux'
        ? ' (apt install chromium).'
        : ', ou lancer : npx @puppeteer/browsers@3.2.6 install chrome-headless-shell@147, puis donner son chemin dans la variable PUPPETEER_EXECUTABLE_PATH.'),
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
  const env = { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') }
  const chromium = { executablePath: join(home, 'chromium'), env }
  if (await isExecutable(chromium.executablePath)) return chromium

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
      writeFonts(fresh, [
        require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
        require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff'),
        SIGNS,
      ]),
    ])
    await rename(fresh, home)
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true })
    if (await isExecutable(chromium.executablePath)) return chromium
    throw new CacheFault(`Le navigateur ne peut pas être installé dans ${home}`, cause)
  }
  return chromium
}

/** Signs that those packages lack. */
const SIGNS = fileURLToPath(new URL('../../../styles/print/polices/signes-400-normal.woff', import.meta.url))

/** Gives Chromium one font and no other, the same on every machine: with none it refuses web fonts at random (3 starts of 8). The
 *  words of a drawing are set in it. */
async function writeFonts(home: string, woffs: readonly string[]): Promise<void> {
  await mkdir(join(home, 'polices'), { recursive: true })
  for (const [index, woff] of woffs.entries())
    await writeFile(join(home, `polices/secours-${index}.ttf`), toSfnt(await readFile(woff)))
  await writeFile(
    join(home, 'fonts.conf'),
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">polices</dir></fontconfig>\n',
  )
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
