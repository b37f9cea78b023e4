import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, copyFile, cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listFiles } from '../../build/ground/disk/files.ts'
import { home } from '../e2e/run-kit.ts'
import { folderOfTest } from '../temporary.ts'
import { until } from '../until.ts'
import { copyPress, plant } from './press-copy.ts'

const FICHE = 'fiches/pratiques/07-faire-le-tour.md'

/** A press whose kit is the small one. */
async function smallPress(): Promise<string> {
  const press = folderOfTest('eleventy')
  await copyPress(press)
  await copyFile(join(home, '.eleventy.js'), join(press, '.eleventy.js'))
  await cp(join(home, 'tests/fixtures/kits/autre'), join(press, 'fiches'), { recursive: true })
  return press
}
const cli = 'node_modules/@11ty/eleventy/cmd.cjs'
const env = { ...process.env, KIT_FICHES: 'fiches' }

test('npx eleventy writes every page, with its styles and its script', async () => {
  const press = await smallPress()
  execFileSync(process.execPath, [cli], { cwd: press, env, stdio: 'ignore' })
  const files = listFiles(join(press, 'dist/eleventy'))
  expect(files).toContain('fiches/faire-le-tour/index.html')
  expect(files.filter(path => path.endsWith('.css')).length).toBeGreaterThan(0)
  expect(files.filter(path => path.endsWith('.js')).length).toBeGreaterThan(0)
})

test('npx eleventy --serve shows a fiche, a page, a style as they are edited, and tells a mistake', async () => {
  const press = await smallPress()
  const server = spawn(process.execPath, [cli, '--serve', '--port=0'], {
    cwd: press,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(async () => {
    const ended = once(server, 'close')
    server.kill('SIGKILL')
    await ended
  })
  let told = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => (told += chunk))
  const servers = () => [...told.matchAll(/Server at (\S+)/g)].map(([, address]) => address)
  // As a page asks for its style sheets.
  const headers = { accept: 'text/css,*/*;q=0.1' }
  const shown = (path: string) =>
    fetch(new URL(path, servers().at(-1)), { headers }).then(answer => answer.text())
  /** After each change the server is another, on another port. */
  const comes = async (path: string, words: string, changes: number) => {
    await until(
      () => servers().length > changes,
      () => told,
    )
    await until(
      async () => (await shown(path).catch(() => '')).includes(words),
      () => told,
    )
  }

  await comes('fiches/faire-le-tour/', 'href="/assets/', 0)
  await comes('assets/styles/sheets/commun.css', '--papier:', 0)
  await appendFile(join(press, FICHE), '\nUne phrase de plus.\n')
  await comes('fiches/faire-le-tour/', 'Une phrase de plus.', 1)
  await plant(press, 'layouts/web/pages/mentions-legales.njk', page =>
    page.replace('{% block titre %}', '{% block titre %}Tout neuf, '),
  )
  await comes('mentions-legales/', 'Tout neuf, ', 2)
  await appendFile(join(press, 'styles/web/sheets/commun.css'), '\n.tout-neuf { color: red }\n')
  await comes('assets/styles/sheets/commun.css', '.tout-neuf', 3)

  await plant(press, FICHE, text => text.replace(/^numero: .*$/m, 'numero: douze'))
  await until(
    () => told.includes("le texte « douze » au lieu d'un nombre entier"),
    () => told,
  )
  await comes('fiches/faire-le-tour/', 'Une phrase de plus.', 4)
})
