import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskShelf } from '../../../build/atelier/server/disk-shelf.ts'
import { type AtelierServer, serveAtelier } from '../../../build/atelier/server/serve-atelier.ts'
import { serveFolders } from '../../../build/atelier/server/serve-folder.ts'
import { folderOfFile } from '../../temporary.ts'
import { onUnix } from '../../unix.ts'
import { until } from '../../until.ts'
import { moment } from './bare-desk.ts'

const root = folderOfFile('serveur')
let server: AtelierServer
let built = 0
const ended = moment()
beforeAll(async () => {
  mkdirSync(join(root, 'fiches/leviers'), { recursive: true })
  mkdirSync(join(root, 'ailleurs'))
  writeFileSync(join(root, 'fiches/kit.yaml'), 'titre: Kit')
  writeFileSync(join(root, 'ailleurs/secret.txt'), 'secret')
  server = await serveAtelier({
    shelf: diskShelf(join(root, 'fiches'), 'fiches'),
    files: new Map([['index.html', new TextEncoder().encode('<!DOCTYPE html>')]]),
    deeds: {
      build: async tell => {
        built += 1
        tell({ kind: 'step', name: 'Site', state: 'begun', detail: null })
        await ended.has
      },
      release: async tell => {
        tell({ kind: 'step', name: 'Rapport', state: 'begun', detail: null })
        throw new Error('disque plein')
      },
      draft: async () => {},
    },
    port: 0,
  })
})
afterAll(() => server[Symbol.asyncDispose]())

type Given = { method?: string; headers?: Record<string, string>; body?: string }

