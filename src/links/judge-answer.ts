import { diagnose, type Place, type Problem } from '../problems/index.ts'

/** Answer of the web for an address, after every redirection. */
export type WebAnswer =
  /** `permanent`: every step on the way said that it is for good. */
  | { kind: 'reponse'; status: number; steps: number; permanent: boolean; final: string; https: boolean }
  /** `lasting`: the name of the site does not exist. */
  | { kind: 'silence'; cause: string; lasting: boolean }
  | { kind: 'robots' }

/** These say that the page is gone. Others (401, 403, 429 …) say that a machine is not answered. */
const GONE = new Set([404, 410])

/** The verdict on an address, for its author, and the address to write instead where that is certain. */
export function judgeAnswer(
  url: string,
  answer: WebAnswer,
  place: Place,
): { problem: Problem | null; correction: string | null } {
  const tell = (code: Parameters<typeof diagnose>[0], values: Record<string, string | number>) =>
    diagnose(code, place, { adresse: url, ...values })
  const only = (problem: Problem | null) => ({ problem, correction: null })
  if (answer.kind === 'robots') return only(tell('lien-non-demande', {}))
  if (answer.kind === 'silence')
    return only(tell(answer.lasting ? 'lien-mort' : 'lien-sans-reponse', { cause: answer.cause }))
  const { status, steps, permanent, final, https } = answer
  if (GONE.has(status)) return only(tell('lien-mort', { cause: `le site répond ${status}` }))
  if (status < 200 || status >= 300)
    return only(tell('lien-sans-reponse', { cause: `le site répond ${status}` }))
  if (steps > 0 && permanent) {
    if (isHome(final) && !isHome(url)) return only(tell('lien-vers-accueil', { nouvelle: final }))
    const nouvelle = withFragment(final, url)
    const secured = nouvelle === withFragment(secure(url), url)
    return {
      problem: tell(secured ? 'lien-https' : 'lien-deplace', { nouvelle }),
      correction: nouvelle,
    }
  }
  if (https) return { problem: tell('lien-https', { nouvelle: secure(url) }), correction: secure(url) }
  return only(null)
}

const secure = (url: string) => new URL(url.replace(/^http:/i, 'https:')).href

const isHome = (url: string) => /^\/?$/.test(new URL(url).pathname) && new URL(url).search === ''

/** A redirection does not know the part of the page that was meant. */
function withFragment(url: string, former: string): string {
  const next = new URL(url)
  if (next.hash === '') next.hash = new URL(former).hash
  return next.href
}
