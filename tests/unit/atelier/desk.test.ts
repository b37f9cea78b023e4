import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDesk } from '../../../build/atelier/app/desk.ts'
import type { Drafts } from '../../../build/atelier/app/drafts.ts'
import { hashOf, memoryShelf } from '../../../build/atelier/shelf/shelf.ts'
import { until } from '../../until.ts'
import { alone, blank, forgetful, hold, moment, reader } from './bare-desk.ts'

/** A file of one byte. */
const one = (byte: number) => new Uint8Array([byte])
/** Puts a picture on the desk, or takes it away. */
const picture = (bytes: Uint8Array | null = one(1)) => new Map([['images/place.png', bytes]])
const openEmpty = (its: Partial<typeof reader> | object = {}) =>
  openDesk(memoryShelf('kit', new Map()), { ...reader, ...its }, alone)

test('a file that is saved while the shelf is being looked at stays on the desk', async () => {
  const files = new Map<string, Uint8Array>()
  const shelf = memoryShelf('kit', files)
  let isSlow = false
  const [asked, answer, changed] = [moment(), moment(), moment()]
  /** Tells what was there when it was asked, as late as a busy machine does. */
  const busy: typeof shelf = {
    ...shelf,
    async list() {
      const listed = await shelf.list()
      if (isSlow) {
        asked.come()
        await answer.has
      }
      return listed
    },
    watch(onChange) {
      void changed.has.then(onChange)
      return shelf.watch(onChange)
    },
  }
  const desk = await openDesk(busy, reader, alone)
  await desk.replace(picture())
  const events: string[] = []
  desk.listen(({ kind }) => events.push(kind))
  isSlow = true
  changed.come()
  await asked.has
  let isSaved = false
  const saving = desk.save().then(() => {
    isSaved = true
  })
  for (let late = 0; late < 100 && !isSaved; late++) await turn()
  isSlow = false
  answer.come()
  await saving
  for (let late = 0; late < 20; late++) await turn()
  expect(files.size).toBe(1)
  // Taken away for a moment, it would be told as replaced.
  expect(events).not.toContain('replaced')
  expect(desk.bytesOf('images/place.png')).toEqual(one(1))
  expect(desk.unsaved()).toEqual([])
})

test('who writes on while another file is taken in holds nothing up', async () => {
  const desk = await openEmpty()
  const taken = desk.replace(picture())
  desk.edit('kit.yaml', one(2))
  await taken
  await desk.save()
  expect(desk.unsaved()).toEqual([])
})

test('a reading that fails is told, and the next change is read', async () => {
  const read: string[][] = []
  const desk = await openEmpty({
    async change(files: Map<string, unknown>) {
      read.push([...files.keys()])
      if (read.length === 1) throw new Error('à bout de souffle')
      return blank
    },
  })
  const faults: string[] = []
  desk.listen(event => event.kind === 'fault' && faults.push(event.text))
  desk.edit('kit.yaml', one(1))
  await desk.read()
  expect(faults).toEqual(['Impossible de lire le kit : à bout de souffle'])
  desk.edit('images/place.png', one(1))
  await desk.read()
  expect(read.at(-1)).toContain('images/place.png')
})

test('what is written while a long reading goes on is read once, as it stands at its end', async () => {
  const read: number[] = []
  const [begun, end] = [moment(), moment()]
  const desk = await openEmpty({
    async change(files: Map<string, Uint8Array>) {
      read.push(files.get('kit.yaml')?.[0] ?? 0)
      begun.come()
      if (read.length === 1) await end.has
      return blank
    },
  })
  desk.edit('kit.yaml', one(1))
  const readings = [desk.read()]
  await begun.has
  for (const sign of [2, 3, 4]) {
    desk.edit('kit.yaml', one(sign))
    readings.push(desk.read())
    await new Promise(done => setTimeout(done, 5))
  }
  end.come()
  await Promise.all(readings)
  expect(read).toEqual([1, 4])
})

