import { join } from 'node:path'
import type { Kit } from '../../src/kit.ts'
import { editFiche } from './kit-copy.ts'
import { lengthenFiche } from './lengthen-fiche.ts'
import { measure } from './measure.ts'
import type { Case, Typing } from './run-cases.ts'
import { buildCommand, digestsOf, emptyCache, script, type Workplace } from './workplace.ts'

/** What the build of an edited kit left, from what was kept: the same kit built cold must be equal to it, to the byte. */
const digests = new WeakMap<Workplace, string>()
/** The round that a watching press is in. */
const rounds = new WeakMap<Workplace, number>()

/** Words of a fiche that nobody will write, and that the atelier has to bear. */
const LONG = 50_000
const longKit = ({ dir }: Kit) => `${dir}-long`

/** Our own builds, in an order that matters: the cold build of a round comes after its edits, and is compared with the last
 *  of them. */
export const pressCases: Case[] = [
  {
    name: 'node',
    title: 'Node’s own start',
    command: ({ press }) => ({ argv: [process.execPath, '-e', '0'], cwd: press }),
  },
  {
    name: 'rien',
    title: 'nothing edited',
    prepare: buildFirst,
    command: buildCommand,
  },
  {
    name: 'fiche',
    title: 'one fiche edited',
    async prepare(place, round) {
      await buildFirst(place)
      await editFiche(place.kit, round)
    },
    command: buildCommand,
    async read(place) {
      digests.set(place, await digestsOf(place))
      return {}
    },
  },
  {
    name: 'veille',
    title: 'one fiche edited, while the press watches',
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
      return { inner: (JSON.parse(stdout) as { ms: number }).ms / 1000 }
    },
  },
  {
    name: 'composer',
    title: 'ten fiches made one PDF in the browser',
    prepare: buildFirst,
    command: place =>
      script(place, 'scripts/bench/compose.ts', join(place.out, 'site'), place.kit.site.base, '10'),
    async read(_, { stdout }) {
      const { ms, beyondMb } = JSON.parse(stdout) as { ms: number; beyondMb: number | null }
      return { inner: ms / 1000, beyondMb }
    },
  },
  {
    name: 'ecrire',
    title: 'typing in the longest fiche, in the atelier',
    // What grows with the kit is read by the others.
    isAsked: size => size === 1,
    command: place => script(place, 'scripts/bench/type.ts', place.kit.dir),
    read: async (_, { stdout }) => ({ typing: JSON.parse(stdout) as Typing }),
  },
  {
    name: 'ecrire-long',
    title: `typing in a fiche of ${LONG.toLocaleString('en')} words, in the atelier`,
    isAsked: size => size === 1,
    prepare: ({ kit }) => lengthenFiche(kit, longKit(kit), LONG),
    command: place => script(place, 'scripts/bench/type.ts', longKit(place.kit)),
    read: async (_, { stdout }) => ({ typing: JSON.parse(stdout) as Typing }),
  },
  {
    name: 'froid',
    title: 'everything, cold',
    prepare: emptyCache,
    command: buildCommand,
    async read(place) {
      const edited = digests.get(place)
      digests.delete(place)
      return edited === undefined ? {} : { same: edited === (await digestsOf(place)) }
    },
  },
]

/** The measures of edits begin with a kit that is built. */
async function buildFirst(place: Workplace): Promise<void> {
  if (built.has(place)) return
  await measure(buildCommand(place))
  built.add(place)
}
const built = new WeakSet<Workplace>()
