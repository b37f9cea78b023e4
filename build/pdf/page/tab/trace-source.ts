/** Runs in the tab. Remembers which node of the source each text of `rendered`, its copy, comes from. */
export function traceSource(rendered: Node, origin: Node): void {
  if (rendered instanceof Text) {
    if (origin instanceof Text) window.workbench.origins.set(rendered, origin)
    return
  }
  // Most copies are of one node: its children come as copies of their own.
  for (let [copy, node] = [rendered.firstChild, origin.firstChild]; copy && node; ) {
    window.workbench.traceSource(copy, node)
    copy = copy.nextSibling
    node = node.nextSibling
  }
}

/** Runs in the tab. The place of the source that `offset` in a rendered text is a copy of; a text that a page begins in the
 *  middle of lacks its first letters. */
export function placeInSource(text: Text, offset: number): { node: Text; offset: number } | undefined {
  const node = window.workbench.origins.get(text)
  return node && { node, offset: Math.max(0, node.length - text.length) + offset }
}
