/** Unfolds the plan for a reader who goes to it on a phone, and offers it once the head has gone; without script the offer is always there,
 *  and the fold is opened by hand. */
export function unfoldPlan(page: Document): void {
  const offer = page.querySelector<HTMLElement>('.retour')
  const head = page.querySelector('.tete-fiche')
  if (!offer || !head) return
  const folded = page.querySelector('.sur-cette-page-replie')
  offer.querySelector('a')?.addEventListener('click', () => folded?.setAttribute('open', ''))
  new IntersectionObserver(([seen]) => {
    offer.hidden = seen?.isIntersecting === true
  }).observe(head)
}

/** Marks in « Sur cette page » the section being read: the last whose title has passed the upper third of the screen. */
export function followReading(page: Document): void {
  const entries = [...page.querySelectorAll<HTMLAnchorElement>('.sur-cette-page a[href^="#"]')].flatMap(
    link => {
      const target = page.getElementById(decodeURIComponent(link.hash.slice(1)))
      return target ? [{ link, target }] : []
    },
  )
  if (entries.length === 0) return

  const mark = () => {
    const line = innerHeight / 3
    const passed = entries.filter(({ target }) => target.getBoundingClientRect().top <= line)
    const current = passed.at(-1)?.link
    for (const { link } of entries) {
      if (link === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  let awaited = false
  addEventListener(
    'scroll',
    () => {
      if (awaited) return
      awaited = true
      requestAnimationFrame(() => {
        awaited = false
        mark()
      })
    },
    { passive: true },
  )
  mark()
}
