import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, fetch } from 'undici'
import { type Robots, readRobots } from '../../../src/links/index.ts'
import { oneByOne } from '../../../src/text/index.ts'
import { withPatience } from '../promises.ts'
import { lookupFar } from './near.ts'

/** What is read of an answer of the web. */
export type Answer = {
  status: number
  headers: Pick<Headers, 'get'>
  body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null
}

/** The web for `kit liens`. Tests use their own server, and a clock that does not wait. */
export type Web = {
  send(url: string, request: { method: 'HEAD' | 'GET'; signal: AbortSignal }): Promise<Answer>
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** ms since 1970 */
  now(): number
  /** Longest time for an answer, in ms. */
  patience: number
}

/** A question to a site, at the pace that it asks for; `robots` when it asks not to be asked. */
export type Visit = (url: string, method: 'HEAD' | 'GET') => Promise<Answer | 'robots'>

const AGENT = 'kit-liens'
/** A site is asked one thing at a time, with this pause between: a person who clicks is no slower. */
const PAUSE_MS = 1000
/** A site that asks for more would hold up all others for hours. */
const LONGEST_PAUSE_MS = 10_000
/** A longer file is no list of rules. */
const ROBOTS_BYTES = 500_000

/** Connects to the address that was looked at, whatever a name leads to a moment later. */
const outside = new Agent({ connect: { lookup: lookupFar } })

/** The web itself. No cookie is kept, and no redirection followed: `askAddress` looks at each. */
export const theWeb: Web = {
  send: (url, request) =>
    fetch(url, {
      ...request,
      dispatcher: outside,
      redirect: 'manual',
      headers: { 'user-agent': `${AGENT}/1`, accept: '*/*' },
    }),
  pause: (ms, signal) => sleep(ms, undefined, { signal }),
  now: Date.now,
  patience: 20_000,
}

/** Opens the sites of the web one by one, each with its rules. */
export function openWeb(web: Web, signal: AbortSignal): Visit {
  type Lane = { robots: Promise<Robots> | null; inTurn: ReturnType<typeof oneByOne>; last: number }
  const lanes = new Map<string, Lane>()

  const send = (url: string, method: 'HEAD' | 'GET') =>
    web.send(url, { method, signal: withPatience(signal, web.patience) })

  async function rulesOf(origin: string): Promise<Robots> {
    try {
      const answer = await send(`${origin}/robots.txt`, 'GET')
      if (answer.status === 200) return readRobots(await textOf(answer), AGENT)
      await answer.body?.cancel()
    } catch {
      signal.throwIfAborted()
      // A site that does not answer says so again when the address itself is asked for.
    }
    return readRobots('', AGENT)
  }

  async function visit(url: string, method: 'HEAD' | 'GET'): Promise<Answer | 'robots'> {
    const { origin, pathname, search } = new URL(url)
    const lane = lanes.get(origin) ?? { robots: null, inTurn: oneByOne(), last: Number.NEGATIVE_INFINITY }
    lanes.set(origin, lane)
    return lane.inTurn(async () => {
      lane.robots ??= rulesOf(origin)
      const robots = await lane.robots
      if (!robots.allows(pathname + search)) return 'robots'
      const pause = Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, (robots.delaySeconds ?? 0) * 1000))
      const wait = lane.last + pause - web.now()
      if (wait > 0) await web.pause(wait, signal)
      lane.last = web.now()
      return send(url, method)
    })
  }
  return visit
}

async function textOf({ body }: Answer): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  // Leaving the loop ends the stream.
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > ROBOTS_BYTES) break
  }
  return text
}
