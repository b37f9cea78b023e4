import pMap from 'p-map'
import { judgeAnswer, type OutsideLink, type WebAnswer } from '../../../src/links/index.ts'
import { type Cache, keyOf } from '../store/cache.ts'
import { leadsNear } from './near.ts'
import { type Answer, openWeb, type Visit, type Web } from './open-web.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Sites that are asked side by side; each is asked one thing at a time. */
const SITES = 8

export type Judged = { link: OutsideLink } & ReturnType<typeof judgeAnswer>

/** Asks the web for every address, once each, and judges it wherever it is written.
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
  const answers = new Map<string, WebAnswer>()
  await pMap(
    sites.values(),
    async urls => {
      for (const url of urls) {
        const cached = await readKept(url, cache, web.now())
        const answer = cached ?? (await askAddress(url, visit, web, signal))
        if (!cached && answer.kind !== 'silence')
          await cache.write(keyOf('lien', url), JSON.stringify({ at: web.now(), answer }))
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

async function readKept(url: string, cache: Cache, now: number): Promise<WebAnswer | null> {
  const entry = await cache.read(keyOf('lien', url))
  if (!entry) return null
  const { at, answer } = JSON.parse(entry.toString('utf8')) as { at: number; answer: WebAnswer }
  return now - at < DAY_MS ? answer : null
}

const MOST_STEPS = 10
const LASTING = new Set([301, 308])
const TEMPORARY = new Set([302, 303, 307])
/** A site in trouble, or asked too often: it is asked again, later. */
const LATER = new Set([429, 502, 503, 504])
const TRIES = 3
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 60_000

/** Asks for an address, and for where it leads. HEAD first, GET where a site does not like that. */
export async function askAddress(
  url: string,
  visit: Visit,
  web: Pick<Web, 'pause'>,
  signal: AbortSignal,
): Promise<WebAnswer> {
  let at = new URL(url).href
  let permanent = true
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    if (leadsNear(at)) return { kind: 'silence', cause: NEAR, lasting: true }
    const answer = await persist(() => ask(at, visit), web, signal)
    if (answer === 'robots') return { kind: 'robots' }
    if (answer instanceof Error) return silence(answer)
    const { status } = answer
    const target = answer.headers.get('location')
    const redirects = LASTING.has(status) || TEMPORARY.has(status)
    if (!redirects || target === null || !URL.canParse(target, at)) {
      const https =
        /^http:/i.test(url) && steps === 0 && status < 300 && (await answersSecurely(at, visit, signal))
      return { kind: 'reponse', status, steps, permanent, final: at, https }
    }
    permanent &&= LASTING.has(status)
    const next = new URL(target, at)
    if (!/^https?:$/.test(next.protocol))
      return { kind: 'silence', cause: `renvoi vers ${next.href}`, lasting: false }
    at = next.href
  }
  return { kind: 'silence', cause: 'elle renvoie sans fin d’une page à l’autre', lasting: false }
}

async function ask(url: string, visit: Visit): Promise<Answer | 'robots'> {
  const head = await visit(url, 'HEAD')
  if (head === 'robots' || head.status < 400 || LATER.has(head.status)) return head
  const response = await visit(url, 'GET')
  // Its content is not read: the connection is given back.
  if (response !== 'robots') await response.body?.cancel()
  return response
}

/** Tries again after a failure or a plea for patience; what the last try gave, or its error. */
async function persist(
  question: () => Promise<Answer | 'robots'>,
  web: Pick<Web, 'pause'>,
  signal: AbortSignal,
): Promise<Answer | 'robots' | Error> {
  for (let tries = 1; ; tries++) {
    const answer = await question().catch((fault: unknown) => {
      signal.throwIfAborted()
      return fault instanceof Error ? fault : new Error(String(fault))
    })
    if (answer === 'robots' || tries === TRIES) return answer
    if (answer instanceof Error ? isLasting(answer) : !LATER.has(answer.status)) return answer
    const retryAfter =
      answer instanceof Error ? null : Number(answer.headers.get('retry-after') ?? Number.NaN)
    const wait =
      retryAfter === null || Number.isNaN(retryAfter) ? FIRST_WAIT_MS * 2 ** (tries - 1) : retryAfter * 1000
    await web.pause(Math.min(LONGEST_WAIT_MS, wait), signal)
  }
}

async function answersSecurely(url: string, visit: Visit, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await visit(url.replace(/^http:/i, 'https:'), 'HEAD')
    return answer !== 'robots' && answer.status >= 200 && answer.status < 300
  } catch {
    signal.throwIfAborted()
    // No certificate, no such port: the address stays as it is, which is no fault of the kit.
    return false
  }
}

function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return ''
  if (fault.name === 'TimeoutError') return 'TIMEOUT'
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : codeOf(fault.cause)
}

const isLasting = (fault: Error) => /^(ENOTFOUND|NEAR)$/.test(codeOf(fault))

function silence(fault: Error): WebAnswer {
  const code = codeOf(fault)
  return {
    kind: 'silence',
    cause: causes[code] ?? (code || 'elle a un mot de passe, ou un port que le web ferme'),
    lasting: isLasting(fault),
  }
}

const NEAR = 'elle mène à cette machine ou à son réseau, que nul autre n’atteint'

const causes: Record<string, string> = {
  NEAR,
  ENOTFOUND: 'ce nom de site n’existe pas',
  EAI_AGAIN: 'pas de réseau',
  TIMEOUT: 'pas de réponse en 20 secondes',
  UND_ERR_CONNECT_TIMEOUT: 'pas de réponse',
  ECONNREFUSED: 'le site refuse la connexion',
  ECONNRESET: 'le site coupe la connexion',
  UND_ERR_SOCKET: 'le site coupe la connexion',
  CERT_HAS_EXPIRED: 'son certificat a expiré',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'son certificat est incomplet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'son certificat est celui d’un autre site',
}
