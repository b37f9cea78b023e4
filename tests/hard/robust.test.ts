import { execFileSync } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runKit, startKit } from '../e2e/run-kit.ts'
import { copyPress, plant, releaseWith } from './press-copy.ts'

let dir: string
let fiches: string
let out: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-dur-'))
  out = join(dir, 'dist')
})
beforeEach(async () => {
  fiches = join(dir, 'carnet')
  await rm(fiches, { recursive: true, force: true })
  await cp('tests/visual/carnet', fiches, { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const build = (...args: string[]) => runKit(['build', '--fiches', fiches, '--out', out, ...args])
const leftovers = async (folder = dir) => (await readdir(folder)).filter(name => name.startsWith('.'))
const edit = async (path: string, change: (text: string) => string) => {
  const file = join(fiches, path)
  await writeFile(file, change(await readFile(file, 'utf8')))
}
const MARKET = 'pratiques/02-tenir-un-marche.md'

describe('a machine that refuses', () => {
  /** A file system of its own; null where this user may not mount one. */
  async function mounted(
    options: string,
  ): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> } | null> {
    const path = await mkdtemp(join(tmpdir(), 'kit-plein-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' })
    } catch {
      // Only root may mount, and not in every container: the caller skips.
      await rm(path, { recursive: true })
      return null
    }
    return {
      path,
      async [Symbol.asyncDispose]() {
        execFileSync('umount', [path])
        await rm(path, { recursive: true })
      },
    }
  }

  it('disk full: says so in French, leaves the former output and nothing else', async context => {
    await using disk = await mounted('size=600k')
    if (!disk) return context.skip('a small file system needs root')
    const target = join(disk.path, 'dist')
    await mkdir(target)
    await writeFile(join(target, 'manifeste.json'), '{"artefacts":[]}')
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', target])
    expect(code).toBe(3)
    expect(stderr).toContain('Le disque est plein')
    expect(await readdir(disk.path)).toEqual(['dist'])
    expect(await readdir(target)).toEqual(['manifeste.json'])
  })

  it('read-only output: says so in French before anything is made', async context => {
    await using disk = await mounted('size=3m,ro')
    if (!disk) return context.skip('a read-only file system needs root')
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', join(disk.path, 'dist')])
    expect(code).toBe(3)
    expect(stderr).toContain('Ce dossier ne peut pas être écrit')
    expect(stderr).not.toContain('Mise en pages')
  })

  it('an output that is a file: says what to change', async () => {
    const file = join(dir, 'fichier')
    await writeFile(file, 'x')
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', file])
    expect([code, await readFile(file, 'utf8')]).toEqual([3, 'x'])
    expect(stderr).toContain('--out désigne un fichier')
  })

  it('no browser: names what cannot be run', async () => {
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], {
      PUPPETEER_EXECUTABLE_PATH: '/nulle/part/chrome',
    })
    expect(code).toBe(3)
    expect(stderr).toContain('/nulle/part/chrome')
    expect(await leftovers()).toEqual([])
  })

  it('browser killed in the middle: ends at once, leaves nothing', async () => {
    const cache = join(dir, 'cache')
    await cp('.cache', cache, {
      recursive: true,
      dereference: true,
      filter: path => basename(path) === '.cache' || path.includes('chromium-'),
    })
    const child = startKit(['build', '--fiches', fiches, '--out', out], { KIT_CACHE: cache })
    const ended = new Promise<number | null>(done => child.once('close', done))
    let stderr = ''
    child.stderr?.on('data', chunk => (stderr += chunk))
    let pid: number | null = null
    for (let tries = 0; pid === null && tries < 600; tries++) {
      await sleep(50)
      pid = await browserUnder(cache)
    }
    if (pid === null) throw new Error(`no browser was seen:\n${stderr}`)
    await sleep(600)
    process.kill(pid, 'SIGKILL')
    const killed = performance.now()
    expect(await ended).toBe(3)
    expect(performance.now() - killed).toBeLessThan(30_000)
    expect(stderr).toContain('Erreur')
    expect(await leftovers()).toEqual([])
  })

  /** The browser's own process, not its children's. */
  async function browserUnder(cache: string): Promise<number | null> {
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name)) continue
      // A process may end between the two readings.
      const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
      if (command.startsWith(join(cache, 'chromium-')) && !command.includes('--type=')) return Number(name)
    }
    return null
  }
})

