import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRunning } from '../../../build/ground/disk/files.ts'
import { home } from '../../e2e/run-kit.ts'
import { until } from '../../until.ts'

const owner = `
  import { openBrowser } from ${JSON.stringify(join(home, 'build/ground/browser/browser.ts'))}
  const { browser } = await openBrowser({ cacheDir: ${JSON.stringify(join(home, '.cache'))} })
  console.log(browser.process().pid)
  setInterval(() => {}, 1000)
`

test('a browser ends when the process that opened it is killed outright', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', owner], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const pid = Number(line)
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGKILL')
  await until(() => !isRunning(pid))
})
