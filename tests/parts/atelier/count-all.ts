import { kitPictures } from '../../../build/atelier/app/beside.ts'
import { openPageCounter } from '../../../build/atelier/app/paper/count-pages.ts'
import { zipShelf } from '../../../build/atelier/shelf/zip-shelf.ts'
import { remoteWorkbench } from '../../../build/atelier/worker/remote.ts'
import type { PageOfPart } from '../../../build/paper/page/tab/workbench.ts'

/** Runs in the app's page: the pages of every document of a kit. @param zip where the kit lies */
export async function countAll(
  zip: string,
): Promise<Record<string, { pages: readonly PageOfPart[]; faults: readonly string[] }>> {
  const shelf = zipShelf('kit', new Uint8Array(await (await fetch(zip)).arrayBuffer()))
  const files = new Map<string, Uint8Array>()
  for (const { path } of await shelf.list()) files.set(path, await shelf.read(path))
  const workbench = remoteWorkbench(new Worker('worker.js', { type: 'module' }))
  await workbench.open(files)
  const names = new Map<string, string>()
  const pictureAt = kitPictures(file => files.get(file) ?? null)
  const counter = await openPageCounter(workbench, path => {
    const address = pictureAt(path)
    if (address) names.set(address, path)
    return address
  })
  const counts: Awaited<ReturnType<typeof countAll>> = {}
  for (const { id } of await workbench.paperDocuments()) {
    const counted = await counter.count(id)
    if (!counted) continue
    const plain = (html: string) =>
      [...names].reduce((text, [address, path]) => text.replaceAll(address, path), html)
    counts[id] = {
      pages: counted.pages.map(page => ({ ...page, html: plain(page.html) })),
      faults: counted.faults,
    }
  }
  return counts
}
