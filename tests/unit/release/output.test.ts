import { execFileSync } from 'node:child_process'
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../../build/release/manifest.ts'
import { type Content, type Outputs, openOutputs } from '../../../build/release/output.ts'

let root: string
let out: string
let outputs: Outputs
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kit-output-'))
  out = join(root, 'dist')
  outputs = openOutputs(true)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const text = (bytes: string): Content => ({ bytes: Buffer.from(bytes) })
const at = (path: string) => join(out, path)
const inode = (path: string) => statSync(at(path)).ino

/** A build that puts these files into the output, which it replaces as a staging does. */
async function build(files: Record<string, Content>, into = outputs) {
  const staging = join(root, 'en-cours')
  await mkdir(staging)
  const folder = into.begin(staging, out)
  const digests = Object.entries(files).map(([path, content]) => folder.put(path, content))
  // As a staging: the former output lies there until the new one has taken its place.
  const former = join(root, 'ancien')
  rmSync(former, { recursive: true, force: true })
  try {
    renameSync(out, former)
  } catch {
    // The first build finds nothing.
  }
  renameSync(staging, out)
  into.done()
  // The clock of a file system ticks every few milliseconds: whoever edits a file comes later.
  await sleep(20)
  return digests
}

describe('a file', () => {
  test('is written the first time, in its folder, and described', async () => {
    const digests = await build({ 'site/fiches/scic/index.html': text('<p>SCIC</p>'), 'vide.txt': text('') })
    expect(readFileSync(at('site/fiches/scic/index.html'), 'utf8')).toBe('<p>SCIC</p>')
    expect(readFileSync(at('vide.txt'), 'utf8')).toBe('')
    expect(digests).toEqual([digestOf(Buffer.from('<p>SCIC</p>')), digestOf(Buffer.from(''))])
  })

  test('that is the same is linked in the next builds, with its digest', async () => {
    const [first] = await build({ 'a/x.html': text('page') })
    const before = inode('a/x.html')
    for (const _ of ['second build', 'third build']) {
      const [digest] = await build({ 'a/x.html': text('page') })
      expect(inode('a/x.html')).toBe(before)
      expect(digest).toEqual(first)
    }
  })

  test('that is other is written, and the former output keeps its own', async () => {
    await build({ 'x.html': text('page'), 'y.html': text('autre') })
    const before = inode('x.html')
    const [digest] = await build({ 'x.html': text('pave'), 'y.html': text('autre') })
    expect(inode('x.html')).not.toBe(before)
    expect(readFileSync(at('x.html'), 'utf8')).toBe('pave')
    expect(digest).toEqual(digestOf(Buffer.from('pave')))
    expect(readFileSync(join(root, 'ancien/x.html'), 'utf8')).toBe('page')
  })

  test('that was not in the build before is written, though an older one had it', async () => {
    await build({ 'x.html': text('page') })
    await build({})
    await build({ 'x.html': text('page') })
    expect(readFileSync(at('x.html'), 'utf8')).toBe('page')
  })

  test('of a build that was given up is not taken for that of the output', async () => {
    await build({ 'x.html': text('page') })
    const before = inode('x.html')
    const abandoned = join(root, 'abandon')
    await mkdir(abandoned)
    outputs.begin(abandoned, out).put('x.html', text('brouillon'))
    rmSync(abandoned, { recursive: true })
    await build({ 'x.html': text('page') })
    expect(inode('x.html')).toBe(before)
    await build({ 'x.html': text('brouillon') })
    expect(readFileSync(at('x.html'), 'utf8')).toBe('brouillon')
  })
})

