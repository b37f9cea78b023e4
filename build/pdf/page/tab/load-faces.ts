/** Runs in the tab. Waits for every face: a text that is measured before its own has come moves later. One that is missing is told by who looks
 *  at the pages. */
export async function loadFaces(): Promise<void> {
  await Promise.all([...document.fonts].map(face => face.load().catch(() => face)))
}
