import { clientsClaim, setCacheNameDetails } from 'workbox-core'
import { matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'

declare const self: {
  /** Filled when the site is finished: every file of it, with the hash of its content. */
  __WB_MANIFEST: PrecacheEntry[]
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
}

// The whole kit is kept at the first visit, each file under the hash of its content; later versions fetch what has changed.
setCacheNameDetails({ prefix: 'kit' })
precacheAndRoute(self.__WB_MANIFEST, {
  // The home page and the examples keep in their address what is chosen.
  ignoreURLParametersMatching: [
    /^q$/,
    /^famille$/,
    /^departement$/,
    /^region$/,
    /^theme$/,
    /^lieu$/,
    /^taille$/,
    /^ajouter$/,
    /^utm_/,
  ],
})
clientsClaim()

/** `COMPOSING_CACHE` of compose/files.ts, repeated: a service worker must be a single file. */
const COMPOSING_CACHE = 'kit-composer'

// Gives the source files of excerpts: the latest, or without network the kept ones.
registerRoute(
  ({ url }) => url.pathname.includes('/telechargements/'),
  async ({ request }) => {
    try {
      return await fetch(request as Request)
    } catch (error) {
      const response = await caches.match(request as Request, { cacheName: COMPOSING_CACHE })
      if (response) return response
      throw error
    }
  },
)

// The editions to download come from the network; without one, a page says so.
registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request, url }) => {
    // An address typed without its last stroke is its page's, as a host would answer.
    const page = new URL(`${url.pathname}/`, url)
    if (!/[/.][^/]*\.[^/]*$|\/$/.test(url.pathname) && (await matchPrecache(page.href)))
      return Response.redirect(page.href, 301)
    return fetch(request as Request)
  },
)
setCatchHandler(async () => {
  const page = await matchPrecache('hors-connexion/')
  // The status tells machines that the file is not there.
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error()
})

// A new version waits until the reader asks for it: pages of two versions are never mixed.
self.addEventListener('message', ({ data }) => {
  if (data === 'prendre-la-suite') void self.skipWaiting()
})
