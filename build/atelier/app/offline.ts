import { clientsClaim } from 'workbox-core'
import { type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'

declare const self: { __WB_MANIFEST: PrecacheEntry[] }

// On a static host: the app is kept whole after one visit, and needs no network from then on.
clientsClaim()
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] })
