/** Makes an element what another is, and touches only what differs: of a long page an edit changes one paragraph, and the rest need not
 *  be laid out again. `next` gives what it holds away. */
export function renew(now: Element, next: Element): void {
  if (!isSameShell(now, next)) {
    now.replaceWith(next)
    return
  }
  const [olds, news] = [[...now.childNodes], [...next.childNodes]]
  const least = Math.min(olds.length, news.length)
  let start = 0
  while (start < least && isSame(olds[start], news[start])) start += 1
  let end = 0
  while (end < least - start && isSame(olds.at(-1 - end), news.at(-1 - end))) end += 1
  const [gone, come] = [olds.slice(start, olds.length - end), news.slice(start, news.length - end)]
  const [only, other] = [gone[0], come[0]]
  if (gone.length === 1 && come.length === 1 && isElement(only) && isElement(other)) {
    renew(only, other)
    return
  }
  const after = olds[olds.length - end] ?? null
  for (const node of gone) node.remove()
  for (const node of come) now.insertBefore(node, after)
}

const isSame = (one: Node | undefined, other: Node | undefined) =>
  one !== undefined && other !== undefined && one.isEqualNode(other)

/** By its type: a frame has classes of its own. */
const isElement = (node: Node | undefined): node is Element => node?.nodeType === 1

const isSameShell = (one: Element, other: Element) => one.cloneNode().isEqualNode(other.cloneNode())
