/** Keeps the whole kit on the reader's device, for when there is no network, and says when a new version is there. */
export function keepOffline(page: Document): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  // After the page: reading comes first.
  addEventListener('load', async () => {
    const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
    const offer = () => {
      const { waiting } = registration
      if (!waiting || !navigator.serviceWorker.controller) return
      void import('./tell-new-version.ts').then(({ tellNewVersion }) => tellNewVersion(page, waiting))
    }
    offer()
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', offer)
    })
  })
}
