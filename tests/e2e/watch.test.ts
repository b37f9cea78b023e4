import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import {
  chmod,
  chown,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFiles } from '../../build/disk/list-files.ts'
import type { Manifest } from '../../build/release/manifest.ts'
import { copyPress, editStyle } from '../../scripts/bench/press-copy.ts'
import { until } from '../until.ts'
import { home, runKit, startKit } from './run-kit.ts'

const KIT = 'tests/fixtures/kits/autre'
const FICHE = 'pratiques/07-faire-le-tour.md'
const PICTURE = 'images/place.png'
/** Root may read everything: a command is then run as nobody in particular. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** All that is started here works below it. */
let dir: string
/** Holds the unpacked browser; what one watch has made, the next one finds. */
let cache: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-suivi-'))
  cache = await coldCache('cache')
})
afterAll(async () => {
  for (const watch of watches) watch.child.kill('SIGKILL')
  await rm(dir, { recursive: true, force: true })
})

async function coldCache(name: string): Promise<string> {
  const path = join(dir, name)
  mkdirSync(path)
  for (const entry of await readdir(join(home, '.cache')))
    if (entry.startsWith('chromium-')) await symlink(resolve(home, '.cache', entry), join(path, entry))
  return path
}

type Watch = {
  child: ChildProcess
  /** Folder of its own, where the fiches and the output lie. */
  place: string
  fiches: string
  out: string
  temporary: string
  /** All that it has said. */
  said(): string
  /** Waits until it has said `what` once more than when `work` began. @returns what it said meanwhile */
  says(what: string, work?: () => Promise<unknown>): Promise<string>
  edit(path: string, change: (text: string) => string): Promise<void>
  /** Its exit code. */
  ended: Promise<number | null>
}

const watches: Watch[] = []
const MADE = 'Éditions à jour en '

async function startWatch(
  name: string,
  { args = [], press = home, as = {} }: { args?: string[]; press?: string; as?: typeof nobody } = {},
): Promise<Watch> {
  const place = join(dir, name)
  const [fiches, out, temporary] = [
    join(place, 'fiches'),
    join(place, 'dist'),
    join(dir, `temporaire ${name}`),
  ]
  for (const path of [place, temporary]) {
    mkdirSync(path)
    if (as.uid !== undefined && as.gid !== undefined) await chown(path, as.uid, as.gid)
  }
  await cp(KIT, fiches, { recursive: true })
  const child = startKit(
    ['build', '--watch', '--fiches', fiches, '--out', out, ...args],
    { KIT_CACHE: cache, TMPDIR: temporary },
    { cwd: press, ...as },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  const watch: Watch = {
    child,
    place,
    fiches,
    out,
    temporary,
    said: () => said,
    async says(what, work) {
      const before = said.length
      await work?.()
      const about = () => `« ${what} » did not; the command said:\n${said}`
      return await until(() => {
        if (said.includes(what, before)) return said.slice(before)
        if (child.exitCode !== null) throw new Error(`the command has ended, and ${about()}`)
        return false
      }, about)
    },
    async edit(path, change) {
      const file = join(fiches, path)
      const text = await readFile(file, 'utf8')
      const changed = change(text)
      if (changed === text) throw new Error(`${path} holds nothing of what is to be changed`)
      await writeFile(file, changed)
    },
    ended: new Promise(done => child.once('close', done)),
  }
  watches.push(watch)
  return watch
}

/** Path → SHA-256 of every file of an output. */
async function filesOf(out: string): Promise<Record<string, string>> {
  const files = await Promise.all(
    listFiles(out).map(async path => {
      const bytes = await readFile(join(out, path))
      return [path, createHash('sha256').update(bytes).digest('hex')] as const
    }),
  )
  return Object.fromEntries(files)
}

/** Paths of the files that are not the same in two outputs. */
const differences = (one: Record<string, string>, other: Record<string, string>) =>
  Object.keys({ ...one, ...other }).filter(path => one[path] !== other[path])

let copies = 0
/** The fiches as they are now, in a place of their own. */
async function copyOf(fiches: string): Promise<string> {
  copies += 1
  const place = join(dir, `copie ${copies}`)
  await cp(fiches, join(place, 'fiches'), { recursive: true })
  return place
}

/** What a cold build makes of a copy. */
async function coldBuild(place: string): Promise<Record<string, string>> {
  const out = join(place, 'dist')
  const { code, stderr } = await runKit(
    ['build', '--fiches', join(place, 'fiches'), '--out', out, '--no-cache'],
    { KIT_CACHE: cache },
  )
  expect(code, stderr).toBe(0)
  return filesOf(out)
}

/** Waits for the output to become what it should: several builds may be on the way there. The line that tells of it comes after:
 *  it is no answer to the next change. */
async function expectSoon({ out }: Watch, wanted: Record<string, string>, about = ''): Promise<void> {
  // Nothing is there while one output takes the place of the other.
  let differ: string[] = []
  await until(
    async () => {
      differ = differences(await filesOf(out).catch(() => ({})), wanted)
      return differ.length === 0
    },
    () => `${about} ${differ.join(', ')} are still others`,
  )
}

/** What must be gone with the command: its processes, its folders of work. */
async function expectNothingLeft({ place, temporary }: Watch): Promise<void> {
  expect((await readdir(place)).filter(name => name.startsWith('.'))).toEqual([])
  expect((await readdir(temporary)).filter(name => name.startsWith('kit-'))).toEqual([])
  expect(await processesOf(temporary)).toEqual([])
}

/** Processes whose environment or command names a folder, as Linux tells them. */
async function processesOf(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async pid => {
      // A process may end between the two readings.
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
      const command = await read('cmdline')
      return `${command}${await read('environ')}`.includes(folder) ? [`${pid} ${command}`] : []
    }),
  )
  return found.flat()
}