test('what was undone to the end needs no saving, and leaves no draft', async () => {
  const shelf = memoryShelf('kit', new Map([['kit.yaml', one(1)]]))
  const dropped: string[] = []
  const drafts = { ...forgetful, drop: async (path: string) => void dropped.push(path) }
  const desk = await openDesk(shelf, reader, { drafts, hold })
  desk.edit('kit.yaml', new Uint8Array([1, 2]))
  expect(desk.unsaved()).toEqual(['kit.yaml'])
  desk.edit('kit.yaml', one(1))
  expect(desk.unsaved()).toEqual([])
  expect(dropped).toEqual(['kit.yaml'])
  await desk.replace(picture())
  await desk.replace(picture(null))
  expect(desk.unsaved()).toEqual([])
  await desk.replace(new Map([['kit.yaml', null]]))
  expect(desk.unsaved()).toEqual(['kit.yaml'])
})

test('a draft that the browser does not keep is told', async () => {
  const full: Drafts = { ...forgetful, put: () => Promise.reject(new Error('plus de place')) }
  const desk = await openDesk(memoryShelf('kit', new Map()), reader, { drafts: full, hold })
  const told = new Promise<string>(done => desk.listen(event => event.kind === 'fault' && done(event.text)))
  desk.edit('kit.yaml', one(1))
  expect(await told).toBe('Ce navigateur ne garde pas kit.yaml : enregistrer. plus de place')
})

test('a new file that is removed while it is saved is removed from the shelf too', async () => {
  const files = new Map<string, Uint8Array>()
  const shelf = memoryShelf('kit', files)
  const former = shelf.write
  const [begun, free] = [moment(), moment()]
  shelf.write = async (...given) => {
    begun.come()
    await free.has
    return former(...given)
  }
  const desk = await openDesk(shelf, reader, alone)
  await desk.replace(picture())
  const saving = desk.save()
  await begun.has
  await desk.replace(picture(null))
  free.come()
  await saving
  expect(desk.bytesOf('images/place.png')).toBeNull()
  expect(desk.unsaved()).toEqual(['images/place.png'])
  await desk.save()
  expect([...files.keys()]).toEqual([])
  expect(desk.unsaved()).toEqual([])
})

test('a file that is changed elsewhere and changed back leaves what is written, which can be saved', async () => {
  const [former, other, mine] = [one(1), one(2), one(3)]
  const files = new Map([['a.md', former]])
  const shelf = memoryShelf('kit', files)
  const desk = await openDesk(shelf, reader, alone)
  desk.edit('a.md', mine)
  await shelf.write('a.md', other, await hashOf(former))
  await until(() => desk.conflicts().includes('a.md'))
  await shelf.write('a.md', former, await hashOf(other))
  await until(() => desk.conflicts().length === 0)
  expect(desk.bytesOf('a.md')).toEqual(mine)
  await desk.save()
  expect(files.get('a.md')).toEqual(mine)
})

test('what is written while a file is saved is kept as a draft', async () => {
  const kept: string[] = []
  const shelf = memoryShelf('kit', new Map([['a.md', one(1)]]))
  const drafts = {
    ...forgetful,
    put: async ({ bytes }: { bytes: Uint8Array | null }) => void kept.push(String(bytes)),
  }
  const desk = await openDesk(shelf, reader, { drafts, hold })
  const former = shelf.write
  shelf.write = async (...given) => {
    desk.edit('a.md', one(3))
    return former(...given)
  }
  desk.edit('a.md', one(2))
  await desk.save()
  expect(desk.unsaved()).toEqual(['a.md'])
  expect(kept).toContain('3')
})

const encoder = new TextEncoder()
const bytesOf = (...lines: string[]) => encoder.encode(lines.join('\n'))
const linesOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? undefined).split('\n')

async function changedOnBothSides(mine: Uint8Array, theirs: Uint8Array) {
  const former = bytesOf('un', '', 'deux', '', 'trois')
  const files = new Map([['a.md', former]])
  const shelf = memoryShelf('kit', files)
  const desk = await openDesk(shelf, reader, alone)
  const events: string[] = []
  desk.listen(({ kind }) => events.push(kind))
  desk.edit('a.md', mine)
  await shelf.write('a.md', theirs, await hashOf(former))
  return { desk, files, events }
}

test('a file that changed on both sides, in two passages, holds both changes without a question', async () => {
  const { desk, files, events } = await changedOnBothSides(
    bytesOf('un', '', 'deux', '', 'trois, le mien'),
    bytesOf('un, l’autre', '', 'deux', '', 'trois'),
  )
  await until(() => events.includes('merged'))
  expect(events).not.toContain('conflict')
  const merged = ['un, l’autre', '', 'deux', '', 'trois, le mien']
  expect(linesOf(desk.bytesOf('a.md'))).toEqual(merged)
  await desk.save()
  expect(linesOf(files.get('a.md') ?? null)).toEqual(merged)
})