describe('a file of the former output that somebody has touched is written anew', () => {
  test.each([
    ['edited in place', () => writeFileSync(at('x.html'), 'pXge')],
    ['made longer', () => writeFileSync(at('x.html'), 'page et suite')],
    [
      'replaced by a file of the same size and the same time',
      () => {
        writeFileSync(at('x.neuf'), 'pXge')
        // To the nanosecond: Node.js sets no time as exactly.
        execFileSync('touch', ['-r', at('x.html'), at('x.neuf')])
        renameSync(at('x.neuf'), at('x.html'))
      },
    ],
    ['deleted', () => rmSync(at('x.html'))],
    [
      'turned into a link to another file',
      () => {
        writeFileSync(join(root, 'ailleurs'), 'pXge')
        rmSync(at('x.html'))
        symlinkSync(join(root, 'ailleurs'), at('x.html'))
      },
    ],
    [
      'turned into a link to itself, moved elsewhere',
      () => {
        renameSync(at('x.html'), join(root, 'ailleurs'))
        symlinkSync(join(root, 'ailleurs'), at('x.html'))
      },
    ],
    [
      'turned into a second name of another file',
      () => {
        writeFileSync(join(root, 'ailleurs'), 'pXge')
        rmSync(at('x.html'))
        linkSync(join(root, 'ailleurs'), at('x.html'))
      },
    ],
    [
      'replaced by a folder',
      () => {
        rmSync(at('x.html'))
        mkdirSync(at('x.html'))
      },
    ],
  ])('%s', async (_, touch) => {
    const [first] = await build({ 'x.html': text('page') })
    touch()
    const [digest] = await build({ 'x.html': text('page') })
    expect(readFileSync(at('x.html'), 'utf8')).toBe('page')
    expect(digest).toEqual(first)
    // A link to the right bytes would be the wrong ones as soon as it leads elsewhere.
    expect(lstatSync(at('x.html')).isFile()).toBe(true)
    const before = inode('x.html')
    // What was written in its place is what the next build links.
    await build({ 'x.html': text('page') })
    expect(inode('x.html')).toBe(before)
  })

  test('or cannot be, when it is only named by its key', async () => {
    await build({ 'x.pdf': { bytes: Buffer.from('livre'), key: 'pdf-1' } })
    writeFileSync(at('x.pdf'), 'lXvre')
    expect(await build({ 'x.pdf': { bytes: null, key: 'pdf-1' } })).toEqual([null])
  })
})

describe('a content that is told by its key', () => {
  const made: Content = { bytes: Buffer.from('livre'), key: 'pdf-1' }

  test('is linked without its bytes, in the next build and in the one after', async () => {
    const [first] = await build({ 'x.pdf': made })
    const before = inode('x.pdf')
    for (const _ of ['second build', 'third build']) {
      expect(await build({ 'x.pdf': { bytes: null, key: 'pdf-1' } })).toEqual([first])
      expect(inode('x.pdf')).toBe(before)
      expect(outputs.had()).toEqual(new Map([['x.pdf', 'pdf-1']]))
    }
  })

  test('is null when the former build has not put it there, or put something else', async () => {
    const named: Content = { bytes: null, key: 'pdf-1' }
    expect(await build({ 'x.pdf': named })).toEqual([null])
    expect(await build({ 'x.pdf': { ...made, key: 'pdf-0' } })).toEqual([digestOf(Buffer.from('livre'))])
    expect(await build({ 'x.pdf': named })).toEqual([null])
    await build({ 'x.pdf': text('livre') })
    expect(await build({ 'x.pdf': named })).toEqual([null])
    // Of another path, though the key is the same.
    await build({ 'x.pdf': made })
    expect(await build({ 'y.pdf': named })).toEqual([null])
  })

  test('is written under another key, be its bytes the same', async () => {
    await build({ 'x.pdf': made })
    const before = inode('x.pdf')
    await build({ 'x.pdf': { ...made, key: 'pdf-2' } })
    expect(inode('x.pdf')).not.toBe(before)
    expect(outputs.had()).toEqual(new Map([['x.pdf', 'pdf-2']]))
  })

  test('is known by it from then on, though the file had no key before', async () => {
    await build({ 'x.pdf': text('livre') })
    const [first] = await build({ 'x.pdf': made })
    expect(outputs.had()).toEqual(new Map([['x.pdf', 'pdf-1']]))
    expect(await build({ 'x.pdf': { bytes: null, key: 'pdf-1' } })).toEqual([first])
  })

  test('is what the former output had, of the last build alone; a file without key is not among them', async () => {
    expect(outputs.had()).toEqual(new Map())
    await build({ 'x.pdf': made, 'y.html': text('page') })
    expect(outputs.had()).toEqual(new Map([['x.pdf', 'pdf-1']]))
    await build({ 'y.html': text('page') })
    expect(outputs.had()).toEqual(new Map())
  })
})

test('a process that builds once remembers nothing', async () => {
  const once = openOutputs(false)
  const made: Content = { bytes: Buffer.from('livre'), key: 'pdf-1' }
  await build({ 'x.pdf': made, 'y.html': text('page') }, once)
  const before = inode('y.html')
  expect(once.had()).toEqual(new Map())
  expect(await build({ 'x.pdf': { bytes: null, key: 'pdf-1' }, 'y.html': text('page') }, once)).toEqual([
    null,
    digestOf(Buffer.from('page')),
  ])
  expect(inode('y.html')).not.toBe(before)
})