describe('a press with a fault', () => {
  it('a page that hangs ends with its name, after its deadline', async () => {
    const press = join(dir, 'presse qui attend')
    await copyPress(press)
    await plant(press, 'build/pdf/paginate.ts', text =>
      text.replace('DEADLINE_MS = 60_000', 'DEADLINE_MS = 4_000'),
    )
    await plant(press, 'build/pdf/tab/paginate-part.ts', text =>
      text.replace(
        /(export async function \w+\([^)]*\)[^{]*\{)/,
        '$1\n  for (;;) if (document.title === "never") break\n',
      ),
    )
    const start = performance.now()
    const { code, stderr } = await releaseWith(press, ['--fiches', fiches], join(dir, 'livraison'))
    expect(code, stderr).toBe(3)
    expect(performance.now() - start).toBeLessThan(90_000)
    expect(stderr).toContain('Erreur')
    expect(await leftovers()).toEqual([])
  })

  it('a font that is missing ends the build, and is named', async () => {
    const press = join(dir, 'presse sans police')
    await copyPress(press)
    await plant(press, 'build/pdf/styles.ts', text =>
      text.replace(/-\$\{weight\}-\$\{style\}\.woff2/, '-0000-$' + '{style}.woff2'),
    )
    const { code, stderr } = await releaseWith(press, ['--fiches', fiches], join(dir, 'livraison'))
    expect(code, stderr).toBe(3)
    expect(stderr).toMatch(/-0000-normal\.woff2/)
    expect(await leftovers()).toEqual([])
  })
})

describe('content out of the ordinary', () => {
  it('a picture cut short is an error of its own, and makes nothing', async () => {
    const file = join(fiches, 'images/place.png')
    const whole = await readFile(file)
    await writeFile(file, whole.subarray(0, 1500))
    const { code, stderr } = await build()
    expect(code).toBe(1)
    expect(stderr).toMatch(/images\/place\.png:1:1 {2}erreur .*abîmé/)
  })

  it('a picture of 10 MB is taken', async () => {
    const [width, height] = [2000, 1750]
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251))
    const data = Buffer.alloc(width * height * 3)
    for (let at = 0; at < data.length; at += noise.length) noise.copy(data, at)
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toFile(join(fiches, 'images/place.png'))
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
  })

  it('a title of 300 characters is set; one word of 300 is refused with its place', async () => {
    const long = `${'Tenir un marché du samedi avec les habitants et les producteurs '.repeat(5)}ici`
      .slice(0, 300)
      .trim()
    await edit(MARKET, text => text.replace('titre: Tenir un marché du samedi', `titre: ${long}`))
    const set = await build()
    expect(set.code, set.stderr).toBe(0)
    await edit(MARKET, text => text.replace(long, 'anticonstitutionnel'.repeat(16).slice(0, 300)))
    const refused = await build()
    expect(refused.code).toBe(3)
    expect(refused.stderr).toMatch(/texte coupé page \d+, « anticonstitutionnel/)
  })

  it('right-to-left text and emoji are told to the author; where they stand nothing else is lost', async () => {
    await edit(MARKET, text =>
      text.replace(
        'Il faut une place',
        'Un mot arabe : مرحبا, un mot hébreu : שלום, un drapeau 🇫🇷 et 😀. Il faut une place',
      ),
    )
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/02-tenir-un-marche\.md:13:\d+ {2}avertissement .*U\+/)
  })

  it('a fiche of 50,000 words is made, and told to be long', async () => {
    const words = 'la commune tient un marché du samedi avec celles et ceux qui cultivent près d’ici'.split(
      ' ',
    )
    const paragraph = (seed: number, length: number) =>
      Array.from({ length }, (_, index) => words[(seed * 7 + index * 3) % words.length]).join(' ')
    const parts = Array.from(
      { length: 200 },
      (_, index) =>
        `### Geste ${index}\n\n${paragraph(index, 150)}.\n\n- ${paragraph(index, 40)}\n- ${paragraph(index + 1, 60)}\n`,
    )
    await edit(MARKET, text => `${text}\n## Longtemps\n\n${parts.join('\n')}`)
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/La fiche fait \d+ pages imprimées/)
  })

  it('500 fiches are made, and their words are all there', async () => {
    await Promise.all(
      Array.from({ length: 498 }, (_, index) => index + 3).map(numero =>
        writeFile(
          join(fiches, `pratiques/${String(numero).padStart(3, '0')}-geste.md`),
          `---\nnumero: ${numero}\nslug: geste-${numero}\ntitre: Geste ${numero} pour la commune\ntitre_court: Geste ${numero}\nfamille: pratique\nstatut: publiee\nresume: Un geste.\nmaj: 2030-05\n---\n\nUn geste simple, le ${numero}e. Voir [[tenir-un-marche]].\n\n## Agir\n\nÉcouter, décider, essayer, puis recommencer.\n`,
        ),
      ),
    )
    const { code, stderr } = await build('--only', 'pdf,epub')
    expect(code, stderr).toBe(0)
  })
})