test.each([
  ['mine', ['deux, le mien']],
  ['theirs', ['deux, l’autre']],
  ['both', ['deux, le mien', 'deux, l’autre']],
] as const)('of passages that both changed only these are asked for: %s', async (choice, lines) => {
  const { desk, files } = await changedOnBothSides(
    bytesOf('un', '', 'deux, le mien', '', 'trois, le mien'),
    bytesOf('un, l’autre', '', 'deux, l’autre', '', 'trois'),
  )
  await until(() => desk.conflicts().includes('a.md'))
  expect(desk.overlaps('a.md')).toEqual([{ line: 3, mine: 'deux, le mien', theirs: 'deux, l’autre' }])
  await desk.settlePassage('a.md', 0, choice)
  expect(desk.conflicts()).toEqual([])
  const merged = ['un, l’autre', '', ...lines, '', 'trois, le mien']
  expect(linesOf(desk.bytesOf('a.md'))).toEqual(merged)
  await desk.save()
  expect(linesOf(files.get('a.md') ?? null)).toEqual(merged)
})

test('a draft is merged with what somebody else wrote while the atelier was closed', async () => {
  const former = bytesOf('un', '', 'deux')
  const draft = { path: 'a.md', bytes: bytesOf('un', '', 'deux, le mien'), base: await hashOf(former) }
  const drafts: Drafts = { ...forgetful, all: async () => [{ ...draft, shelved: former }] }
  const shelf = memoryShelf('kit', new Map([['a.md', bytesOf('un, l’autre', '', 'deux')]]))
  const desk = await openDesk(shelf, reader, { drafts, hold })
  expect(desk.conflicts()).toEqual([])
  expect(linesOf(desk.bytesOf('a.md'))).toEqual(['un, l’autre', '', 'deux, le mien'])
})

test('a desk that does not hold the kit writes nothing, and goes on from the drafts once it does', async () => {
  const former = bytesOf('un')
  const drafts: Drafts = {
    ...forgetful,
    all: async () => [
      { path: 'a.md', bytes: bytesOf('un, l’autre onglet'), base: await hashOf(former), shelved: former },
    ],
  }
  let isMine = false
  const mine = moment()
  const shelf = memoryShelf('kit', new Map([['a.md', former]]))
  const desk = await openDesk(shelf, reader, { drafts, hold: { isMine: () => isMine, mine: mine.has } })
  expect(desk.unsaved()).toEqual([])
  await expect(desk.save()).rejects.toThrow('autre onglet')
  await expect(desk.replace(new Map([['b.md', former]]))).rejects.toThrow('autre onglet')
  isMine = true
  mine.come()
  await until(() => desk.unsaved().length > 0)
  expect(linesOf(desk.bytesOf('a.md'))).toEqual(['un, l’autre onglet'])
})

test('a fiche that is saved has its anchors, which nobody undoes; what is written meanwhile is not written over', async () => {
  const files = new Map([['08-achats.md', one(1)]])
  let asked = () => {}
  const anchored = async (path: string) => {
    asked()
    return path.endsWith('.md') ? new Uint8Array([1, 2, 35]) : null
  }
  const desk = await openDesk(memoryShelf('kit', files), { ...reader, anchored }, alone)
  const events: unknown[] = []
  desk.listen(event => event.kind === 'replaced' && events.push(event))
  desk.edit('08-achats.md', new Uint8Array([1, 2]))
  asked = () => desk.edit('08-achats.md', new Uint8Array([1, 2, 3]))
  await desk.save()
  expect(files.get('08-achats.md')).toEqual(new Uint8Array([1, 2, 3]))
  expect(events).toEqual([])
  asked = () => {}
  desk.edit('08-achats.md', new Uint8Array([1, 2]))
  await desk.save()
  expect(files.get('08-achats.md')).toEqual(new Uint8Array([1, 2, 35]))
  expect(events).toEqual([{ kind: 'replaced', path: '08-achats.md', isQuiet: true }])
  desk.edit('08-achats.md', one(9))
  await desk.restore('08-achats.md')
  expect(desk.bytesOf('08-achats.md')).toEqual(new Uint8Array([1, 2, 35]))
  expect(desk.unsaved()).toEqual([])
})
