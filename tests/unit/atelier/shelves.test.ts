import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { diskShelf } from '../../../build/atelier/server/disk-shelf.ts'
import { serveAtelier } from '../../../build/atelier/server/serve-atelier.ts'
import { askServer, serverShelf } from '../../../build/atelier/shelf/server-shelf.ts'
import { memoryShelf, type Shelf } from '../../../build/atelier/shelf/shelf.ts'
import { zipOf, zipOfShelf, zipShelf } from '../../../build/atelier/shelf/zip-shelf.ts'
import { folderOfTest } from '../../temporary.ts'
import { onUnix } from '../../unix.ts'
import { shelfLaws } from './shelf-laws.ts'

const kit = new Map([['kit.yaml', new TextEncoder().encode('titre: Kit')]])

function folder(): string {
  const dir = folderOfTest('rayon')
  for (const [path, bytes] of kit) writeFileSync(join(dir, path), bytes)
  return dir
}

const onDisk = (dir = folder()): Shelf => diskShelf(dir, 'disque')

async function onServer(): Promise<Shelf> {
  const deeds = {
    check: async () => {},
    build: async () => {},
    release: async () => {},
    draft: async () => {},
  }
  const server = await serveAtelier({ shelf: onDisk(), files: new Map(), deeds, port: 0 })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return serverShelf('serveur', askServer(server.token, `http://127.0.0.1:${server.port}`))
}

const makers: Record<string, () => Shelf | Promise<Shelf>> = {
  memory: () => memoryShelf('mémoire', new Map(kit)),
  zip: () => zipShelf('zip', zipOf(new Map([['mon kit/kit.yaml', kit.get('kit.yaml') ?? new Uint8Array()]]))),
  disk: () => onDisk(),
  server: onServer,
}

describe.each(Object.keys(makers))('the shelf of %s', maker => {
  test.each(Object.keys(shelfLaws))('%s', async law => {
    const shelf = await makers[maker]?.()
    if (shelf) await shelfLaws[law]?.(shelf)
  })
})

test('a disk is left without what was written half', async () => {
  const dir = folder()
  await onDisk(dir).write('a/01-un.md', new Uint8Array(10), null)
  expect(readdirSync(join(dir, 'a'))).toEqual(['01-un.md'])
})

test('a file under a name that not every system accepts is read and written over, and never made', async context => {
  onUnix(context)
  const dir = folder()
  writeFileSync(join(dir, 'Qui fait quoi ?.md'), 'un')
  const shelf = onDisk(dir)
  const [first] = await shelf.list()
  expect(first?.path).toBe('Qui fait quoi ?.md')
  expect(new TextDecoder().decode(await shelf.read('Qui fait quoi ?.md'))).toBe('un')
  const two = new TextEncoder().encode('deux')
  expect((await shelf.write('Qui fait quoi ?.md', two, first?.hash ?? null)).state).toBe('written')
  await expect(shelf.write('Et qui ?.md', two, null)).rejects.toThrow('n’est pas le chemin')
  const zipped = zipShelf('zip', zipOf(new Map([...kit, ['Qui fait quoi ?.md', two]])))
  expect((await zipped.list()).map(({ path }) => path)).toContain('Qui fait quoi ?.md')
})

test('a server that was stopped is told in French', async () => {
  await expect(askServer('jeton', 'http://127.0.0.1:9')('/api/kit')).rejects.toThrow('ne répond plus')
})

test('the zip for everybody holds no review', async () => {
  const bytes = new TextEncoder().encode('a')
  const files = new Map([...kit, ['leviers/08-achats.md', bytes], ['relectures/achats.yaml', bytes]])
  const shelf = zipShelf('kit.zip', await zipOfShelf(memoryShelf('kit', files)))
  expect((await shelf.list()).map(({ path }) => path).sort()).toEqual(['kit.yaml', 'leviers/08-achats.md'])
})
