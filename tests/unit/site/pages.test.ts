import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenLinks } from './broken-links.ts'
import { makeSite, type SiteFolder } from './site-folder.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Everything comes from the site's own host.
    'require-sri': 'off',
    'no-trailing-whitespace': 'off',
    // The kit's title is in each page's title.
    'long-title': 'off',
    // An aside inside an article is no landmark (HTML-AAM §4.1); the rule takes it for one.
    'unique-landmark': 'off',
    'no-inline-style': 'error',
  },
})

describe.each([
  ['fiches', '/'],
  ['tests/fixtures/kits/autre', '/carnet/'],
])('the site of %s', (fiches, base) => {
  let site: SiteFolder
  beforeAll(async () => {
    site = await makeSite(fiches)
  })
  afterAll(() => site[Symbol.asyncDispose]())

  const page = (path: string) => {
    const html = site.pages.get(path)
    if (html === undefined) throw new Error(`no page ${path} among ${[...site.pages.keys()].join(', ')}`)
    return html
  }

  test('is valid HTML', async () => {
    const faults: string[] = []
    for (const [path, html] of site.pages) {
      const { results } = await validator.validateString(html, path)
      for (const { messages } of results)
        for (const { line, column, message, ruleId } of messages)
          faults.push(`${path}:${line}:${column} ${message} (${ruleId})`)
    }
    expect(faults).toEqual([])
  })

  test('has no link that leads nowhere', () => {
    expect(brokenLinks(site.pages, site.files, base)).toEqual([])
  })

  test('loads nothing from another host', async () => {
    const loads = [...site.pages].flatMap(([path, html]) =>
      [...html.matchAll(/<(?!a\b)[a-z]+\b[^>]*?\b(?:src|srcset|href|poster|data)="(?:https?:)?\/\/[^"]*"/g)]
        .map(([tag]) => tag)
        .filter(tag => !tag.includes('rel="canonical"'))
        .map(tag => `${path}: ${tag}`),
    )
    expect(loads).toEqual([])
    for (const file of site.files.filter(path => path.endsWith('.css')))
      expect(await readFile(join(site.dir, file), 'utf8')).not.toMatch(/https?:\/\//)
  })

  test('keeps its own policy: no inline style, no inline script, no handler', () => {
    for (const [path, html] of site.pages) {
      expect(html, path).toContain('http-equiv="Content-Security-Policy"')
      expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)/)
    }
  })

  test('gives each page one title, one heading of the first level and the language', () => {
    const titles = new Set<string>()
    for (const [path, html] of site.pages) {
      expect(html, path).toMatch(/<html lang="fr">/)
      expect(html.match(/<h1\b/g), path).toHaveLength(1)
      titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '')
    }
    expect(titles.size).toBe(site.pages.size)
  })

  test('lists the announced fiches and links to none', () => {
    const announced = site.kit.fiches.filter(({ statut }) => statut === 'a-paraitre')
    const home = page('index.html')
    expect(announced.length).toBeGreaterThan(0)
    for (const { slug } of announced) {
      expect(site.files).not.toContain(`fiches/${slug}/index.html`)
      for (const html of site.pages.values()) expect(html).not.toContain(`/fiches/${slug}/`)
    }
    expect(home.match(/À paraître<\/p>/g)).toHaveLength(announced.length)
  })

  test('has a card, a radio button and a page for each family', async () => {
    const home = page('index.html')
    const css = await readFile(join(site.dir, site.files.find(path => path.endsWith('.css')) ?? ''), 'utf8')
    for (const { id, pluriel } of site.kit.familles) {
      expect(home).toContain(`id="famille-${id}" value="${id}"`)
      expect(page(`familles/${id}/index.html`)).toContain(pluriel)
      expect(css).toContain(`#famille-${id}:checked`)
    }
  })

  test('offers the editions with their format, pages and weight', () => {
    const home = page('index.html')
    expect(home).toContain(`${base}telechargements/${site.kit.slug}-ecran.pdf`)
    expect(home).toMatch(/52(?:&nbsp;|\u00a0)pages, 6,4(?:&nbsp;|\u00a0)Mo/)
    expect(home).toMatch(/EPUB, 1,2(?:&nbsp;|\u00a0)Mo/)
    expect(site.files).toContain(`telechargements/${site.kit.slug}.epub`)
  })

  test('tells the printed page of a fiche where it is known, and opens the PDF there', () => {
    const [first] = site.kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
    const fiche = page(`fiches/${first?.slug}/index.html`)
    expect(fiche).toMatch(/7 du kit imprimé/)
    expect(fiche).toContain(`${base}telechargements/${site.kit.slug}-ecran.pdf#page=7`)
  })

  test('says what its publisher has still to fill in, and invents nothing', () => {
    const legal = page('mentions-legales/index.html')
    for (const [field, value] of Object.entries(site.kit.mentions)) {
      if (value === null) expect(legal).toContain(`<code>mentions.${field}</code>`)
      else expect(legal).not.toContain(`<code>mentions.${field}</code>`)
    }
  })

  test('states no rate of accessibility that nobody audited', () => {
    const statement = page('accessibilite/index.html').replace('200&nbsp;%', '')
    expect(statement).toContain('n’annonce ni taux ni niveau de conformité')
    expect(statement).not.toMatch(/\d\s*(?:&nbsp;)?%|(?:totalement|partiellement) conforme/)
  })
})

test('an audited kit states what its audit found', async () => {
  await using site = await makeSite('tests/fixtures/kits/autre', kit => {
    kit.accessibilite.audit = {
      date: '2031-02-03',
      auditeur: 'Cabinet d’essai',
      resultat: '71 % des critères sont respectés.',
      url: null,
    }
  })
  const statement = site.pages.get('accessibilite/index.html') ?? ''
  expect(statement).toContain('3 février 2031 par Cabinet d’essai')
  expect(statement).toMatch(/71.% des critères/)
  expect(statement).not.toContain('n’annonce ni taux')
})
