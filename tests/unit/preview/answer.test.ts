import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { type AnswerOptions, answer } from '../../../build/preview/answer.ts'
import { nothing } from '../../../build/preview/snapshot.ts'

test('a picture of the kit is sent, be its name that of the files of the search', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-apercu-'))
  await mkdir(join(dir, 'images'))
  await copyFile('tests/visual/carnet/images/place.png', join(dir, 'images/recherche-action.png'))
  const { kit } = await readKit('tests/visual/carnet')
  const place = kit?.images['images/place.png']
  if (!kit || !place) throw new Error('the notebook has lost its picture')
  const sent: unknown[] = []
  const response = {
    writeHead: (status: number, headers: Record<string, string>) =>
      sent.push(status, headers['Content-Type']),
    end: (body: Uint8Array) => sent.push(body.length > 0),
  }
  const snapshot = { ...nothing, kit: { ...kit, dir, images: { 'images/recherche-action.png': place } } }
  const options: Partial<AnswerOptions> = {
    current: () => snapshot,
    vite: { transformIndexHtml: async (_, html) => html } as Partial<ViteDevServer> as ViteDevServer,
  }
  await answer(options as AnswerOptions)(
    { url: '/images/recherche-action.png' } as IncomingMessage,
    response as unknown as ServerResponse,
  )
  await rm(dir, { recursive: true })
  expect(sent).toEqual([200, 'image/png', true])
})
