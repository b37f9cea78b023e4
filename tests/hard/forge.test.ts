import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { home } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'

type Step = { name?: string; run?: string; env?: Record<string, string>; 'working-directory'?: string }
type Workflow = { jobs: Record<string, { steps: Step[] }> }

const dir = folderOfFile('forge')
/** A folder in the place of GitHub: `releases/TAG/`, `latest`, `artifacts/`. */
const forge = join(dir, 'forge')
const bin = join(dir, 'bin')
let workflow: Workflow

/** The programs of the steps that are not to be had here, over that folder. */
const programs = {
  gh: `#!/usr/bin/env bash
set -euo pipefail
command="$1 $2"; shift 2
case "$command" in
  'release view') cat "$FORGE/latest" 2>/dev/null || { echo 'release not found' >&2; exit 1; } ;;
  'release download') tag=$1; while [ $# -gt 0 ]; do case $1 in --pattern) pattern=$2 ;; --dir) to=$2 ;; esac; shift; done
    cp "$FORGE/releases/$tag/"$pattern "$to/" ;;
  'run download') while [ $# -gt 0 ]; do case $1 in --name) name=$2 ;; --dir) to=$2 ;; esac; shift; done
    cp -r "$FORGE/artifacts/$name" "$to" ;;
  'release create') tag=$1; shift; mkdir -p "$FORGE/releases/$tag"
    while [ $# -gt 0 ]; do case $1 in --repo|--title|--notes-file) shift ;; --verify-tag) ;; *) cp "$1" "$FORGE/releases/$tag/" ;; esac; shift; done
    echo "$tag" > "$FORGE/latest" ;;
  *) echo "gh $command is not played here" >&2; exit 1 ;;
esac
`,
  // Tests have been run by whoever runs this one.
  npm: `#!/usr/bin/env bash
set -euo pipefail
if [ "$1 \${2:-}" = 'run release' ]; then
  here=$PWD; shift 3; cd "$PRESS"
  args=(); for one in "$@"; do if [ -d "$here/$one" ]; then args+=("$here/$one"); else args+=("$one"); fi; done
  exec node scripts/kit.js release --fiches "$here/fiches" --out "$here/livraison" "\${args[@]}"
fi
`,
  zip: `#!/usr/bin/env bash
for one in "$@"; do case $one in *.zip) tar -cf "$one" . ;; esac; done
`,
  unzip: `#!/usr/bin/env bash
mkdir -p "$4" && tar -xf "$2" -C "$4"
`,
}

beforeAll(async () => {
  await mkdir(join(forge, 'artifacts'), { recursive: true })
  await mkdir(bin)
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(bin, name), text)
    await chmod(join(bin, name), 0o755)
  }
  workflow = parse(await readFile(join(home, '.github/workflows/livraison.yml'), 'utf8')) as Workflow
})

/** A fresh checkout of the small kit. */
async function checkout(name: string, edit: (kit: string) => string = kit => kit): Promise<string> {
  const work = join(dir, name)
  await cp('tests/visual/carnet', join(work, 'fiches'), { recursive: true })
  const file = join(work, 'fiches/kit.yaml')
  await writeFile(file, edit(await readFile(file, 'utf8')))
  return work
}

/** Runs the steps of a job, as the forge does: the first one that fails ends it. */
async function runJob(job: string, work: string, { tag, draft }: { tag: string | null; draft: boolean }) {
  const values: Record<string, string> = { 'github.token': 'jeton' }
  let output = ''
  for (const { run, env = {}, 'working-directory': folder = '.' } of workflow.jobs[job]?.steps ?? []) {
    if (run === undefined) continue
    const variables = Object.entries(env).map(([name, text]) => {
      const expression = /^\$\{\{\s*(.*?)\s*\}\}$/.exec(text)?.[1] ?? ''
      return [name, values[expression] ?? (name === 'BROUILLON' ? String(draft) : text)]
    })
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: join(work, folder),
      env: {
        ...process.env,
        ...{ PATH: `${bin}${delimiter}${process.env['PATH']}`, FORGE: forge, PRESS: home },
        ...{ GITHUB_REPOSITORY: 'essais/carnet', GITHUB_RUN_ID: '1', SOURCE_DATE_EPOCH: '' },
        ...(tag === null
          ? { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }
          : { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: tag }),
        ...Object.fromEntries(variables),
      },
    })
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    const code = await new Promise<number | null>(done => child.once('close', done))
    if (code !== 0) return { code, told: output }
  }
  return { code: 0, told: output }
}

/** What the action that keeps artefacts does, then the job that publishes. */
async function publish(work: string, tag: string) {
  await rm(join(forge, 'artifacts/livraison'), { recursive: true, force: true })
  await cp(join(work, 'livraison'), join(forge, 'artifacts/livraison'), { recursive: true })
  const elsewhere = `${work}-publier`
  await mkdir(elsewhere)
  return runJob('publier', elsewhere, { tag, draft: false })
}

it('a first release has none before it, and is published with its papers', async () => {
  const work = await checkout('première')
  const made = await runJob('livrer', work, { tag: 'edition-2', draft: false })
  expect(made.code, made.told).toBe(0)
  expect(made.told).toContain('Aucune livraison précédente')
  const published = await publish(work, 'edition-2')
  expect(published.code, published.told).toBe(0)
  expect(await readdir(join(forge, 'releases/edition-2'))).toEqual(
    expect.arrayContaining(['contenu.json', 'NOUVEAUTES.md', 'SHA256SUMS', 'petit-carnet.epub']),
  )
})

it('a second one tells what is new since the first', async () => {
  const work = await checkout('seconde', kit =>
    kit.replace(/numero: 2\b/, 'numero: 3').replace('annee: 2030', 'annee: 2031'),
  )
  const fiche = join(work, 'fiches/pratiques/02-tenir-un-marche.md')
  await writeFile(
    fiche,
    `${await readFile(fiche, 'utf8')}\nUn paragraphe de plus, pour la troisième édition.\n`,
  )
  const made = await runJob('livrer', work, { tag: 'edition-3', draft: false })
  expect(made.code, made.told).toBe(0)
  const news = await readFile(join(work, 'livraison/NOUVEAUTES.md'), 'utf8')
  expect(news).toContain('Édition n°\u00a03')
  expect(news).toContain('Tenir un marché')
  const former = await readFile(
    join(work, 'livraison/site/editions/2030/fiches/tenir-un-marche/index.html'),
    'utf8',
  )
  expect(former).toContain('Édition 2030, ancienne.')
  const { code, told } = await publish(work, 'edition-3')
  expect(code, told).toBe(0)
  expect((await readFile(join(forge, 'latest'), 'utf8')).trim()).toBe('edition-3')
})
