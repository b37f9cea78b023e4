import { servedAt } from '../../../../src/addresses.ts'
import { sha256 } from '../../../disk/files.ts'
import { type Finding, fault } from '../../check.ts'
import { answer, press, type Use } from './session.ts'

const place = 'Site, sans réseau'
/** What tells the next version of the home page, and of what is kept. */
const NEXT = 'kit-version-suivante'

/** What was kept at a first visit is read without a network, a new version is shown to who asks for it, and what is not kept says so. */
export const offline: Use = {
  place,
  async *run({ tab, host, site, files, addresses, open }) {
    const base = site.base.slice(1)
    await open('')
    await answer(
      'Garder le site pour le lire sans réseau',
      tab.waitForFunction(() => navigator.serviceWorker.controller !== null),
    )
    yield* showNext()
    await host.stop()
    const pages = [...site.pages.keys()].map(path => servedAt(path))
    const wanted = new Map(
      [...pages, ...addresses].map(address => {
        const path = `${base}${address.replace(/\?.*$/, '')}`
        return [address, sha256(files.get(path) ?? new Uint8Array())] as const
      }),
    )
    const read = await tab.evaluate(readEach, [...wanted.keys()], host.address)
    const wrong = read.filter(({ address, digest }) => digest !== wanted.get(address))
    const missing = await tab.goto(`${host.address}telechargements/absent.pdf`).catch(refused)
    const isTold = missing === null || missing.status() >= 400
    for (const { address, digest } of wrong)
      yield fault(
        place,
        `« ${address || 'l’accueil'} » ${digest === '' ? 'ne se lit pas' : 'donne une autre page'}.`,
      )
    if (!isTold) yield fault(place, 'Un PDF qui n’est pas gardé répond comme s’il était là.')

    async function* showNext(): AsyncGenerator<Finding> {
      const [home, worker] = [text(base), text(`${base}sw.js`)]
      if (home === undefined || worker === undefined) return
      const next = encode(home.replace('<body', `<body data-version="${NEXT}"`))
      for (const path of [base, `${base}index.html`]) files.set(path, next)
      files.set(`${base}sw.js`, encode(worker.replace(/("url":"\.\/","revision":")[^"]+/, `$1${NEXT}`)))
      await tab.evaluate(async () => (await navigator.serviceWorker.ready).update())
      const shown = tab.waitForNavigation({ waitUntil: 'load' })
      shown.catch(() => {}) // awaited below
      await press(tab, '.nouvelle-version button', 'Annoncer une nouvelle version')
      await answer('Afficher la nouvelle version', shown)
      const isNext = await tab.evaluate(version => document.body.dataset['version'] === version, NEXT)
      if (!isNext) yield fault(place, 'La nouvelle version, demandée, ne se montre pas.')
    }

    function text(path: string): string | undefined {
      const bytes = files.get(path)
      return bytes && new TextDecoder().decode(bytes)
    }
  },
}

/** Without an answer a browser says itself that there is no network. */
function refused(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('net::')) return null
  throw error
}

const encode = (text: string) => new TextEncoder().encode(text)

/** Runs in the tab: the SHA-256 of what each address gives; empty: nothing. */
async function readEach(all: readonly string[], base: string) {
  return Promise.all(
    all.map(async address => {
      const answer = await fetch(base + address).catch(() => null)
      if (!answer?.ok) return { address, digest: '' }
      const sum = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
      return {
        address,
        digest: [...new Uint8Array(sum)].map(byte => byte.toString(16).padStart(2, '0')).join(''),
      }
    }),
  )
}
