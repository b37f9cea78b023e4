import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKit } from '../../e2e/run-kit.ts'
import { copyPress, plant, type Released, releaseWith } from '../press-copy.ts'
import { declared, type PressFault as Fault, listed, wordless } from './press-faults.ts'

const fiches = resolve('tests/visual/carnet')
let dir: string
let references: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-fautes-'))
  references = join(dir, 'references')
  const args = [
    'visual',
    '--accepter',
    '--fiches',
    fiches,
    '--references',
    references,
    '--rapport',
    join(dir, 'nouvelles.html'),
  ]
  const { code, stderr } = await runKit(args, { CI: '' })
  if (code !== 0) throw new Error(stderr)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** A file of the site that says what an expression gives where it is made.
 *  @param before text of the source, inside a template string */
const says = (what: string, file: string, path: string, before: string, expression: string): Fault => ({
  what,
  path,
  change: text => text.replace(before, `\${${expression}}${before}`),
  control: 'reproductible',
  says: new RegExp(`site/${file} : Le fichier change d’une fabrication à l’autre`),
})

/** Faults that do not hide each other stand in one copy of the press: each must be told by its own control. */
const copies: Record<string, readonly Fault[]> = {
  'the editions': [
    {
      what: 'a word that the site’s layout drops',
      path: 'layouts/web/fiche.njk',
      change: text => text.replace('{{ content | safe }}', '{{ content | replace("lumière", "") | safe }}'),
      control: 'mots-site',
      says: /Planter un arbre.*ligne \d+.*Passage perdu ou changé : « Regarder d.abord le sol in situ, puis la lumière/,
    },
    {
      what: 'a paragraph that the e-book’s layout says twice',
      path: 'layouts/epub/fiche.njk',
      change: text =>
        text.replace(
          '{{ content | safe }}',
          '{{ content | safe }}<p>Regarder d’abord le sol in situ, puis la lumière, enfin les voisins.</p>',
        ),
      control: 'mots-epub',
      says: /Mots en trop : « regarder d abord le sol in situ puis la lumière enfin les voisins/,
    },
    {
      what: 'a page of the PDF that has lost its number',
      path: 'build/pdf/print/frame.ts',
      change: text => text.replace(/(<span class="folio">)[^<]*/, '$1'),
      control: 'numeros-pdf',
      says: /PDF, page 3 : La page ne porte pas son numéro/,
    },
    {
      what: 'a link that leads nowhere',
      path: 'layouts/web/parts/pied.njk',
      change: text => text.replace('"/accessibilite/"', '"/accessibilité-perdue/"'),
      control: 'liens-site',
      says: /Le lien \/carnet\/accessibilité-perdue\/ ne mène nulle part/,
    },
    {
      what: 'a picture without alternative',
      path: 'layouts/epub/couverture.njk',
      change: text => text.replace(/ alt="[^"]*"/, ' alt=""'),
      control: 'accessibilite-epub',
      says: /couverture\.jpg n’a pas de texte de remplacement/,
    },
    {
      what: 'captions of the PDF that are paragraphs',
      path: 'build/pdf/tag/write-structure.ts',
      change: text => text.replace("figcaption: 'Caption'", "figcaption: 'P'"),
      control: 'structure',
      says: /dans le PDF : « .+ » n’y est pas la légende d’une figure/,
    },
    {
      what: 'a script in a page',
      path: 'layouts/web/base.njk',
      change: text => text.replace('</body>', '<script>document.title = "x"</script></body>'),
      control: 'surete',
      says: /script dans la page/,
    },
    {
      what: 'the date of the day in the place of the edition’s',
      path: 'build/epub/metadata.ts',
      change: text => text.replace('date.toISOString()', 'new Date().toISOString()'),
      control: 'reproductible',
      says: /petit-carnet\.epub : Le fichier change d’une fabrication à l’autre/,
    },
  ],
  'the look': [
    {
      what: 'a word that the print layout drops',
      path: 'layouts/print/fiche.njk',
      change: text =>
        text.replace(
          /\{%\s*-?\s*set chapo = content/,
          '{%- set content = content | replace("lumière", "") -%}\n{%- set chapo = content',
        ),
      control: 'mots-pdf',
      says: /Passage perdu ou changé : « Regarder d.abord le sol/,
    },
    {
      what: 'a sommaire that says another page',
      path: 'layouts/print/sommaire.njk',
      change: text => text.replace('data-page="{{ id }}"', 'data-page="couverture"'),
      control: 'numeros-pdf',
      says: /Sommaire du PDF : « Planter un arbre.* » commence page 3 ; le sommaire dit 1/,
    },
    {
      what: 'bookmarks of levers beside those of their sections',
      path: 'build/pdf/bind/navigation.ts',
      change: text => text.replace('path.push({ level, bookmark })', 'path.push({ level: 1, bookmark })'),
      control: 'numeros-pdf',
      says: /Signets du PDF : « .+ » : le signet « .+ » n’est pas sous celui de sa section/,
    },
    {
      what: 'an e-book without its list of printed pages',
      path: 'build/epub/nav.ts',
      change: text => text.replace(/<nav epub:type="page-list"[\s\S]*?<\/nav>\n/, ''),
      control: 'numeros-editions',
      says: /La liste des pages imprimées est absente/,
    },
    {
      what: 'a picture of the site that says nothing to a reading machine',
      path: 'layouts/web/base.njk',
      change: text => text.replace('</body>', '<img src="{{ "/images/place.png" | adresse }}"></body>'),
      control: 'accessibilite-site',
      says: /image-alt/,
    },
    {
      what: 'a block of the PDF shifted by two millimetres',
      path: 'styles/print/blocks/definition.css',
      change: text => `${text}\n.definition > * { position: relative; left: 2mm; }\n`,
      control: 'visuel',
      says: /Tenir un marché du samedi, PDF, page 1, p\. \d+ : La vue a changé\. .*la ligne « .+ » est 7,\d px plus à droite/,
    },
    {
      what: 'capitals in the printed index, which say the same words',
      path: 'layouts/print/territoires.njk',
      change: text => text.replace('{{ departement.nom | typo', '{{ departement.nom | upper | typo'),
      control: 'visuel',
      says: /Index des territoires, PDF, page 1, p\. 6 : La vue a changé/,
    },
    {
      what: 'another colour on the site',
      path: 'styles/web/layout/footer.css',
      change: text => `${text}\n.pied { background: darkred; }\n`,
      control: 'visuel',
      says: /site, 1280 px, de jour : La vue a changé/,
    },
    {
      what: 'a picture of a fiche without alternative',
      path: 'src/markdown/render/parts.ts',
      change: text => text.replace(/alt="\$\{escapeXml\(alt\)\}"/, 'alt=""'),
      control: 'accessibilite-epub',
      says: /place\.png n’a pas de texte de remplacement/,
    },
  ],
  'what comparing words does not see': wordless,
  'what every edition lists': listed,
  'what the printer’s file declares': declared,
  'what it takes of its machine': [
    says('where it was started', 'robots.txt', 'build/site/sitemap.ts', 'User-agent', 'process.cwd()'),
    says('whose home it has', 'fiches.atom', 'build/site/feed.ts', '</feed>', 'process.env.HOME'),
    says(
      'its time zone',
      'sitemap.xml',
      'build/site/sitemap.ts',
      '</urlset>',
      'new Date(0).getTimezoneOffset()',
    ),
    says(
      'its language',
      'site.webmanifest',
      'build/site/web-app.ts',
      '\\n`',
      "' '.repeat((1.5).toLocaleString().charCodeAt(1) - 43)",
    ),
    says('who may read its files', '_headers', 'build/site/headers.ts', '/*`', 'process.umask()'),
    {
      what: 'the number of its tabs',
      path: 'build/release/editions/make-pdf.ts',
      change: text =>
        text.replace('makeFichePdfs({ kit,', 'makeFichePdfs({ kit: { ...kit, titre: String(jobs) },'),
      control: 'reproductible',
      says: /pdf\/fiches\/01-planter-un-arbre\.pdf : Le fichier change/,
    },
  ],
}

describe.each(Object.entries(copies))('planted in %s', (name, faults) => {
  let released: Released
  beforeAll(async () => {
    const press = join(dir, `presse ${name}`)
    await copyPress(press)
    for (const { path, change } of faults) await plant(press, path, change)
    released = await releaseWith(
      press,
      ['--fiches', fiches, '--references', references],
      join(dir, `livraison ${name}`),
    )
  })

  it('the release is refused', () => {
    expect(released.code, released.stderr).toBe(1)
  })

  it.each(faults.map(fault => [fault.what, fault] as const))('%s is caught', (_, { control, says }) => {
    expect(released.verdicts[control], released.stderr).toBe('erreur')
    expect(released.findings[control]?.join('\n')).toMatch(says)
  })
})

it('a draft that does not say so, nor hides from search engines, is caught', async () => {
  const press = join(dir, 'presse brouillon')
  await copyPress(press)
  await plant(press, 'layouts/web/base.njk', text => text.replace('{% if brouillon %}', '{% if false %}'))
  await plant(press, 'layouts/web/parts/entete.njk', text =>
    text.replace('{%- if kit.edition.statut %}', '{%- if false %}'),
  )
  const { findings, stderr } = await releaseWith(
    press,
    ['--brouillon', '--fiches', fiches, '--references', references],
    join(dir, 'livraison brouillon'),
  )
  const told = findings['tetes-site']?.join('\n') ?? stderr
  expect(told).toMatch(/sommaire\/index\.html : La page d’une version de travail ne se cache pas/)
  expect(told).toMatch(/composer\/index\.html : La page ne dit pas « version de travail » en tête/)
})

it('a colour that is no token ends the making of the printer’s PDF, and is named with its page', async () => {
  const press = join(dir, 'presse couleur')
  await copyPress(press)
  await plant(
    press,
    'styles/print/blocks/definition.css',
    text => `${text}\n.definition { background: #12ab9f; }\n`,
  )
  const { code, stderr } = await releaseWith(press, ['--fiches', fiches], join(dir, 'livraison couleur'))
  expect(code).not.toBe(0)
  expect(stderr).toMatch(/#12ab9f/i)
  expect(stderr).toMatch(/page \d/)
})
