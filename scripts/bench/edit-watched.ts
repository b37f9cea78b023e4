/** `edit-watched.ts FICHES OUT ROUND`: `kit build --watch` on a folder, and a fiche that is edited several times; each time from
 *  the write to the line that says that all editions are right again.
 *  Prints `{ "ms": the median }`. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { editFiche, readCopy } from './kit-copy.ts'
import { median } from './statistics.ts'

/** Edits of one run: the first finds code that has run once. */
const EDITS = 5
/** Between two of them, in ms: what the next build may take is kept meanwhile. */
const PAUSE_MS = 1000

const [fiches, out, round] = process.argv.slice(2)
if (!fiches || !out || !round) throw new Error('usage: edit-watched.ts FICHES OUT ROUND')
const kit = await readCopy(fiches)
const press = spawn(
  process.execPath,
  ['scripts/kit.js', 'build', '--watch', '--fiches', fiches, '--out', out],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
try {
  const lines = createInterface({ input: press.stdout })[Symbol.asyncIterator]()
  const done = async () => {
    for (let line = await lines.next(); !line.done; line = await lines.next())
      if (line.value.startsWith('Éditions à jour')) return
    throw new Error('the press ended')
  }
  await done()
  const times: number[] = []
  for (let edit = 1; edit <= EDITS; edit++) {
    await sleep(PAUSE_MS)
    const start = performance.now()
    // Each text is new: what was made of it before would be found.
    await editFiche(kit, Number(round) * 1000 + edit)
    await done()
    times.push(performance.now() - start)
  }
  console.log(JSON.stringify({ ms: median(times) }))
} finally {
  press.kill('SIGINT')
  await new Promise(ended => (press.exitCode === null ? press.once('exit', ended) : ended(null)))
}
