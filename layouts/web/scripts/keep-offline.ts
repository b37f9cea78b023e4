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
      if (waiting && navigator.serviceWorker.controller) tell(page, waiting)
    }
    offer()
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', offer)
    })
  })
}

function tell(page: Document, waiting: ServiceWorker): void {
  if (page.querySelector('.nouvelle-version')) return
  const notice = page.createElement('div')
  notice.className = 'nouvelle-version'
  notice.setAttribute('role', 'status')
  page.body.append(notice)
  const words = page.createElement('p')
  words.textContent = 'Une nouvelle version du kit est prête.'
  // A region that is filled after it came is read aloud.
  requestAnimationFrame(() => {
    notice.append(
      words,
      button('Afficher', () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        waiting.postMessage('prendre-la-suite')
      }),
      button('Plus tard', () => notice.remove()),
    )
  })

  function button(text: string, press: () => void): HTMLButtonElement {
    const element = page.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.addEventListener('click', press)
    return element
  }
}
