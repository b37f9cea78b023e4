import { join } from 'node:path'
import type { Case, Told } from './case.ts'
import { editFiche } from './kit-copy.ts'
import { type Measured, measure } from './measure.ts'
import { editStyle } from './press-copy.ts'
import { buildCommand, digestsOf, emptyCache, script, type Workplace } from './workplace.ts'

const node = `Node ${process.version}`

/** What the build of an edited kit left, from what was kept: the same kit built cold must be equal to it, to the byte. */
const digests = new WeakMap<Workplace, string>()
/** The round that a watching press is in. */
const rounds = new WeakMap<Workplace, number>()

/** Our own builds, in an order that matters: the cold build of a round comes after its edits, and is compared with the last
 *  of them. */
export const pressCases: Case[] = [
  {
    name: 'node',
    title: 'Node’s own start',
    group: 'kit',
    version: node,
    command: ({ press }) => ({ argv: [process.execPath, '-e', '0'], cwd: press }),
  },
  {
    name: 'rien',
    title: 'nothing edited',
    group: 'kit',
    version: node,
    prepare: buildFirst,
    command: buildCommand,
    read: steps,
  },
  styleEdited('style-papier', 'one style of the printed text edited', 'print/content'),
  styleEdited('style-web', 'one style of the site edited', 'web'),
  {
    name: 'fiche',
    title: 'one fiche edited',
    group: 'kit',
    version: node,
    async prepare(place, round) {
      await buildFirst(place)
      await editFiche(place.kit, round)
    },
    command: buildCommand,
    async read(place, { stderr }) {
      digests.set(place, await digestsOf(place))
      return { steps: stepsOf(stderr) }
    },
  },
  {
    name: 'veille',
    title: 'one fiche edited, while the press watches',
    group: 'kit',
    version: node,
    async prepare(place, round) {
      await buildFirst(place)
      rounds.set(place, round)
    },
    command: place =>
      script(
        place,
        'scripts/bench/edit-watched.ts',
        place.kit.dir,
        place.out,
        String(1 + place.size * 10 + (rounds.get(place) ?? 0)),
      ),
    async read(place, { stdout }) {
      const round = rounds.get(place) ?? 0
      // One round the cold build is compared with this, the next with the edit before.
      if (round % 2 === 0) digests.set(place, await digestsOf(place))
      else await editFiche(place.kit, round)
      return innerOf(stdout)
    },
  },
  {
    name: 'froid',
    title: 'everything, cold',
    group: 'kit',
    version: node,
    prepare: emptyCache,
    command: buildCommand,
    async read(place, measured) {
      const edited = digests.get(place)
      digests.delete(place)
      const told = { steps: stepsOf(measured.stderr) }
      return edited === undefined ? told : { ...told, same: edited === (await digestsOf(place)) }
    },
  },
  pdfPath('chemin-froid', 'the press, up to Chromium’s PDF, cold', 'cold'),
  pdfPath('chemin-garde', 'the press, up to Chromium’s PDF, pages and sheets kept', 'kept'),
  pdfPath('chemin-fini', 'the press, up to the finished PDFs, cold', 'finished'),
]

/** @param folder of `styles/`, of which the first style sheet is edited */
function styleEdited(name: string, title: string, folder: string): Case {
  return {
    name,
    title,
    group: 'kit',
    version: node,
    async prepare(place, round) {
      await buildFirst(place)
      digests.delete(place)
      await editStyle(place.press, folder, editOf(place, round))
    },
    command: buildCommand,
    read: steps,
  }
}

function pdfPath(name: string, title: string, mode: 'cold' | 'kept' | 'finished'): Case {
  const command = (place: Workplace) =>
    script(place, 'scripts/bench/pdf-path.ts', mode, place.kit.dir, join(place.made, 'pages'))
  return {
    name,
    title,
    group: 'chemin-pdf',
    version: node,
    // What a build keeps is another's: its code in the tab is compiled with other names.
    ...(mode === 'kept' && { prepare: async place => void (await measure(command(place))) }),
    command,
    read: async (_, { stdout }) => innerOf(stdout),
  }
}

/** A number of its own for every edit: the sizes share the press's copy. */
const editOf = ({ size }: Workplace, round: number) => size * 100 + round

/** The measures of edits begin with a kit that is built. */
async function buildFirst(place: Workplace): Promise<void> {
  if (built.has(place)) return
  await measure(buildCommand(place))
  built.add(place)
}
const built = new WeakSet<Workplace>()

async function steps(_: Workplace, { stderr }: Measured): Promise<Told> {
  return { steps: stepsOf(stderr) }
}

/** Times that `kit build` tells of its steps: « ✔ Site (1,2 s) ». */
function stepsOf(stderr: string): Record<string, number> {
  const lines = stderr.matchAll(/^✔ ([^:\n]+?)(?: : .*)? \((\d+),(\d) s\)$/gmu)
  return Object.fromEntries(
    [...lines].map(([, name = '', whole, tenth]) => [name, Number(`${whole}.${tenth}`)]),
  )
}

/** Reads `{ "ms": …, "pages": …, "steps": { … } }`, the last line of a measuring script. */
export function innerOf(stdout: string): Told {
  const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    ms: number
    pages?: number
    steps?: Record<string, number>
  }
  return {
    inner: told.ms / 1000,
    ...(told.pages !== undefined && { pages: told.pages }),
    ...(told.steps && {
      steps: Object.fromEntries(Object.entries(told.steps).map(([name, ms]) => [name, ms / 1000])),
    }),
  }
}
