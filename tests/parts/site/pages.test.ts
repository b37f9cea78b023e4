import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Famille } from '../../../src/kit/kit.ts'
import { isWorkingVersion } from '../../../src/kit/kit.ts'
import { sampleOf } from '../../thorough.ts'
import { makeSite, type SiteFolder } from '../../unit/site/site-folder.ts'

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

  test('is told as it lies on the disk', async () => {
    const siteFiles = site.files.filter(file => !file.startsWith('telechargements/'))
    expect(Object.keys(site.told).sort()).toEqual(siteFiles)
    for (const file of siteFiles)
      expect((await readFile(join(site.dir, file))).equals(site.told[file] ?? new Uint8Array()), file).toBe(
        true,
      )
  })

  test('is valid HTML', async () => {
    const faults: string[] = []
    for (const [path, html] of sampleOf([...site.pages], 3)) {
      const { results } = await validator.validateString(html, path)
      for (const { messages } of results)
        for (const { line, column, message, ruleId } of messages)
          faults.push(`${path}:${line}:${column} ${message} (${ruleId})`)
    }
    expect(faults).toEqual([])
  })

  test('keeps its own policy: no inline style, no inline script, no handler', () => {
    for (const [path, html] of site.pages) {
      expect(html, path).toContain('http-equiv="Content-Security-Policy"')
      expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
      // Data for search engines is no script.
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)(?! type="application\/ld\+json")/)
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
    const folded = [...home.matchAll(/<details class="attendues">[\s\S]*?<\/details>/g)].join('')
    expect(folded.match(/<li>/g)).toHaveLength(announced.length)
  })

  test('has a card, a radio button and a page for each family', async () => {
    const home = page('index.html')
    const sheets = site.files.filter(path => path.endsWith('.css'))
    const css = (await Promise.all(sheets.map(path => readFile(join(site.dir, path), 'utf8')))).join('\n')
    for (const { id, pluriel } of site.kit.familles) {
      expect(home).toContain(`id="famille-${id}" value="${id}"`)
      expect(page(`familles/${id}/index.html`)).toContain(pluriel)
      expect(css).toContain(`#famille-${id}:checked`)
    }
  })

  test('says at home for whom it is, what it holds and who publishes it, and asks for a commune', () => {
    const home = page('index.html').replaceAll(/&nbsp;|\u00a0|\u202f/g, ' ')
    const online = site.kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
    const { nom, sigle, article } = site.kit.editeur
    const publisher = article === 'aucun' ? (sigle ?? nom) : 'Une publication d'
    expect(home).toMatch(new RegExp(`${online.length} fiches? et \\d+ exemples?\\. ${publisher}`))
    expect(home).toMatch(/<form class="commune-accueil" action="[^"]*\/territoires\/">/)
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
    expect(fiche).toMatch(/7<span class="au-large"> du kit imprimé/)
    expect(fiche).toContain(`${base}telechargements/${site.kit.slug}-ecran.pdf#page=7`)
  })

  test('says how many resources have no address', () => {
    const resources = page('ressources/index.html')
    const items = [...resources.matchAll(/<li>(<a [^>]*rel="external")?/g)].map(([, link]) => link)
    const list = resources.slice(resources.indexOf('index-ressources'))
    const total = [...list.slice(0, list.indexOf('</main>')).matchAll(/<li>/g)].length
    const linked = items.filter(Boolean).length
    if (linked < total) expect(resources).toContain(` ${total} ressources `)
  })

  test('offers the printer a page of its own, with the file, its report and its measures', () => {
    const printer = page('imprimeur/index.html')
    expect(printer).toContain(`${base}telechargements/${site.kit.slug}-impression.pdf`)
    expect(printer).toContain(`${base}telechargements/${site.kit.slug}-rapport.html`)
    expect(printer).toMatch(/Fond perdu<\/dt><dd>3(?:&nbsp;|\u00a0)mm/)
    expect(page('a-propos/index.html')).toContain(`${base}imprimeur/`)
  })

  test('says what its publisher has still to fill in, and invents nothing', () => {
    const legal = page('mentions-legales/index.html').replaceAll(/&nbsp;|\u00a0/g, ' ')
    const { adresse, telephone } = site.kit.editeur
    const asked = { ...site.kit.mentions, adresse, telephone }
    const missing = Object.values(asked).filter(value => value === null)
    expect(legal.split('à compléter par l’éditeur').length - 1).toBe(missing.length)
    for (const html of site.pages.values()) expect(html).not.toContain('kit.yaml')
    for (const [field, value] of Object.entries(asked)) {
      if (value !== null) expect(legal, field).toContain(value.split('@')[0])
    }
  })

  // Arrêté of 20 September 2019, article 4 and the model of the declaration.
  test.each([
    'article 47 de la loi n°&nbsp;2005-102 du 11&nbsp;février 2005',
    'schéma pluriannuel',
    'plan d’actions de l’année en cours',
    'actions réalisées l’année précédente',
    'Cette déclaration s’applique au site',
    'État de conformité',
    'référentiel général d’amélioration de l’accessibilité (RGAA), version&nbsp;4.1',
    'Résultats des tests',
    'Contenus non accessibles',
    'Non-conformités',
    'Dérogations pour charge disproportionnée',
    'Contenus non soumis à l’obligation d’accessibilité',
    'Cette déclaration a été établie en',
    'Technologies utilisées pour la réalisation du site',
    'Environnement de test',
    'Outils utilisés lors de l’évaluation',
    'Pages du site ayant fait l’objet de la vérification de conformité',
    'Retour d’information et contact',
    'Voies de recours',
    'https://formulaire.defenseurdesdroits.fr/',
    'https://www.defenseurdesdroits.fr/saisir/delegues',
    'Libre réponse 71120, 75342 Paris CEDEX 07',
    'Licence Ouverte&nbsp;2.0',
  ])('the declaration of accessibility says, of the order of 20 September 2019, « %s »', item => {
    expect(page('accessibilite/index.html')).toContain(item)
    expect(site.files).toContain('donnees/rgaa.csv')
  })

  test('each link to a file says its format, its weight and its language', () => {
    const mute: string[] = []
    let count = 0
    for (const [path, html] of site.pages)
      for (const [, tag = '', content = ''] of html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)) {
        const address = /href="([^"#?]*)/.exec(tag)?.[1] ?? ''
        // A feed is subscribed to, not downloaded.
        const leadsToFile =
          !address.endsWith('.atom') && address.startsWith('/') && /\.(?!html$)\w+$/.test(address)
        if (!leadsToFile && !/\bdownload\b/.test(tag)) continue
        count++
        const text = content.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', '\u00a0')
        const says = [/PDF|EPUB|CSV|JSON|HTML|DOCX/, /\d\u00a0[km]o/i, /en[ \u00a0]français/]
        if (!says.every(one => one.test(text))) mute.push(`${path}: ${address} « ${text} »`)
      }
    expect(count).toBeGreaterThan(0)
    expect(mute).toEqual([])
  })

  test('the foot of each page says the state of its accessibility, who publishes, and the pages that no menu names', () => {
    for (const [path, html] of site.pages) {
      const foot = /<footer class="pied.*?<\/footer>/s.exec(html)?.[0] ?? ''
      expect(foot, path).toContain('Accessibilité&nbsp;: non conforme')
      const { adresse, telephone } = site.kit.editeur
      for (const words of [adresse, telephone, 'nouveautes/', 'fiches.atom', '#donnees'])
        expect(foot.replaceAll(/&nbsp;|\u00a0/g, ' '), path).toContain(words)
    }
  })

  test('each page of a working version says so, to readers and to search engines, and no page of another', () => {
    const draft = isWorkingVersion(site.kit)
    for (const [path, html] of site.pages) {
      const aside = ['404.html', 'hors-connexion/index.html'].includes(path)
      expect(html.includes('<meta name="robots" content="noindex">'), path).toBe(draft || aside)
      expect(/>\s*Version de travail\s*</.test(html), path).toBe(draft)
    }
  })

  test('says of a first edition what it holds, and where its changes can be followed', () => {
    const news = page('nouveautes/index.html')
    expect(news).toContain('Voici la première édition du kit')
    for (const { id } of site.kit.familles) expect(news).toContain(`/familles/${id}/`)
    expect(news).toMatch(/<main[\s\S]*fiches\.atom[\s\S]*<\/main>/)
  })

  test('states no rate of accessibility that nobody audited', () => {
    const statement = page('accessibilite/index.html').replace('200&nbsp;%', '')
    expect(statement).toContain('n’annonce ni taux ni critère conforme')
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
      etat: 'partielle',
    }
    kit.accessibilite.plan_actions = 'https://exemple.fr/plan'
    kit.accessibilite.etablie_le = '2031-02-10'
    kit.accessibilite.mise_a_jour = '2031-06-01'
  })
  const statement = site.pages.get('accessibilite/index.html') ?? ''
  expect(statement).toContain('3 février 2031 par Cabinet d’essai')
  expect(statement).toMatch(/71.% des critères/)
  expect(statement).toContain('<strong>partiellement conforme</strong>')
  expect(statement).not.toContain('n’annonce ni taux')
  expect(statement).toContain('établie le 10 février 2031. Elle a été mise à jour le 1er juin 2031.')
  expect(statement).toContain('leur bilan est dans le <a href="https://exemple.fr/plan"')
})

