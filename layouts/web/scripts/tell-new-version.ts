import '../../../styles/web/components/notice.css'

/** Says at the foot of the page that a new version of the kit is there, and shows it when a reader asks for it. */
export function tellNewVersion(page: Document, waiting: ServiceWorker): void {
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
        // Another tab has shown it: nothing changes any more, but this page.
        if (waiting.state !== 'installed') return location.reload()
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
