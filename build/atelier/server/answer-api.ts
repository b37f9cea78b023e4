import type { IncomingMessage, ServerResponse } from 'node:http'
import { messageOf } from '../../../src/problems/index.ts'
import type { Shelf } from '../shelf/shelf.ts'

const deedNames = ['build', 'release', 'draft'] as const
/** Names what the server does for the app. A deed sends its events while it runs. */
export type Deed = (typeof deedNames)[number]
export type DeedEvent =
  | { kind: 'step'; name: string; state: 'begun' | 'done'; detail: string | null }
  /** `opens`: results to look at, by name; addresses of this machine. `views`: how many changed. */
  | { kind: 'end'; good: boolean; text: string; opens: { name: string; address: string }[]; views?: number }

/** Views of the last release that look other than accepted, in groups. Pictures are addresses of data; null: there is none. */
export type ChangedViews = {
  title: string
  what: string
  views: { name: string; constat: string; before: string | null; after: string | null }[]
}[]

export type Deeds = Record<Deed, (tell: (event: DeedEvent) => void) => Promise<void>> & {
  /** Of the last release. `accept`: a person has looked at the views, which are as they should be. */
  pictures?: { views(): ChangedViews; accept(): Promise<void> }
}

/** Limits the size of a kit's file, in bytes. */
const LARGEST = 100_000_000

/** Answers what the app asks, once the request was admitted. @returns false when there is no such question */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  { shelf, deeds, underWay }: { shelf: Shelf; deeds: Deeds; underWay: Set<Deed> },
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://atelier')
  const path = searchParams.get('chemin') ?? ''
  const json = (value: unknown, status = 200) => {
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.end(JSON.stringify(value))
  }
  const question = `${request.method} ${pathname}`
  if (question === 'GET /api/kit') json({ name: shelf.name })
  else if (question === 'GET /api/fichiers') json(await shelf.list())
  else if (question === 'GET /api/fichier') {
    const bytes = await shelf.read(path)
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' })
    response.end(bytes)
  } else if (question === 'PUT /api/fichier' || question === 'DELETE /api/fichier') {
    const bytes = request.method === 'PUT' ? await bodyOf(request) : null
    const result = await shelf.write(path, bytes, searchParams.get('attendu') || null)
    json(result, result.state === 'changed' ? 409 : 200)
  } else if (question === 'GET /api/suivi') {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    response.flushHeaders()
    const end = shelf.watch(() => response.write('\n'))
    response.on('close', end)
  } else if (question === 'GET /api/vues') json(deeds.pictures?.views() ?? [])
  else if (question === 'POST /api/vues') json((await deeds.pictures?.accept()) ?? null)
  else if (question.startsWith('POST /api/faire/')) {
    const deed = pathname.slice('/api/faire/'.length)
    if (!isDeed(deed)) return false
    await perform(deed, response, { deeds, underWay })
  } else return false
  return true
}

const isDeed = (name: string): name is Deed => deedNames.some(deed => deed === name)

/** Tells one event a line. */
async function perform(
  deed: Deed,
  response: ServerResponse,
  { deeds, underWay }: { deeds: Deeds; underWay: Set<Deed> },
): Promise<void> {
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  const tell = (event: DeedEvent) => response.write(`${JSON.stringify(event)}\n`)
  const tellFault = (text: string) => tell({ kind: 'end', good: false, text, opens: [] })
  if (underWay.size > 0) {
    tellFault('Une autre fabrication est en cours.')
    response.end()
    return
  }
  underWay.add(deed)
  try {
    await deeds[deed](tell)
  } catch (error) {
    tellFault(messageOf(error))
  } finally {
    underWay.delete(deed)
    response.end()
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > LARGEST) throw new Error('Ce fichier est trop grand pour un kit (100 Mo au plus).')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
