import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskShelf } from '../../../build/atelier/server/disk-shelf.ts'
import { type AtelierServer, serveAtelier } from '../../../build/atelier/server/serve-atelier.ts'
import { onUnix } from '../../unix.ts'
import { until } from '../../until.ts'

let root: string
let server: AtelierServer
let built = 0
/** Ends the build that is under way. */
let endBuild = () => {}
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kit-serveur-'))
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
        await new Promise<void>(done => {
          endBuild = done
        })
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
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(root, { recursive: true })
})

type Given = { method?: string; headers?: Record<string, string>; body?: string }

/** A request as any program may send it: `fetch` would not let a test lie about its Host. */
function ask(path: string, { method = 'GET', headers = {}, body = '' }: Given = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method,
        headers: { Host: `127.0.0.1:${server.port}`, ...headers },
      },
      async response => {
        let text = ''
        for await (const part of response) text += part
        done({ status: response.statusCode ?? 0, text, headers: response.headers })
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

const withToken = () => ({ 'X-Atelier-Jeton': server.token })
const put = (path: string, headers = withToken()) =>
  ask(`/api/fichier?chemin=${encodeURIComponent(path)}&attendu=`, { method: 'PUT', headers, body: 'x' })

describe('is refused', () => {
  test('another Host: a name that was made to lead here', async () => {
    for (const host of ['kit.example', `kit.example:${server.port}`, '127.0.0.1', 'localhost:1'])
      expect((await ask('/api/kit', { headers: { ...withToken(), Host: host } })).status).toBe(421)
  })

  test('another Origin, and a request of another site', async () => {
    for (const origin of ['https://kit.example', 'null', `https://127.0.0.1:${server.port}`])
      expect((await ask('/api/kit', { headers: { ...withToken(), Origin: origin } })).status).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await ask('/api/kit', { headers: { ...withToken(), 'Sec-Fetch-Site': site } })).status).toBe(
        403,
      )
    const posted = { method: 'POST', headers: { ...withToken(), Origin: 'https://kit.example' } }
    expect((await ask('/api/faire/build', posted)).status).toBe(403)
    expect(built).toBe(0)
  })

  test('a request without the token, with another, or with it in the address', async () => {
    expect((await ask('/api/fichiers')).status).toBe(401)
    expect((await ask('/api/fichiers', { headers: { 'X-Atelier-Jeton': `${server.token}x` } })).status).toBe(
      401,
    )
    expect((await ask(`/api/fichiers?jeton=${server.token}`)).status).toBe(401)
    expect((await put('leviers/01-a.md', { 'X-Atelier-Jeton': '' })).status).toBe(401)
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
    for (const path of [
      '//x/api/fichier?chemin=kit.yaml&attendu=',
      '/x/../api/fichier?chemin=kit.yaml&attendu=',
    ]) {
      const { status } = await ask(path, { method: 'PUT', body: 'titre: Volé' })
      expect(status, path).not.toBe(200)
    }
    expect((await ask('//x/api/faire/build', { method: 'POST' })).status).not.toBe(200)
    expect(built).toBe(0)
    expect(readFileSync(join(root, 'fiches/kit.yaml'), 'utf8')).toBe('titre: Kit')
  })

  test('the token twice, in another case of letters, or a preflight of another site', async () => {
    const twice = `${server.token}, ${server.token}`
    expect((await ask('/api/kit', { headers: { 'X-Atelier-Jeton': twice } })).status).toBe(401)
    const other =
      server.token.toUpperCase() === server.token ? server.token.toLowerCase() : server.token.toUpperCase()
    expect((await ask('/api/kit', { headers: { 'X-Atelier-Jeton': other } })).status).toBe(401)
    const asked = { Origin: 'https://kit.example', 'Access-Control-Request-Method': 'PUT' }
    const preflight = await ask('/api/fichier', { method: 'OPTIONS', headers: asked })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('a path that hides where it leads', async () => {
    for (const path of [
      'leviers/\u0000.md',
      'leviers/..',
      'leviers/a.md/',
      'C:/x.md',
      'leviers/.. /x.md',
      'a\u0085/x.md',
    ])
      expect((await put(path)).status, path).toBe(400)
  })

  test('a path outside the folder, written or read', async () => {
    for (const path of ['../ailleurs/secret.txt', '/etc/hosts', 'leviers/../../x.md', '.env', 'a/.git/x']) {
      expect((await put(path)).status).toBe(400)
      expect(
        (await ask(`/api/fichier?chemin=${encodeURIComponent(path)}`, { headers: withToken() })).status,
      ).toBe(400)
    }
  })

  test('what a link leads to, outside or inside', async context => {
    onUnix(context)
    symlinkSync('../ailleurs', join(root, 'fiches/dehors'))
    symlinkSync('../ailleurs/secret.txt', join(root, 'fiches/lien.md'))
    symlinkSync('leviers', join(root, 'fiches/dedans'))
    expect((await ask('/api/fichiers', { headers: withToken() })).text).not.toContain('secret')
    for (const path of ['lien.md', 'dehors/secret.txt', 'dehors/neuf.md', 'dedans/neuf.md']) {
      expect((await put(path)).status, path).toBe(400)
      expect((await ask(`/api/fichier?chemin=${path}`, { headers: withToken() })).status, path).toBe(400)
    }
    expect(readFileSync(join(root, 'ailleurs/secret.txt'), 'utf8')).toBe('secret')
  })

  test('what the disk refuses, in words of its author', async () => {
    const read = await ask('/api/fichier?chemin=leviers/99-rien.md', { headers: withToken() })
    expect(read).toMatchObject({
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
    for (const name of ['toString', '__proto__', 'x'])
      expect((await ask(`/api/faire/${name}`, { method: 'POST', headers: withToken() })).status).toBe(404)
  })
})

test('its own page is answered', async () => {
  const origin = `http://127.0.0.1:${server.port}`
  const headers = { ...withToken(), Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
  expect((await ask('/api/kit', { headers })).text).toBe('{"name":"fiches"}')
  const page = await ask('/')
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.headers['access-control-allow-origin']).toBeUndefined()
})

test('a deed tells its steps and its end, a fault as well', async () => {
  const { text } = await ask('/api/faire/release', { method: 'POST', headers: withToken() })
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
  const post = (name: string) => ask(`/api/faire/${name}`, { method: 'POST', headers: withToken() })
  const first = post('build')
  await until(() => built === 1)
  const { text } = await post('release')
  endBuild()
  await first
  expect(text).toMatch(/Une autre fabrication est en cours\..*\n$/)
})
