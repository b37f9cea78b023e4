import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startThread } from '../../../build/ground/thread/thread.ts'
import type { MakingTalk } from '../../fixtures/fil/making-worker.ts'
import type { SomeTalk } from '../../fixtures/fil/some-worker.ts'

const dir = mkdtempSync(join(tmpdir(), 'kit-fil-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const folder = join(dir, 'travail')
const start = () => startThread<SomeTalk>(new URL('../../fixtures/fil/some-worker.ts', import.meta.url))

test('a thread tells what it finds on its way, then its result', async () => {
  await using thread = start()
  const news: string[] = []
  expect(await thread.run({ way: 'adds', folder }, { onNews: told => news.push(told) })).toBe(2)
  expect(news).toEqual(['told by adds'])
})

test('a thread may begin before all that it needs is there: it waits for it', async () => {
  await using thread = start()
  let give: (numbers: number[]) => void = () => {}
  const later = new Promise<number[]>(done => {
    give = done
  })
  const onNews = () => give([7, 8, 9])
  expect(await thread.run({ way: 'counts', folder }, { onNews, later })).toBe(3)
})

test('the fault of what it waits for is that of the work', async () => {
  await using thread = start()
  const later = Promise.reject(new RangeError('no such numbers'))
  const work = thread.run({ way: 'counts', folder }, { later })
  await expect(work).rejects.toMatchObject({ name: 'RangeError', message: 'no such numbers' })
})

test('a thread does one order after another, and each has its own news and faults', async () => {
  await using thread = start()
  const news: string[] = []
  const onNews = (told: string) => news.push(told)
  expect(await thread.run({ way: 'counts', folder }, { onNews, later: Promise.resolve([1]) })).toBe(1)
  await expect(thread.run({ way: 'fails', folder })).rejects.toThrow('no such sum')
  expect(await thread.run({ way: 'counts', folder }, { later: Promise.resolve([1, 2]) })).toBe(2)
  expect(news).toEqual(['told by counts'])
})

test('files that a thread made are handed over, not copied, and are what they were', async () => {
  await using thread = startThread<MakingTalk>(
    new URL('../../fixtures/fil/making-worker.ts', import.meta.url),
  )
  let hear: (told: string) => void = () => {}
  const heard = new Promise<string>(resolve => {
    hear = resolve
  })
  const { files, pages } = await thread.run(null, { onNews: told => hear(told) })
  expect(pages).toEqual([1, 2])
  expect(Object.entries(files).map(([name, bytes]) => [name, bytes.byteLength, bytes.at(0)])).toEqual([
    ['large', 100_000, 7],
    ['part', 50_000, 7],
    ['small', 5, 'p'.charCodeAt(0)],
    ['empty', 0, undefined],
  ])
  expect(await heard).toBe('0 bytes left')
})

test('a thread that waits for what nobody will tell ends', async () => {
  const thread = start()
  const counted = thread.run({ way: 'counts', folder }, { later: new Promise(() => {}) })
  counted.catch(() => {})
  await thread[Symbol.asyncDispose]()
  // Its own end, not that of a thread that was ended because it hung.
  await expect(counted).rejects.not.toThrow(/^the thread/)
})

test('the fault of its work is that of whoever waits for it', async () => {
  await using thread = start()
  await expect(thread.run({ way: 'fails', folder })).rejects.toMatchObject({
    name: 'TypeError',
    message: 'no such sum',
    cause: { message: 'no numbers' },
  })
})

test('a thread that dies is told of', async () => {
  await using thread = start()
  await expect(thread.run({ way: 'dies', folder })).rejects.toThrow(/ended \(3\)/)
})

test('an aborted work ends for whoever waits at once, and puts away what it had out before its thread ends', async () => {
  const stopping = new AbortController()
  const reason = new Error('enough')
  const news: string[] = []
  {
    await using thread = start()
    const onNews = (told: string) => {
      news.push(told)
      if (told === 'waiting') stopping.abort(reason)
    }
    const work = thread.run({ way: 'waits', folder }, { signal: stopping.signal, onNews })
    await expect(work).rejects.toBe(reason)
    expect(existsSync(folder)).toBe(true)
  }
  expect(existsSync(folder)).toBe(false)
  // What it says meanwhile is for nobody: a folder that is gone would be made again for its files.
  expect(news).toEqual(['told by waits', 'waiting'])
})
