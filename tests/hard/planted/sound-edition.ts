import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildKit, errorsIn, type Fault, fiches, openCopies, unexpected } from './planted-edition.ts'

/** Builds a kit once, in which the controls must find nothing. Returns what plants each of some faults in a copy of the editions, where
 *  controls must find exactly what the fault says.
 *  @param lay lays the kit into a folder; left out, it is the small kit */
export function soundEdition(controls: readonly string[], lay?: (folder: string) => Promise<void>) {
  let dir: string
  let copies: Awaited<ReturnType<typeof openCopies>>
  const folder = () => (lay ? join(dir, 'fiches') : fiches)

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-saine-'))
    await lay?.(folder())
    await buildKit(folder(), join(dir, 'saine'))
    copies = await openCopies(join(dir, 'saine'))
  })
  afterAll(async () => {
    await copies?.[Symbol.asyncDispose]()
    await rm(dir, { recursive: true, force: true })
  })

  it('the sound edition brings no finding', async () => {
    expect(await errorsIn(join(dir, 'saine'), controls, folder())).toEqual({})
  })

  return (faults: readonly Fault[], asked = controls): void => {
    it.each(faults.map(fault => [fault.what, fault] as const))('%s', async (_, { plant, finds }) => {
      const copy = await copies.next()
      await plant(copy)
      expect(unexpected(await errorsIn(copy.dir, asked, folder()), finds)).toEqual([])
    })
  }
}