/** A request as any program may send it: `fetch` would not let a test lie about its Host. */
function ask(path: string, { method = 'GET', headers = {}, body = '' }: Given = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    const { port } = server
    const sent = { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } }
    const asked = request(sent, async response => {
      let text = ''
      for await (const part of response) text += part
      done({ status: response.statusCode ?? 0, text, headers: response.headers })
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

const withToken = () => ({ 'X-Atelier-Jeton': server.token })
/** A question of somebody who has the token. @param headers what it says besides, or otherwise */
const know = (path: string, headers = {}, given: Given = {}) =>
  ask(path, { ...given, headers: { ...withToken(), ...headers } })
const statusOf = async (answer: ReturnType<typeof ask>) => (await answer).status
const fileAt = (path: string) => `/api/fichier?chemin=${encodeURIComponent(path)}`
const put = (path: string, headers = {}) =>
  know(`${fileAt(path)}&attendu=`, headers, { method: 'PUT', body: 'x' })

const post = (name: string) => know(`/api/faire/${name}`, {}, { method: 'POST' })

describe('is refused', () => {
  test('another Host: a name that was made to lead here', async () => {
    for (const host of ['kit.example', `kit.example:${server.port}`, '127.0.0.1', 'localhost:1'])
      expect(await statusOf(know('/api/kit', { Host: host }))).toBe(421)
  })

  test('another Origin, and a request of another site', async () => {
    for (const Origin of ['https://kit.example', 'null', `https://127.0.0.1:${server.port}`])
      expect(await statusOf(know('/api/kit', { Origin }))).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await statusOf(know('/api/kit', { 'Sec-Fetch-Site': site }))).toBe(403)
    const posted = know('/api/faire/build', { Origin: 'https://kit.example' }, { method: 'POST' })
    expect(await statusOf(posted)).toBe(403)
    expect(built).toBe(0)
  })

  test('a request without the token, with another, or with it in the address', async () => {
    const { token } = server
    expect(await statusOf(ask('/api/fichiers'))).toBe(401)
    expect(await statusOf(ask(`/api/fichiers?jeton=${token}`))).toBe(401)
    expect(await statusOf(put('leviers/01-a.md', { 'X-Atelier-Jeton': '' }))).toBe(401)
    const others = [token.toUpperCase(), token.toLowerCase()].filter(other => other !== token)
    for (const other of [`${token}x`, `${token}, ${token}`, ...others])
      expect(await statusOf(know('/api/fichiers', { 'X-Atelier-Jeton': other })), other).toBe(401)
  })

  test('a question without the token, however its address is written', async () => {
    for (const path of [
      '//kit.example/api/kit',
      '/x/../api/fichiers',
      '/./api/fichiers',
      '/\\kit.example/api/fichiers',
      `http://127.0.0.1:${server.port}/api/fichiers`,
      '/%2e/api/fichiers',
      '/api/fichiers?',
      '/api\\fichiers',
    ]) {
      const { status, text } = await ask(path)
      expect(status, path).not.toBe(200)
      expect(text, path).not.toContain('kit.yaml')
    }
    for (const start of ['//x', '/x/..']) {
      const path = `${start}/api/fichier?chemin=kit.yaml&attendu=`
      expect(await statusOf(ask(path, { method: 'PUT', body: 'titre: Volé' })), path).not.toBe(200)
    }
    expect((await ask('//x/api/faire/build', { method: 'POST' })).status).not.toBe(200)
    expect(built).toBe(0)
    expect(readFileSync(join(root, 'fiches/kit.yaml'), 'utf8')).toBe('titre: Kit')
  })

  test('a preflight of another site', async () => {
    const headers = { Origin: 'https://kit.example', 'Access-Control-Request-Method': 'PUT' }
    const preflight = await ask('/api/fichier', { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  test.each([
    '../ailleurs/secret.txt',
    '/etc/hosts',
    'leviers/../../x.md',
    '.env',
    'a/.git/x',
    'leviers/\u0000.md',
    'leviers/..',
    'leviers/a.md/',
    'C:/x.md',
    'leviers/.. /x.md',
    'a\u0085/x.md',
  ])('a path outside the folder, or that hides where it leads, written or read: %j', async path => {
    expect(await statusOf(put(path))).toBe(400)
    expect(await statusOf(know(fileAt(path)))).toBe(400)
  })

  test('what a link leads to, outside or inside', async context => {
    onUnix(context)
    symlinkSync('../ailleurs', join(root, 'fiches/dehors'))
    symlinkSync('../ailleurs/secret.txt', join(root, 'fiches/lien.md'))
    symlinkSync('leviers', join(root, 'fiches/dedans'))
    expect((await know('/api/fichiers')).text).not.toContain('secret')
    for (const path of ['lien.md', 'dehors/secret.txt', 'dehors/neuf.md', 'dedans/neuf.md']) {
      expect(await statusOf(put(path)), path).toBe(400)
      expect(await statusOf(know(fileAt(path))), path).toBe(400)
    }
    expect(readFileSync(join(root, 'ailleurs/secret.txt'), 'utf8')).toBe('secret')
  })

  test('what the disk refuses, in words of its author', async () => {
    expect(await know(fileAt('leviers/99-rien.md'))).toMatchObject({
      status: 400,
      text: 'leviers/99-rien.md : ce fichier ou ce dossier n’existe pas.',
    })
    expect((await put('kit.yaml/01-a.md')).text).toMatch(
      // Windows says of `kit.yaml/01-a.md` that it is not there, and of its folder that something has this name.
      /^kit\.yaml\/01-a\.md : (?:un fichier est là où il faudrait un dossier|ce nom est déjà pris)\.$/,
    )
  })

  test('a name that is too long in UTF-8', async context => {
    onUnix(context)
    const long = `leviers/${'語'.repeat(100)}.md`
    expect((await put(long)).text).toBe(`${long} : ce nom est trop long.`)
  })

  test('a deed that there is not', async () => {
    for (const name of ['toString', '__proto__', 'x']) expect(await statusOf(post(name))).toBe(404)
  })
})

test('its own page is answered', async () => {
  const headers = { Origin: `http://127.0.0.1:${server.port}`, 'Sec-Fetch-Site': 'same-origin' }
  expect((await know('/api/kit', headers)).text).toBe('{"name":"fiches"}')
  const page = await ask('/')
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.headers['access-control-allow-origin']).toBeUndefined()
})

test('a deed tells its steps and its end, a fault as well', async () => {
  const { text } = await post('release')
  const events = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(events).toMatchObject([
    { kind: 'step', name: 'Rapport' },
    { kind: 'end', good: false, text: 'disque plein' },
  ])
})

test('a deed beside another is refused in a line, as all that is told', async () => {
  const first = post('build')
  await until(() => built === 1)
  const { text } = await post('release')
  ended.come()
  await first
  expect(text).toMatch(/Une autre fabrication est en cours\..*\n$/)
})

test('results are shown to their own page, and no file outside of their folder', async context => {
  onUnix(context)
  const dir = join(root, 'resultats')
  mkdirSync(dir)
  writeFileSync(join(dir, 'index.html'), 'résultat')
  symlinkSync('../ailleurs/secret.txt', join(dir, 'lien.txt'))
  await using results = await serveFolders(new Map([['/', dir]]))
  const port = Number(new URL(results.origin).port)
  const status = (path: string, host = `127.0.0.1:${port}`) =>
    new Promise<number | undefined>(done =>
      request({ host: '127.0.0.1', port, path, headers: { Host: host } }, ({ statusCode }) =>
        done(statusCode),
      ).end(),
    )
  expect(await status('/')).toBe(200)
  for (const path of ['/lien.txt', '/../ailleurs/secret.txt', '/..%2failleurs/secret.txt'])
    expect(await status(path), path).toBe(404)
  expect(await status('/', 'kit.example')).toBe(404)
})
