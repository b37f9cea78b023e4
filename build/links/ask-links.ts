import pMap from 'p-map'
import { type Answer, judgeAnswer } from '../../src/links/judge-answer.ts'
import type { OutsideLink } from '../../src/links/outside-links.ts'
import { type Cache, keyOf } from '../store/cache.ts'
import { askAddress } from './ask-address.ts'
import { openWeb, type Web } from './open-web.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Sites that are asked side by side; each is asked one thing at a time. */
const SITES = 8

export type Judged = { link: OutsideLink } & ReturnType<typeof judgeAnswer>

/** Asks the web for every address, once each, and judges it wherever it is written. One that no browser can read is passed
 *  over: `kit check` tells it.
 *  @param cache where an answer is kept for a day; that nobody answered is not kept */
export async function askLinks(
  written: readonly OutsideLink[],
  {
    web,
    cache,
    signal,
    tell,
  }: { web: Web; cache: Cache; signal: AbortSignal; tell(done: number, all: number): void },
): Promise<Judged[]> {
  const links = written.filter(({ url }) => URL.canParse(url))
  const visit = openWeb(web, signal)
  const sites = new Map<string, string[]>()
  for (const url of new Set(links.map(addressOf))) {
    const { host } = new URL(url)
    sites.set(host, [...(sites.get(host) ?? []), url])
  }
  const all = [...sites.values()].flat().length
  const answers = new Map<string, Answer>()
  await pMap(
    sites.values(),
    async urls => {
      for (const url of urls) {
        const cached = await readKept(url, cache, web.now())
        const answer = cached ?? (await askAddress(url, visit, web, signal))
        if (!cached && answer.kind !== 'silence')
          await cache.write(keyOf('lien', url), JSON.stringify({ asked: web.now(), answer }))
        answers.set(url, answer)
        tell(answers.size, all)
      }
    },
    { concurrency: SITES, signal },
  )
  return links.flatMap(link => {
    const answer = answers.get(addressOf(link))
    return answer ? [{ link, ...judgeAnswer(link.url, answer, link.place) }] : []
  })
}

/** Parts of one page are one question. */
function addressOf({ url }: OutsideLink): string {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

async function readKept(url: string, cache: Cache, now: number): Promise<Answer | null> {
  const entry = await cache.read(keyOf('lien', url))
  if (!entry) return null
  const { asked, answer } = JSON.parse(entry.toString('utf8')) as { asked: number; answer: Answer }
  return now - asked < DAY_MS ? answer : null
}
