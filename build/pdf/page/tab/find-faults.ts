import type { TabFault } from './workbench.ts'

/** Runs in the tab. What pages lost or repeated of their document, and the faces that were not there to draw them.
 *  @param expected the two streams of letters of the document, as `streamsOf` gave them */
export function findFaults(pages: readonly ParentNode[], expected: readonly string[]): TabFault[] {
  const faults: TabFault[] = []
  for (const [index, actual] of window.workbench.streamsOf(pages).entries()) {
    const wanted = expected[index] ?? ''
    if (actual === wanted) continue
    let same = 0
    while (actual[same] === wanted[same]) same++
    const after = wanted.slice(Math.max(0, same - 40), same)
    faults.push({ kind: 'texte', after, expected: wanted.length, found: actual.length })
  }
  for (const { family, weight, style, status } of document.fonts)
    if (status !== 'loaded') faults.push({ kind: 'police', face: `${family} ${weight} ${style}`, status })
  return faults
}

/** Runs in the tab. Waits for every face: a text that is measured before its own has come moves later. One that is missing is told by who looks
 *  at the pages. */
export async function loadFaces(): Promise<void> {
  await Promise.all([...document.fonts].map(face => face.load().catch(() => face)))
}
