import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standingBrowser } from '../chromium.ts'
import { openTab } from '../open-tab.ts'
import { makeSite } from '../unit/site/site-folder.ts'
import { until } from '../until.ts'

const gzip = { 'accept-encoding': 'gzip' }

type Place = { root: string; base: string; port: number; work: string }

type Host = {
  program: string
  /** Writes the settings of a host that hands out `root`, as an administrator would. */
  settings(place: Place): Promise<string>
  arguments(file: string): string[]
}

const modules = 'alias authz_core autoindex deflate dir filter headers mime mpm_event'.split(' ')

const hosts: Record<string, Host> = {
  Apache: {
    program: 'apache2',
    async settings({ root, port, work }) {
      return [
        ...modules.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        'ServerName localhost',
        `Listen 127.0.0.1:${port}`,
        `PidFile ${work}/pid`,
        `ErrorLog ${work}/erreurs`,
        'TypesConfig /etc/mime.types',
        `DocumentRoot ${root}`,
        `<Directory ${root}>`,
        'Options Indexes FollowSymLinks',
        'AllowOverride All',
        'Require all granted',
        '</Directory>',
      ].join('\n')
    },
    arguments: file => ['-X', '-f', file],
  },
  nginx: {
    program: 'nginx',
    /** The lines of the guide, in their place. */
    async settings({ root, base, port, work }) {
      const guide = await readFile('docs/mettre-en-ligne.md', 'utf8')
      const lines = /```nginx\n([\s\S]*?)```/.exec(guide)?.[1]
      if (!lines) throw new Error('the guide has no lines for nginx')
      const own = lines
        .replace(/listen .*;/, `listen 127.0.0.1:${port};`)
        .replace(/root .*;/, `root ${root};`)
        .replaceAll('~^/', `~^${base}`)
        .replace(' /404.html', ` ${base}404.html`)
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map(name => `${name}_temp_path ${work}/${name};`)
        .join('\n')
      return `pid ${work}/pid;\nerror_log ${work}/erreurs;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\nautoindex on;\n${temporary}\n${own}}\n`
    },
    arguments: file => ['-c', file, '-g', 'daemon off;'],
  },
}

const isInstalled = ({ program }: Host) => spawnSync(program, ['-v']).error === undefined

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const port = portOf(server)
  await new Promise(done => server.close(done))
  return port
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts a host with the site of the small kit below `base`. */
async function startHost(host: Host, base: string) {
  const work = await mkdtemp(join(tmpdir(), 'kit-hote-'))
  await chmod(work, 0o755)
  const root = join(work, 'www')
  await using site = await makeSite('tests/fixtures/kits/autre', kit => {
    kit.site.base = base
    kit.site.url = 'https://example.org'
  })
  await mkdir(root)
  await cp(site.dir, join(root, base), { recursive: true })
  const port = await freePort()
  const file = join(work, 'reglages')
  await writeFile(file, await host.settings({ root, base, port, work }))
  const running: ChildProcess = spawn(host.program, host.arguments(file), { stdio: 'ignore' })
  const ended = new Promise(done => running.once('exit', done))
  const url = `http://127.0.0.1:${port}${base}`
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' })
  await until(() =>
    ask('').then(
      () => true,
      () => false,
    ),
  )
  return {
    url,
    ask,
    files: site.files,
    async [Symbol.asyncDispose]() {
      running.kill('SIGTERM')
      await ended
      await rm(work, { recursive: true, force: true })
    },
  }
}

