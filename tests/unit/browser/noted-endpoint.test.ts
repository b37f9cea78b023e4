import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { notedEndpoint } from '../../../build/ground/browser/browser.ts'

async function aProfile() {
  const profile = await mkdtemp(join(tmpdir(), 'profil-'))
  onTestFinished(() => rm(profile, { recursive: true }))
  return { profile, note: join(profile, 'DevToolsActivePort') }
}

const never = new AbortController().signal

test('a port that is noted after the browser has answered is waited for', async () => {
  const { profile, note } = await aProfile()
  const endpoint = notedEndpoint(profile, never)
  await writeFile(note, '') // what is read between the making of the file and its writing
  await appendFile(note, '41234\n')
  await appendFile(note, '/devtools/browser/a-b-c')
  expect(await endpoint).toMatch('ws://127.0.0.1:41234/devtools/browser/')
})

test('the wait ends with what its signal says', async () => {
  const { profile } = await aProfile()
  const gone = new AbortController()
  const endpoint = notedEndpoint(profile, gone.signal)
  gone.abort(new Error('le navigateur est parti'))
  // The wait itself says that it was aborted, and of what.
  await expect(endpoint).rejects.toMatchObject({ cause: { message: 'le navigateur est parti' } })
})

test('a profile that cannot be read is told of', async () => {
  const { note } = await aProfile()
  await writeFile(note, '')
  await expect(notedEndpoint(note, never)).rejects.toMatchObject({ code: 'ENOTDIR' })
})
