import { sayBriefly } from './say-briefly.ts'

/** « Envoyer par courriel » carries the address that the reader has before them; « Copier le lien » appears where the
 *  browser can copy. */
export function offerSharing(page: Document): void {
  const mail = page.querySelector<HTMLAnchorElement>('.partage a[href^="mailto:"]')
  if (!mail) return
  const address = location.href.split('#')[0] ?? ''
  mail.search = `${mail.search.replace(/&body=.*$/, '')}&body=${encodeURIComponent(address)}`
  const copy = page.querySelector<HTMLButtonElement>('.partage button')
  const said = page.querySelector('.partage [role="status"]')
  if (!copy || !said || !navigator.clipboard) return
  copy.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address)
    sayBriefly(said, 'Lien copié')
  })
}