describe.each(Object.entries(hosts))('%s', (name, host) => {
  const missing = isInstalled(host) ? '' : `SKIPPED, ${name} is not installed: `
  it.skipIf(missing !== '').each(['/', '/kit/'])(
    `${missing}hands out the site at %s as the press made it`,
    async base => {
      await using site = await startHost(host, base)
      const home = await site.ask('')
      expect(home.status).toBe(200)
      for (const [header, value] of [
        ['content-type', /^text\/html; ?charset=utf-8$/i],
        ['x-frame-options', /^SAMEORIGIN$/],
        ['referrer-policy', /^strict-origin-when-cross-origin$/],
        ['x-content-type-options', /^nosniff$/],
        ['permissions-policy', /geolocation=\(\)/],
        ['cross-origin-opener-policy', /^same-origin$/],
        ['cache-control', /^no-cache$/],
      ] as const)
        expect(home.headers.get(header), header).toMatch(value)

      for (const path of [
        'nulle-part/',
        'fiches/nulle-part/',
        'donnees/',
        'assets/absent.css',
        '_headers',
        '.htaccess',
        '.nojekyll',
      ]) {
        const answer = await site.ask(path)
        expect([403, 404], path).toContain(answer.status)
        const page = await answer.text()
        expect(page, path).toContain('Cette page n’existe pas')
        expect(answer.headers.get('cache-control') ?? '', path).not.toContain('immutable')
        expect(answer.headers.get('x-frame-options'), path).toBe('SAMEORIGIN')
      }
      expect((await site.ask('nulle-part/')).status).toBe(404)

      const asset = site.files.find(path => path.startsWith('assets/commun-'))
      const style = await site.ask(asset ?? '', gzip)
      expect(style.status).toBe(200)
      expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(style.headers.get('content-encoding')).toBe('gzip')
      for (const path of ['', 'sw.js', 'recherche.json', 'fiches/faire-le-tour/']) {
        const first = await site.ask(path, gzip)
        await first.text()
        expect(first.headers.get('cache-control'), path).toBe('no-cache')
        // What has not changed is not sent again.
        const [etag, modified] = [first.headers.get('etag'), first.headers.get('last-modified')]
        const known = {
          ...(etag && { 'if-none-match': etag }),
          ...(modified && { 'if-modified-since': modified }),
        }
        const again = await site.ask(path, { ...gzip, ...known })
        expect(again.status, path).toBe(304)
      }

      const kept = await readOffline(site.url)
      expect(kept).toEqual({ title: 'Faire le tour', faults: [] })
      const alone = 'integrer/faire-le-tour/'
      expect(await readFramed(site.url, alone)).toBe('Faire le tour, in its colours')
      expect(await readFramed(site.url, alone, 'sandbox="allow-scripts"')).toBe(
        'Faire le tour, in its colours',
      )
      expect(await readFramed(site.url, 'fiches/faire-le-tour/')).toBe('refused')
    },
  )
})

/** Opens the home page, waits until the kit is kept on the device, and reads a fiche without network. */
async function readOffline(url: string) {
  const browser = await standingBrowser()
  const context = await browser.createBrowserContext()
  try {
    const tab = await openTab(context)
    const faults: string[] = []
    tab.on('console', message => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await tab.goto(url, { waitUntil: 'load' })
    await tab.evaluate(async () => {
      await navigator.serviceWorker.ready
      if (!navigator.serviceWorker.controller)
        await new Promise(done =>
          navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
        )
    })
    await tab.setOfflineMode(true)
    await tab.goto(`${url}fiches/faire-le-tour/`, { waitUntil: 'load' })
    return { title: await tab.$eval('h1', title => title.textContent), faults }
  } finally {
    await context.close()
  }
}

/** What a reader sees of a page of the site in a frame of another site. */
async function readFramed(url: string, path: string, attributes = ''): Promise<string> {
  const town = createHttpServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `<!DOCTYPE html><title>Une commune</title><iframe src="${url}${path}" ${attributes}></iframe>`,
    )
  })
  await new Promise<void>(done => town.listen(0, '127.0.0.1', done))
  const context = await (await standingBrowser()).createBrowserContext()
  try {
    const tab = await openTab(context)
    await tab.goto(`http://127.0.0.1:${portOf(town)}/`, { waitUntil: 'load' })
    const frame = tab.frames().find(frame => frame !== tab.mainFrame())
    if (!frame?.url().startsWith(url)) return 'refused'
    return await frame.evaluate(() => {
      const [title, head] = ['h1', '.tete-fiche'].map(name => document.querySelector(name))
      const ground = head && getComputedStyle(head).backgroundColor
      return `${title?.textContent}, ${ground === 'rgba(0, 0, 0, 0)' ? 'without style' : 'in its colours'}`
    })
  } finally {
    await context.close()
    town.close()
  }
}
