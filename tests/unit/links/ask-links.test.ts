import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { theWeb, type Web } from '../../../build/ground/links/open-web.ts'
import { parse, run } from '../../../scripts/commands/liens.ts'
import { readRobots } from '../../../src/links/robots.ts'
import { HANG_MS } from '../../until.ts'
import { editKit } from '../content/edit-kit.ts'

/** The whole web, on one server of this machine: the name of a site is the first part of its path. Clock and pauses are counted, nobody waits. */
async function openTestWeb(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (/robots\.txt$/.test(request.url ?? '') && !request.url?.includes('ferme.test'))
      response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  let now = Date.UTC(2025, 10, 18)
  const pauses: number[] = []
  const web: Web = {
    send(url, request) {
      const { protocol, host, pathname, search } = new URL(url)
      if (host === 'absent.test')
        return Promise.reject(
          new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
        )
      const scheme = protocol === 'https:' ? '' : 'clair-'
      return fetch(`http://127.0.0.1:${port}/${scheme}${host}${pathname}${search}`, {
        ...request,
        redirect: 'manual',
      })
    },
    pause: async ms => {
      pauses.push(ms)
      now += ms
    },
    now: () => now,
    patience: 20_000,
  }
  return {
    web,
    port,
    asked,
    pauses,
    later: (ms: number) => {
      now += ms
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A kit whose fiche names these addresses. */
const kitWith = (...urls: string[]) =>
  editKit(
    null,
    [
      'leviers/02-achats.md',
      "- - [Guide des achats](https://guide.example), Réseau d'essai, 2024",
      ...urls.map((url, index) => `+ - [Ressource ${index}](${url}), Réseau d'essai`),
      'kit.yaml',
    ].join('\n'),
  )

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
afterEach(() => printed.mockClear())

async function ask(kit: { dir: string }, web: Web, ...args: string[]) {
  const root = join(kit.dir, '..')
  const context = { cwd: root, env: { KIT_CACHE: join(root, 'cache') }, signal: new AbortController().signal }
  const code = await run(parse(['--fiches', 'fiches', '--format', 'json', ...args]), context, web)
  const text = printed.mock.calls.map(([line]) => String(line)).join('\n')
  printed.mockClear()
  const messages = (JSON.parse(text) as { code: string; message: string; place: { line: number } }[]).map(
    ({ code: name, message, place }) => ({ name, message, line: place.line }),
  )
  return { code, told: messages.filter(({ line, message }) => line >= 33 || message.includes('.test')) }
}

/** What is told of these addresses, where the web answers so. */
async function tellOf(urls: string[], answer: (response: ServerResponse) => void) {
  await using site = await openTestWeb((_, response) => answer(response))
  await using kit = await kitWith(...urls)
  return { ...(await ask(kit, site.web)), asked: site.asked }
}

const status = (code: number, location?: string) => (response: ServerResponse) =>
  response.writeHead(code, location ? { location } : {}).end()

test('vivante, morte, déplacée, à chiffrer, rebelle à HEAD, vers l’accueil, site absent', async () => {
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/ici.test/mort': status(404),
    '/ici.test/vieux': status(301, 'https://la.test/neuf'),
    '/ici.test/ancien': status(301, 'https://ici.test/vieux'),
    '/ici.test/prete': status(302, 'https://la.test/neuf'),
    '/ici.test/perdu': status(301, 'https://ici.test/'),
  }
  await using site = await openTestWeb((request, response) => {
    if (request.url === '/ici.test/rebelle') status(request.method === 'HEAD' ? 405 : 200)(response)
    else (answers[request.url ?? ''] ?? status(200))(response)
  })
  await using kit = await kitWith(
    ...['https://ici.test/bien', 'https://ici.test/mort', 'https://ici.test/vieux#partie'],
    ...['https://ici.test/prete', 'https://ici.test/perdu', 'http://sur.test/page'],
    ...['https://ici.test/rebelle', 'https://absent.test/x', 'https://ici.test/ancien'],
  )
  const { code, told } = await ask(kit, site.web)
  expect(code).toBe(1)
  expect(told.map(({ name, line }) => `${line} ${name}`)).toEqual([
    ...['34 lien-mort', '35 lien-deplace', '37 lien-vers-accueil', '38 lien-https'],
    ...['40 lien-mort', '41 lien-deplace'],
  ])
  expect(told[1]?.message).toContain('https://la.test/neuf#partie')
  expect(site.asked).toContain('GET /ici.test/rebelle')

  const corrected = await ask(kit, site.web, '--corriger')
  expect(corrected.told.map(({ name }) => name)).toEqual(['lien-mort', 'lien-vers-accueil', 'lien-mort'])
  const text = await readFile(join(kit.dir, 'leviers/02-achats.md'), 'utf8')
  expect(text).toContain('[Ressource 2](https://la.test/neuf#partie)')
  expect(text).toContain('[Ressource 5](https://sur.test/page)')
  expect(text).toContain('[Ressource 3](https://ici.test/prete)')
})

test('une adresse qu’aucun navigateur ne lit n’empêche pas de demander les autres', async () => {
  const odd = ['https://exemple.fr:port/x', 'https://exemple%.fr/']
  const { told } = await tellOf([...odd, 'https://ici.test/mort'], status(404))
  expect(told.map(({ name, line }) => [name, line])).toEqual([['lien-mort', 35]])
})

test('une réponse est gardée un jour, un silence ne l’est pas', async () => {
  await using site = await openTestWeb((request, response) => {
    if (request.url === '/coupe.test/x') request.socket.destroy()
    else status(200)(response)
  })
  await using kit = await kitWith('https://ici.test/bien', 'https://coupe.test/x')
  const count = (path: string) => site.asked.filter(one => one === path).length
  expect((await ask(kit, site.web)).told.map(({ name }) => name)).toEqual(['lien-sans-reponse'])
  expect(count('HEAD /coupe.test/x')).toBe(3)
  await ask(kit, site.web)
  expect(count('HEAD /ici.test/bien')).toBe(1)
  expect(count('HEAD /coupe.test/x')).toBe(6)
  site.later(25 * 60 * 60 * 1000)
  await ask(kit, site.web)
  expect(count('HEAD /ici.test/bien')).toBe(2)
})

test('robots.txt et les délais d’un site sont respectés', async () => {
  let patience = 0
  await using site = await openTestWeb((request, response) => {
    if (request.url === '/ferme.test/robots.txt')
      response.end('User-agent: *\nDisallow: /prive\nCrawl-delay: 4\n')
    else if (request.url === '/presse.test/x' && patience++ === 0)
      response.writeHead(429, { 'retry-after': '7' }).end()
    else status(200)(response)
  })
  await using kit = await kitWith(
    'https://ferme.test/prive/x',
    'https://ferme.test/a',
    'https://ferme.test/b',
    'https://presse.test/x',
  )
  const { told } = await ask(kit, site.web)
  expect(told.map(({ name, line }) => [name, line])).toEqual([['lien-non-demande', 33]])
  expect(site.asked).not.toContain('HEAD /ferme.test/prive/x')
  expect(site.pauses).toContain(7000)
  // Other sites pause meanwhile, on the same clock.
  expect(Math.max(...site.pauses.filter(ms => ms <= 4000))).toBeGreaterThan(1000)
})

test('un site qui ne répond jamais est laissé au bout de vingt secondes, trois fois', async () => {
  expect(theWeb.patience).toBe(20_000)
  await using site = await openTestWeb((request, response) => {
    // Nothing is ever said.
    if (!request.url?.startsWith('/muet.test/')) status(200)(response)
  })
  await using kit = await kitWith('https://muet.test/x', 'https://ici.test/bien')
  const tries: string[] = []
  const send: Web['send'] = (url, request) => {
    if (new URL(url).host !== 'muet.test')
      // On a busy machine those who answer take longer than this patience.
      return site.web.send(url, { ...request, signal: AbortSignal.timeout(HANG_MS) })
    tries.push(`${request.method} ${url}`)
    return site.web.send(url, request)
  }
  // Memory is given back meanwhile, and no patience with it.
  setFlagsFromString('--expose-gc')
  const collecting = setInterval(runInNewContext('gc') as () => void, 20)
  const { code, told } = await ask(kit, { ...site.web, send, patience: 100 })
  clearInterval(collecting)
  expect(code).toBe(0)
  expect(told.map(({ name, line }) => [name, line])).toEqual([['lien-sans-reponse', 33]])
  expect(told[0]?.message).toContain('pas de réponse en 20 secondes')
  expect(tries.filter(one => one === 'HEAD https://muet.test/x')).toHaveLength(3)
})

test.each([
  ['un mot de passe', 'https://nom:secret@ici.test/', 'mot de passe'],
  ['un port fermé', 'https://ici.test:6000/', 'port'],
])('une adresse avec %s ne se demande pas', async (_, url, words) => {
  await using site = await openTestWeb((_, response) => status(200)(response))
  await using kit = await kitWith(url)
  // What is refused before it is sent.
  const send: Web['send'] = (at, request) => (/@|:6000/.test(at) ? theWeb : site.web).send(at, request)
  const { told } = await ask(kit, { ...site.web, send })
  expect(told.map(({ name }) => name)).toContain('lien-sans-reponse')
  expect(told.map(({ message }) => message).join()).toContain(words)
})

test('un renvoi sans adresse n’est pas une réponse', async () => {
  const { told } = await tellOf(['https://ici.test/x'], status(302, 'http://[rien'))
  expect(told.map(({ message }) => message).join()).toContain('répond 302')
})

test('le même constat en texte, pour une forge, pour un programme', async () => {
  await using site = await openTestWeb((request, response) =>
    status(request.url === '/ici.test/mort' ? 404 : 200)(response),
  )
  await using kit = await kitWith('https://ici.test/mort')
  const context = { cwd: join(kit.dir, '..'), env: {}, signal: new AbortController().signal }
  const said = async (...args: string[]) => {
    printed.mockClear()
    expect(await run(parse(['--fiches', 'fiches', '--no-cache', ...args]), context, site.web)).toBe(1)
    return printed.mock.calls.map(([line]) => String(line)).join('\n')
  }
  const text = await said()
  expect(text).toMatch(/^\d+ adresses, 0 correction\.$/m)
  expect(text).toMatch(
    /^fiches\/leviers\/02-achats\.md:33:\d+ {2}erreur {2}.*https:\/\/ici\.test\/mort.*404/m,
  )
  expect(await said('--format', 'github')).toMatch(
    /^::error file=fiches\/leviers\/02-achats\.md,line=33,col=\d+.*::.*https:\/\/ici\.test\/mort/m,
  )
  expect(JSON.parse(await said('--format', 'json'))).toContainEqual(
    expect.objectContaining({ code: 'lien-mort', place: expect.objectContaining({ line: 33 }) }),
  )
})

test.each([
  ['User-agent: *\nDisallow: /', '/x', false],
  ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
  ['User-agent: autre\nDisallow: /\n\nUser-agent: *\nDisallow:', '/x', true],
  ['User-agent: kit-liens\nDisallow: /x\n\nUser-agent: *\nAllow: /', '/x', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/doc/guide.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/doc/guide.pdf?x', true],
])('robots.txt %j : %s', (text, path, allowed) => {
  expect(readRobots(text, 'kit-liens').allows(path)).toBe(allowed)
})

test('un délai qui n’est pas un nombre laisse celui d’une personne', () => {
  expect(readRobots('User-agent: *\nCrawl-delay: lent', 'kit-liens').delaySeconds).toBeNull()
})

test('une adresse de cette machine ou de son réseau n’est jamais demandée, même par un renvoi', async () => {
  const near = [
    ...['127.0.0.1:8080', '2130706433', 'localhost', '169.254.169.254', '192.168.1.1', '[::1]'],
    ...['[::ffff:7f00:1]', '[fe80::1]', 'imprimante.local', 'localhost.', '100.100.100.200'],
  ].map(host => `http://${host}/`)
  const { told, asked } = await tellOf([...near, 'https://ici.test/renvoi'], status(301, 'http://10.0.0.1/'))
  expect(told.map(({ name }) => name)).toEqual([...near, ''].map(() => 'lien-mort'))
  expect(asked.filter(line => !/(?:guide|reseau|cress)\.example/.test(line))).toEqual([
    'GET /ici.test/robots.txt',
    'HEAD /ici.test/renvoi',
  ])
})

test('un nom qui mène à cette machine n’est pas joint, où que ses adresses aillent ensuite', async () => {
  await using site = await openTestWeb((_, response) => status(200)(response))
  const request = { method: 'HEAD', signal: AbortSignal.timeout(HANG_MS) } as const
  await expect(theWeb.send(`http://localhost:${site.port}/`, request)).rejects.toMatchObject({
    cause: { code: 'NEAR' },
  })
  await using kit = await kitWith('https://interne.test/')
  const send: Web['send'] = (url, request) =>
    url.includes('interne.test')
      ? theWeb.send(`http://localhost:${site.port}/`, request)
      : site.web.send(url, request)
  const { told } = await ask(kit, { ...site.web, send })
  expect(told.map(({ name, message }) => [name, message.includes('son réseau')])).toEqual([
    ['lien-mort', true],
  ])
  expect(site.asked).not.toContain('HEAD /')
})