describe('kit build --watch', () => {
  let watch: Watch
  let first: Record<string, string>
  let sound: string
  /** The output when a word is another. */
  let worded: Record<string, string>
  const word = (text: string) => text.replace('Marcher coûte peu', 'Marcher coûte très peu')
  const mend = () => writeFile(join(watch.fiches, FICHE), sound)

  beforeAll(async () => {
    watch = await startWatch('suivi')
    await watch.says(MADE)
    first = await filesOf(watch.out)
    sound = await readFile(join(watch.fiches, FICHE), 'utf8')
  })

  it('makes after each kind of change what a cold build makes', async () => {
    const { fiches, out, edit } = watch
    const expectCold = async (about: string) => {
      const cold = await coldBuild(await copyOf(fiches))
      await expectSoon(watch, cold, about)
      return cold
    }
    expect(await expectCold('as they were')).toEqual(first)
    await edit(FICHE, word)
    worded = await expectCold('a word')
    await edit(FICHE, text => text.replace('titre: Faire le tour', 'titre: Faire un grand tour'))
    await expectCold('a word and a title')

    const images = join(watch.place, 'images')
    mkdirSync(images)
    for (const name of ['place.png', 'credits.yaml'])
      await cp(join('tests/visual/carnet/images', name), join(images, name))
    await rename(images, join(fiches, 'images'))
    const picture = '\n![Trois arbres sur une place.](images/place.png)\n\n## Les leviers'
    await edit(FICHE, text => text.replace('\n## Les leviers', picture))
    const text = sound
      .replace('numero: 7', 'numero: 8')
      .replace('slug: faire-le-tour', 'slug: revenir')
      .replaceAll('Faire le tour', 'Revenir')
    await writeFile(join(fiches, 'pratiques/08-revenir.md'), text)
    await expectCold('a picture and a fiche more')

    const other = await sharp(join(fiches, PICTURE)).negate({ alpha: false }).png().toBuffer()
    await writeFile(join(fiches, PICTURE), other)
    await edit('kit.yaml', kit => kit.replace('Carnet des Lisières', 'Cahier des Lisières'))
    await rm(join(fiches, 'pratiques/08-revenir.md'))
    await expectCold('other bytes of the picture, another title of the kit, a fiche less')

    // Undone, all of it.
    await mend()
    await rm(join(fiches, 'images'), { recursive: true })
    await edit('kit.yaml', kit => kit.replace('Cahier des Lisières', 'Carnet des Lisières'))
    await expectSoon(watch, first)
    // The manifest, too, has the digest of each.
    const { artefacts } = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
    for (const { path, role, sha256 } of artefacts) if (role !== 'site') expect(first[path]).toBe(sha256)
  })

  it('tells a mistake with its place, leaves the output as it was, and says when it is mended', async () => {
    const { out, says, edit } = watch
    const told = await says('1 erreur', () =>
      edit(FICHE, text => word(text).replace('famille: pratique', 'famille: pratiques')),
    )
    expect(told).toMatch(
      /pratiques\/07-faire-le-tour\.md:6:\d+ {2}erreur {2}famille : « pratiques » n'existe pas\. Écrire : repere ou pratique\./,
    )
    expect(differences(await filesOf(out), first)).toEqual([])
    const mended = await says('Plus d’erreur.', mend)
    expect(mended).not.toContain('erreur  ')
    await expectSoon(watch, first)
  })

  it('waits for an editor that empties the file first', async () => {
    const file = join(watch.fiches, FICHE)
    for (const [text, wanted] of [
      [word(sound), worded],
      [sound, first],
    ] as const) {
      await writeFile(file, '')
      // As long as an editor takes.
      await sleep(40)
      await writeFile(file, text)
      await expectSoon(watch, wanted)
    }
  })

  it('makes what was written while a build was under way', async () => {
    const file = join(watch.fiches, FICHE)
    for (const [pause, text, wanted] of [
      [30, word(sound), worded],
      [120, sound, first],
      [250, word(sound), worded],
      [60, sound, first],
    ] as const) {
      await watch.edit(FICHE, text => text.replace('sans pluie', `sans pluie ni vent ${pause}`))
      // Whatever the build is at then.
      await sleep(pause)
      await writeFile(file, text)
      await expectSoon(watch, wanted, `${pause} ms`)
    }
  })

  it('rights the files of the output that somebody has edited', async () => {
    const { out } = watch
    for (const path of Object.keys(first).filter(name => /index\.html$|\.pdf$|\.epub$|\.json$/.test(name)))
      if (path !== 'manifeste.json') await writeFile(join(out, path), 'edited')
    await watch.edit(FICHE, word)
    await expectSoon(watch, worded)
    await mend()
    await expectSoon(watch, first)
    await rm(join(out, 'site/index.html'))
    await watch.edit(FICHE, word)
    await expectSoon(watch, worded)
    await mend()
    await expectSoon(watch, first)
  })

  it('says that the folder is gone, and goes on when it is there again or another stands in its place', async () => {
    const { fiches, out } = watch
    const away = `${fiches} ailleurs`
    await watch.says('Ce dossier n', () => rename(fiches, away))
    expect(differences(await filesOf(out), first)).toEqual([])
    await watch.says('Plus d’erreur.', () => rename(away, fiches))
    await watch.edit(FICHE, word)
    await expectSoon(watch, worded)
    // As `git checkout` does, and who unpacks an archive: folders of the same names.
    await cp(fiches, away, { recursive: true })
    await writeFile(join(away, FICHE), sound)
    await rm(join(fiches, 'pratiques'), { recursive: true })
    await rename(join(away, 'pratiques'), join(fiches, 'pratiques'))
    await rm(away, { recursive: true })
    await expectSoon(watch, first)
    await watch.edit(FICHE, word)
    await expectSoon(watch, worded)
    await mend()
    await expectSoon(watch, first)
    expect(watch.said()).not.toMatch(/\n {4}at /)
  })

  it('ends with 143 at SIGTERM, and leaves nothing but its output', async () => {
    watch.child.kill('SIGTERM')
    expect(await watch.ended).toBe(143)
    expect(differences(await filesOf(watch.out), first)).toEqual([])
    await expectNothingLeft(watch)
  })
})