describe('what a link to the site shows', () => {
  let site: SiteFolder
  beforeAll(async () => {
    site = await makeSite('tests/fixtures/kits/autre')
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('is a picture of the head of its page, where the site knows its address', async () => {
    for (const [path, html] of site.pages) {
      const [, image] =
        /property="og:image" content="https:\/\/example\.org\/carnet\/([^"]+)"/.exec(html) ?? []
      if (path.endsWith('404.html')) continue
      expect(site.files, path).toContain(image)
    }
    const { width, height } = await sharp(join(site.dir, 'partage/faire-le-tour.png')).metadata()
    expect([width, height]).toEqual([1200, 630])
  })

  test('is told to search engines as data', () => {
    const html = site.pages.get('fiches/faire-le-tour/index.html') ?? ''
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    const [article, trail] = JSON.parse(json)['@graph']
    expect(article).toMatchObject({
      '@type': 'Article',
      headline: 'Faire le tour',
      url: 'https://example.org/carnet/fiches/faire-le-tour/',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr',
      author: { '@type': 'Organization', name: 'Atelier des essais' },
      datePublished: expect.stringMatching(/^\d{4}-\d\d-01$/),
      dateModified: expect.stringMatching(/^\d{4}-\d\d-01$/),
    })
    expect(trail.itemListElement).toHaveLength(3)
  })

  test('is the fiche itself on a page of another site, alone, credited and without script', async () => {
    const text = (path: string) => readFile(join(site.dir, path), 'utf8')
    const framed = await text('integrer/faire-le-tour/index.html')
    const { results } = await validator.validateString(framed)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    expect(framed).not.toMatch(/<script|crossorigin|fiche-outils|<nav/)
    expect(framed).toContain('<link rel="canonical" href="https://example.org/carnet/fiches/faire-le-tour/">')
    expect(framed).toContain('<meta name="robots" content="noindex">')
    expect(framed).toMatch(/Carnet des Lisières, Atelier des essais, mars 2031.*CC0 1\.0/)
    expect(await text('sitemap.xml')).not.toContain('/integrer/')
    const page = site.pages.get('fiches/faire-le-tour/index.html') ?? ''
    const [, lines = ''] = /<details class="citer integrer">.*?<pre>(.*?)<\/pre>/s.exec(page) ?? []
    const [, discovery = ''] = /json\+oembed" href="https:\/\/example\.org\/carnet\/([^"]+)"/.exec(page) ?? []
    const { html, ...described } = JSON.parse(await text(discovery))
    expect(described).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Faire le tour',
      width: 720,
      height: 900,
    })
    expect(html).toBe(lines.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))
    expect(html).toContain('src="https://example.org/carnet/integrer/faire-le-tour/"')
  })

  test('is absent from a site without address', async () => {
    await using silent = await makeSite('tests/fixtures/kits/autre', kit => {
      kit.site.url = null
    })
    for (const html of silent.pages.values()) expect(html).not.toMatch(/og:|canonical|ld\+json|integrer/)
    expect(silent.files.filter(file => file.startsWith('partage/'))).toEqual([])
  })
})

test('a kit that begins with its fiches has no empty list of pages before them; of many families, few marks beside its name', async () => {
  await using site = await makeSite('tests/fixtures/kits/autre', kit => {
    const more = Array.from({ length: 23 }, (_, at) => ({
      ...(kit.familles[0] as Famille),
      id: `f${at}`,
      pluriel: `Familles ${at}`,
    }))
    kit.familles = [...kit.familles, ...more]
    kit.pages = kit.pages.filter(({ partie }) => partie !== 'liminaires')
  })
  const sommaire = site.pages.get('sommaire/index.html') ?? ''
  expect(sommaire).toContain('Annexes')
  expect(sommaire).not.toContain('<ul></ul>')
  expect(sommaire).not.toContain('Pour commencer')
  const [, marks = ''] = /<span class="logo-marques">(.*?)<span class="logo-titre/s.exec(sommaire) ?? []
  expect(marks.match(/<span class="famille-/g)).toHaveLength(6)
})
