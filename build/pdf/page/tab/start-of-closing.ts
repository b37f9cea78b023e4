/** Runs in the tab. The section that closes a fiche, when it is cut though a page could hold it: it goes to the next page
 *  whole, as its colour fills the page in any case. */
export function startOfClosing(overflow: Range, rendered: Element): Element | undefined {
  const start = overflow.startContainer
  const inside = start instanceof Element ? start : start.parentElement
  const section = inside?.closest('.ressources-section')
  const area = rendered.parentElement?.getBoundingClientRect()
  if (!section || !area || section.hasAttribute('data-split-from')) return undefined
  const height = [...section.getClientRects()].reduce((sum, box) => sum + box.height, 0)
  const before = document.createRange()
  before.setStart(rendered, 0)
  before.setEndBefore(section)
  return height < area.height && before.toString().trim() !== '' ? section : undefined
}