it('two builds at once into one place leave one whole output', async () => {
  const both = await Promise.all([build('--no-cache'), build('--no-cache')])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  const { artefacts } = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as {
    artefacts: { path: string }[]
  }
  for (const { path } of artefacts) expect(await readdir(join(out, path, '..'))).toContain(basename(path))
  expect(await leftovers()).toEqual([])
})

/** A cache that holds the unpacked browser and no edition. */
async function coldCache(): Promise<string> {
  const cache = await mkdtemp(join(dir, 'froid-'))
  for (const name of await readdir('.cache'))
    if (name.startsWith('chromium-')) await symlink(resolve('.cache', name), join(cache, name))
  return cache
}

describe('SIGTERM', () => {
  const steps = [
    'Contrôle des fiches',
    'Composition',
    'Livre numérique',
    'Mise en pages',
    'Site',
    'Le site dit',
    'Les numéros',
    'Les liens du PDF',
    'Le PDF est lisible',
    'Le PDF pour l’imprimeur',
  ]

  it.each(steps)(
    'after « %s » of a release leaves no folder, no process and the former release',
    async step => {
      const target = join(dir, 'livraison-signal')
      await mkdir(target, { recursive: true })
      await writeFile(join(target, 'manifeste.json'), '{}')
      const child = startKit(['release', '--fiches', fiches, '--out', target], {
        KIT_CACHE: await coldCache(),
      })
      const ended = new Promise<number | null>(done => child.once('close', done))
      let stderr = ''
      child.stderr?.on('data', chunk => {
        const before = stderr.includes(step)
        stderr += chunk
        // Once: a second signal kills.
        if (!before && stderr.includes(step)) child.kill('SIGTERM')
      })
      const code = await ended
      expect(stderr).toContain(step)
      expect(code, stderr).toBe(143)
      expect(stderr).toContain('Interrompu')
      expect(await readdir(target)).toEqual(['manifeste.json'])
      expect(await leftovers()).toEqual([])
    },
  )
})

it('a folder with parentheses, accents and spaces is read and written', async () => {
  const odd = join(dir, 'mes fiches (copie) [2] é')
  await cp('tests/visual/carnet', odd, { recursive: true })
  await copyFile(resolve('tests/visual/carnet/images/place.png'), join(odd, 'images/place.png'))
  const target = join(dir, 'à livrer (2)')
  const { code, stderr } = await runKit(['build', '--fiches', odd, '--out', target])
  expect(code, stderr).toBe(0)
  expect(await readdir(target)).toEqual(['epub', 'manifeste.json', 'pdf', 'site'])
})
