/** `npx tsx scripts/bench/check.ts [COUNT]`: what it costs to read and check a kit of COUNT fiches, in ms of CPU of all
 *  threads: the kit as it is in a process that has read nothing yet, then copies of it, then whole commands. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKit } from '../../src/content/read-kit.ts'

/** Of so many runs the least counts: the others waited for the rest of the machine. */
const runs = 5

/** Written behind everything else that a command says: what its process has used since it was born. */
const meter = `process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.cpuUsage())))`

async function main(count: number, dir: string): Promise<void> {
  print('readKit, this kit, first in its process', await cpuOf(() => readKit('fiches')))
  writeKit(dir, count)
  const { kit, diagnostics } = await readKit(dir)
  const errors = diagnostics.filter(({ severity }) => severity === 'erreur')
  if (kit?.fiches.length !== count || errors.length > 0)
    throw new Error(`The copies are no kit of ${count} fiches: ${JSON.stringify(errors[0])}`)

  const warm: number[] = []
  for (let run = 0; run < runs; run++) warm.push(await cpuOf(() => readKit(dir)))
  print(`readKit, ${count} fiches, warm`, Math.min(...warm))
  print('node -e ""', command(['-e', '']))
  for (const [shown, fiches] of [
    ['this kit', 'fiches'],
    [`${count} fiches`, dir],
  ] as const)
    print(
      `kit check, ${shown}`,
      command(['--import', 'tsx', 'scripts/kit.ts', 'check', '--fiches', fiches, '--format', 'json']),
    )
}

/** A kit of `count` fiches in `dir`: copies of the published ones, each with a number, a slug and a name of its own; a
 *  copy refers to those of the round before, which is whole. */
function writeKit(dir: string, count: number): void {
  cpSync('fiches', dir, { recursive: true })
  const models = readdirSync('fiches', { recursive: true, encoding: 'utf8' }).flatMap(file => {
    const [, folder = '', stem = ''] =
      /^(introductives|leviers|thematiques)[/\\]\d+-(.*)\.md$/.exec(file) ?? []
    if (folder === '') return []
    rmSync(join(dir, file))
    const text = readFileSync(join('fiches', file), 'utf8')
    return [
      {
        folder,
        stem,
        text,
        slug: /^slug: (.*)$/m.exec(text)?.[1] ?? '',
        isAnnounced: /^statut: a-paraitre$/m.test(text),
      },
    ]
  })
  const published = models.filter(({ isAnnounced }) => !isAnnounced)
  const announced = models.filter(({ isAnnounced }) => isAnnounced)
  // Announced fiches stand in the kit once, so that a reference to them finds them from every round.
  for (let at = 0; at < count; at++) {
    const copy = at - announced.length
    const round = Math.max(0, Math.floor(copy / published.length))
    const model = announced[at] ?? published[copy % published.length]
    if (!model) throw new Error('No published fiche to copy')
    const slugIn = (slug: string, of: number) =>
      of > 0 && published.some(other => other.slug === slug) ? `${slug}-${of}` : slug
    const text = model.text
      .replace(/^numero: .*$/m, `numero: ${at + 1}`)
      .replace(/^slug: .*$/m, `slug: ${slugIn(model.slug, round)}`)
      .replace(/\[\[([^\]]+)\]\]/g, (_, slug: string) => `[[${slugIn(slug, Math.max(0, round - 1))}]]`)
    mkdirSync(join(dir, model.folder), { recursive: true })
    writeFileSync(join(dir, model.folder, `${String(at + 1).padStart(2, '0')}-${model.stem}.md`), text)
  }
}

/** ms of CPU of all threads of this process while `work` runs */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** ms of CPU of a whole Node process, its start included, the least of some runs */
function command(args: readonly string[]): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const argv = ['--import', `data:text/javascript,${encodeURIComponent(meter)}`, ...args]
      const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 2 ** 28 })
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
      const { user, system } = JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1)) as NodeJS.CpuUsage
      return (user + system) / 1000
    }),
  )
}

function print(what: string, ms: number): void {
  console.log(`${what.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms`)
}

const dir = mkdtempSync(join(tmpdir(), 'kit-bench-check-'))
try {
  await main(Number(process.argv[2] ?? 500), dir)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