describe('an interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s in the first build or in a later one ends it at once with %i', async (signal, code) => {
    const stop = async (watch: Watch) => {
      watch.child.kill(signal)
      expect(await watch.ended, watch.said()).toBe(code)
      expect(watch.said()).not.toContain('Erreur')
      await expectNothingLeft(watch)
    }
    const early = await startWatch(`${signal} debut`)
    await early.says('Composition des pages')
    const late = await startWatch(`${signal} suite`)
    await Promise.all([stop(early), late.says(MADE)])
    const before = await filesOf(late.out)
    const inode = async () => (await stat(late.out).catch(() => null))?.ino
    const former = await inode()
    await late.edit(FICHE, text => text.replace('sans pluie', 'sans vent'))
    // In the middle of that build; a quick one may be seen only when it has ended.
    const begun = async () => (await readdir(late.place)).some(name => name.startsWith('.'))
    await until(async () => (await begun()) || (await inode()) !== former, late.said)
    await stop(late)
    const { artefacts } = JSON.parse(await readFile(join(late.out, 'manifeste.json'), 'utf8')) as Manifest
    expect(artefacts.length).toBeGreaterThan(5)
    expect(Object.keys(await filesOf(late.out))).toHaveLength(Object.keys(before).length)
  })
})

describe('what a watch cannot follow', () => {
  it('ends it with 3 when it is the press that has changed', async () => {
    const press = join(dir, 'presse')
    await copyPress(press)
    const watch = await startWatch('presse suivie', {
      press,
      args: ['--only', 'epub', '--imposition', 'cahier'],
    })
    await watch.says(MADE)
    expect(JSON.parse(await readFile(join(watch.out, 'manifeste.json'), 'utf8')).artefacts).toMatchObject([
      { role: 'epub' },
    ])
    await editStyle(press, 'web', 1)
    await watch.edit(FICHE, text => text.replace('Marcher coûte peu', 'Marcher coûte très peu'))
    expect(await watch.ended).toBe(3)
    expect(watch.said()).toContain(
      'Erreur : La presse elle-même a changé. Relancer la commande pour la suivre.',
    )
    await expectNothingLeft(watch)
  })

  it('is told when it is a folder that may not be read, until it may be', async () => {
    await chmod(dir, 0o755)
    const before = cache
    cache = await coldCache('cache de personne')
    if (nobody.uid !== undefined) await chown(cache, nobody.uid, nobody.gid)
    const watch = await startWatch('illisible', { as: nobody, args: ['--only', 'epub'] })
    cache = before
    await watch.says(MADE)
    const folder = join(watch.fiches, 'pratiques')
    const told = await watch.says('Ce dossier ne peut pas être lu', () => chmod(folder, 0o000))
    expect(told).toContain('Erreur : ')
    await watch.says('Plus d’erreur.', () => chmod(folder, 0o755))
    await watch.says(MADE, () => watch.edit(FICHE, text => text.replace('sans pluie', 'sec')))
    expect(watch.said()).not.toMatch(/\n {4}at /)
    watch.child.kill('SIGINT')
    expect(await watch.ended).toBe(130)
    await expectNothingLeft(watch)
  })
})
