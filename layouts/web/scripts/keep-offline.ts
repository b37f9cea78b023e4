import { basePath } from './base.ts'

/** Keeps the whole kit on the reader's device, for when there is no network, and says when a new version is there. */
export function keepOffline(page: Document): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  // After the page: reading comes first.
  addEventListener('load', async () => {
    const registration = await navigator.serviceWorker.register(`${basePath()}sw.js`)
    const offer = () => {
      const { waiting, active } = registration
      // Beside a former edition's first worker stands none of its own, though today's may hold the page.
      if (!waiting || !active || !navigator.serviceWorker.controller) return
      void import('./tell-new-version.ts').then(({ tellNewVersion }) => tellNewVersion(page, waiting))
    }
    offer()
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', offer)
    })
  })
}
