import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderOfFile } from '../../temporary.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const dir = folderOfFile('compile')

/** A copy of the press small enough to be read here: the launcher, and a command of one line. */
beforeAll(() => {
  for (const name of ['src', 'build', 'scripts'])
    cpSync(join(home, 'tests/fixtures/lanceur', name), join(dir, name), { recursive: true })
  for (const name of [
    'scripts/kit.js',
    'scripts/compile-press.js',
    'package.json',
    'package-lock.json',
    'eleventy.config.ts',
    'styles/page.json',
    'styles/tokens.json',
  ])
    cpSync(join(home, name), join(dir, name))
  symlinkSync(join(home, 'node_modules'), join(dir, 'node_modules'))
})

function kit() {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/kit.js', 'un', 'deux'], {
    cwd: dir,
    encoding: 'utf8',
  })
  return { said: stdout.trim().split('\n'), stderr, status }
}
const { version } = JSON.parse(
  readFileSync(join(home, 'node_modules/@11ty/eleventy/package.json'), 'utf8'),
) as { version: string }
const libraries = `a: 1 ${version} function function function`
const compiledOnes = () => readdirSync(join(dir, '.cache'))

describe('the launcher', () => {
  test('runs the command as its source says, from where the source stands', () => {
    const { said, status, stderr } = kit()
    expect(stderr).toBe('')
    expect(said).toEqual(['un deux', 'scripts/kit.ts', libraries])
    expect(status).toBe(7)
  })

  test('compiles once, and again when a source changes', () => {
    kit()
    const [first, ...none] = compiledOnes()
    expect(none).toEqual([])
    kit()
    expect(compiledOnes()).toEqual([first])
    const path = join(dir, 'src/words.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replace("' '", "' + '"))
    expect(kit().said[0]).toBe('un + deux')
    expect(compiledOnes()).toHaveLength(2)
  })

  test('leaves out what finds and downloads browsers', () => {
    kit()
    const [name = ''] = compiledOnes()
    const files = readdirSync(join(dir, '.cache', name), { recursive: true, encoding: 'utf8' })
    const code = files
      .filter(file => file.endsWith('.mjs'))
      .map(file => readFileSync(join(dir, '.cache', name, file), 'utf8'))
      .join('')
    expect(code).toContain('node_modules/puppeteer-core/')
    expect(code).not.toMatch(/node_modules\/(?:puppeteer|cosmiconfig)\//)
  })

  test('tells a source that cannot be compiled', () => {
    const path = join(dir, 'src/words.ts')
    const right = readFileSync(path, 'utf8')
    writeFileSync(path, `${right}\nexport const = 1`)
    const { status, stderr } = kit()
    writeFileSync(path, right)
    expect(status).toBe(1)
    expect(stderr).toMatch(/Unexpected token.*src\/words\.ts:\d+:\d+/s)
  })
})
