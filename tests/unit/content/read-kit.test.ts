import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { formatProblems } from '../../../src/problems/format.ts'
import { onUnix } from '../../unix.ts'
import { editKit } from './edit-kit.ts'

/** Changes one file of a copy of the base kit. */
async function change(dir: string, file: string, edit: (text: string) => string | Buffer): Promise<void> {
  const path = join(dir, file)
  await writeFile(path, edit(await readFile(path, 'utf8').catch(() => '')))
}

async function problems(dir: string): Promise<string[]> {
  const { problems } = await readKit(dir)
  return formatProblems(problems, 'texte').split('\n').slice(0, -2)
}

describe('le kit', () => {
  test('les fiches par numéro, les pages dans l’ordre des dossiers', async () => {
    await using edited = await editKit(null)
    const { kit } = await readKit(edited.dir)
    expect(kit?.fiches.map(({ numero, statut }) => [numero, statut])).toEqual([
      [1, 'publiee'],
      [2, 'publiee'],
      [3, 'relecture'],
      [4, 'a-paraitre'],
    ])
    expect(kit?.pages.map(({ partie, slug }) => [partie, slug])).toEqual([
      ['liminaires', 'avant-propos'],
      ['annexes', 'colophon'],
    ])
  })

  test('une fiche et un réglage dont l’en-tête n’a qu’un avertissement restent dans le kit', async () => {
    await using edited = await editKit(
      null,
      "kit.yaml\n- titre: Kit d'essai\n+ titre: Kit # 1\nleviers/02-achats.md\n- titre: Acheter autrement\n+ titre: Fiche # 1",
    )
    const { kit } = await readKit(edited.dir)
    expect(kit?.titre).toBe('Kit')
    expect(kit?.fiches.map(({ titre }) => titre)).toContain('Fiche')
  })

  test('le dessin d’une tête est celui de la fiche dont il porte le slug', async () => {
    await using edited = await editKit(null)
    await writeFile(
      join(edited.dir, 'images/tete-achats.svg'),
      '<svg viewBox="-5 -33.5 220 35"><path d="M0 0h9v1H0z"/></svg>',
    )
    const { kit } = await readKit(edited.dir)
    expect(kit?.fiches.map(fiche => ('tete' in fiche ? fiche.tete : null))).toEqual([
      null,
      'images/tete-achats.svg',
      null,
      null,
    ])
  })

  test('le sigle de l’éditeur est développé par son nom, sans ligne dans sigles.yaml', async () => {
    await using edited = await editKit(null)
    await change(edited.dir, 'kit.yaml', text =>
      text.replace(/^editeur:.*$/m, 'editeur: { nom: Réseau des essais, sigle: RDE }'),
    )
    const { kit } = await readKit(edited.dir)
    expect(kit?.sigles).toMatchObject({ RDE: 'Réseau des essais' })
  })

  test('ce qui n’est pas dit a sa valeur par défaut', async () => {
    await using edited = await editKit(null)
    const least = [
      "titre: Kit d'essai, l'œuvre commune",
      'edition: { annee: 2026, mois: 2025-11 }',
      'editeur: { nom: Réseau }',
      'licence: { nom: CC BY }',
    ]
    await change(edited.dir, 'kit.yaml', text =>
      [...least, /familles:.*?(?=site:)/s.exec(text)?.[0]].join('\n'),
    )
    const { kit, problems } = await readKit(edited.dir)
    expect(problems.filter(({ severity }) => severity === 'erreur')).toEqual([])
    expect(kit).toMatchObject({
      slug: 'kit-d-essai-l-oeuvre-commune',
      sous_titre: null,
      edition: { statut: null, numero: null },
      credits: {},
      site: { url: null, base: '/', atelier: false },
      imprimeur: null,
      notice: { resume: null, public: null, thema: {} },
      reutilisation: { word: false },
      impression: { profil: null, fond_perdu: 3, couverture: true, reliure: 'agrafe' },
      mentions: { hebergeur: null },
      accessibilite: { audit: null, etat: null },
      mots_etrangers: {},
      partenaires: {},
    })
    expect(kit?.fiches[0]).toMatchObject({
      titre_court: 'Des repères pour commencer',
      soutien: [],
      anciens_slugs: [],
    })
  })

  test('les couleurs du kit remplacent celles de la presse, nom par nom', async () => {
    await using edited = await editKit(null)
    const couleur = { hex: '#123456', cmyk: [1, 2, 3, 4] }
    const tokens = { familles: { levier: { solid: couleur } }, web: { fond: '#ffffff' } }
    await change(edited.dir, 'tokens.json', () => JSON.stringify(tokens, null, '\t'))
    const { kit } = await readKit(edited.dir)
    expect(kit?.tokens.familles['levier']?.solid).toEqual(couleur)
    expect(kit?.tokens.familles['levier']?.deep).toEqual(expect.objectContaining({ hex: expect.any(String) }))
    expect(kit?.tokens.web.fond).toBe('#ffffff')
  })

  test('une couleur a quatre encres : ni trois, ni cinq', async () => {
    await using edited = await editKit(null)
    const tokens = { familles: { levier: { solid: { hex: '#123456', cmyk: [1, 2, 3, 4, 5] } } } }
    await change(edited.dir, 'tokens.json', () => JSON.stringify(tokens))
    expect(await problems(edited.dir)).toEqual([
      expect.stringMatching(/cmyk : « \[1,2,3,4,5\] » n'a pas la bonne forme\. Écrire 4 valeurs\.$/),
    ])
  })

  test('une fiche dont l’en-tête est faux manque, les autres restent', async () => {
    await using edited = await editKit(null)
    await change(edited.dir, 'leviers/03-contrats.md', text =>
      text.replace('statut: relecture', 'statut: brouillon'),
    )
    const { kit } = await readKit(edited.dir)
    expect(kit?.fiches.map(({ numero }) => numero)).toEqual([1, 2, 4])
  })

  test('sans kit.yaml utilisable, pas de kit', async () => {
    await using edited = await editKit(null)
    await change(edited.dir, 'kit.yaml', text => text.replace('titre:', 'titres:'))
    expect((await readKit(edited.dir)).kit).toBeNull()
  })
})

test('dix fautes d’un coup : toutes, dans l’ordre, et aucune autre', async () => {
  await using edited = await editKit(null)
  const { dir } = edited
  await change(dir, 'kit.yaml', text =>
    text.replace('mois: 2025-11', 'mois: 2025-13').replace('editeur:', 'éditeur:'),
  )
  await change(dir, 'leviers/02-achats.md', text =>
    text
      .replace('famille: levier', 'famille: leviers')
      .replace('[cress]', '[cress, ess-france]')
      .replace('maj: 2025-11', 'maj: 2025-11\nauteur: Camille')
      .replace('Un achat simple.', 'Voir [[contrat]].\n\n![](images/absente.png)\n\n::: inconnu\nx\n:::'),
  )
  await change(dir, 'leviers/03-contrats.md', text =>
    text.replace('titre: Contractualiser', 'titre: Agir : un contrat'),
  )
  await change(dir, 'thematiques/04-habitat.md', text => text.replace('slug: habitat', 'slug: achats'))
  expect(await problems(dir)).toEqual([
    expect.stringMatching(/^kit\.yaml:3:31 {2}erreur {2}edition › mois : « 2025-13 »/),
    expect.stringMatching(
      /^kit\.yaml:4:1 {2}erreur {2}éditeur : cette clé n'existe pas\. Écrire : editeur\.$/,
    ),
    expect.stringMatching(/^leviers\/02-achats\.md:6:10 {2}erreur {2}famille : « leviers »/),
    expect.stringMatching(/^leviers\/02-achats\.md:9:18 {2}erreur {2}soutien : « ess-france »/),
    expect.stringMatching(/^leviers\/02-achats\.md:12:1 {2}erreur {2}auteur : cette clé n'existe pas/),
    expect.stringMatching(
      /^leviers\/02-achats\.md:29:6 {2}erreur {2}Renvoi à « contrat ».*Écrire : \[\[contrats\]\]\.$/,
    ),
    expect.stringMatching(/^leviers\/02-achats\.md:31:1 {2}erreur {2}L'image « images\/absente\.png »/),
    expect.stringMatching(/^leviers\/02-achats\.md:33:5 {2}erreur {2}Le bloc « inconnu »/),
    expect.stringMatching(/^leviers\/03-contrats\.md:4:8 {2}erreur .*Écrire : titre: "Agir : un contrat"$/),
    expect.stringMatching(/^thematiques\/04-habitat\.md:3:7 {2}erreur {2}slug : « achats » est déjà/),
  ])
})

describe('un texte venu d’ailleurs', () => {
  test('BOM et fins de ligne de Windows ne changent ni le texte ni les lieux', async () => {
    await using edited = await editKit(null)
    const { dir } = edited
    const before = await readKit(dir)
    for (const file of ['kit.yaml', 'leviers/02-achats.md', 'partenaires.yaml']) {
      await change(dir, file, text => `\ufeff${text.replaceAll('\n', '\r\n')}`)
    }
    expect(JSON.stringify(await readKit(dir))).toBe(JSON.stringify(before))
    await change(dir, 'leviers/02-achats.md', text => text.replace('famille: levier', 'famille: leviers'))
    expect((await readKit(dir)).problems.map(({ place }) => place)).toEqual([
      { file: 'leviers/02-achats.md', line: 6, column: 10 },
    ])
  })

  test('les titres et les sigles suivent la typographie du texte', async () => {
    await using edited = await editKit(null)
    const { dir } = edited
    await change(dir, 'leviers/02-achats.md', text =>
      text.replace('Acheter autrement', '"Acheter : le rôle de l\'Etat"'),
    )
    await change(dir, 'sigles.yaml', text => `${text}DAE: Direction des achats de l'Etat\n`)
    expect(await problems(dir)).toEqual([
      expect.stringMatching(/^leviers\/02-achats\.md:4:32 {2}avertissement {2}« Etat »/),
      expect.stringMatching(/^sigles\.yaml:2:32 {2}avertissement {2}« Etat »/),
    ])
  })
})

describe('rien ne sort du dossier', () => {
  test.each(['../secret.png', '/etc/passwd', 'images/../../secret.png', 'C:\\secret.png'])(
    'image %s',
    async path => {
      await using edited = await editKit(null)
      await change(edited.dir, 'leviers/02-achats.md', text =>
        text.replace('Un achat simple.', `![Un plan](<${path}>)`),
      )
      const { problems } = await readKit(edited.dir)
      expect(problems.map(({ code }) => code)).toContain('chemin-hors-dossier')
    },
  )

  test('logo et profil ICC', async () => {
    await using edited = await editKit(null)
    await change(edited.dir, 'partenaires.yaml', text => text.replace('images/cress.svg', '../cress.svg'))
    await change(edited.dir, 'kit.yaml', text => text.replace('profil: null', 'profil: ../papier.icc'))
    const { problems } = await readKit(edited.dir)
    expect(problems.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      'chemin-hors-dossier kit.yaml',
      'chemin-hors-dossier partenaires.yaml',
    ])
  })

  test('un dossier, une image ou kit.yaml qui sont des liens vers le dehors', async context => {
    onUnix(context)
    await using edited = await editKit(null)
    const { dir } = edited
    await mkdir(join(dir, '..', 'dehors'))
    await writeFile(join(dir, '..', 'dehors', '09-intrus.md'), 'secret')
    await symlink(join(dir, '..', 'dehors'), join(dir, 'autres'))
    await symlink(join(tmpdir(), 'absente.png'), join(dir, 'images', 'z.png'))
    await symlink('/etc/hostname', join(dir, 'images', 'y.png'))
    await change(dir, 'leviers/02-achats.md', text =>
      text.replace('Un achat simple.', '![Un plan](images/y.png)'),
    )
    const { kit, problems } = await readKit(dir)
    expect(kit?.fiches).toHaveLength(4)
    expect(problems.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      'chemin-hors-dossier autres',
      'chemin-hors-dossier images/y.png',
    ])
  })

  test('une image et un profil qui sont des liens vers rien n’existent pas pour qui les nomme', async context => {
    onUnix(context)
    await using edited = await editKit(null)
    const { dir } = edited
    await symlink('absente.png', join(dir, 'images', 'z.png'))
    await symlink('absent.icc', join(dir, 'papier.icc'))
    await change(dir, 'kit.yaml', text => text.replace('profil: null', 'profil: papier.icc'))
    await change(dir, 'leviers/02-achats.md', text =>
      text.replace('Un achat simple.', '![Un plan](images/z.png)'),
    )
    const { problems } = await readKit(dir)
    expect(problems.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      'profil-absent kit.yaml',
      'image-absente leviers/02-achats.md',
    ])
  })

  test('le dossier du kit peut être un lien, et ses liens intérieurs sont lus', async context => {
    onUnix(context)
    await using edited = await editKit(null)
    const alias = join(edited.dir, '..', 'alias')
    await symlink(edited.dir, alias)
    await symlink('marche.png', join(edited.dir, 'images', 'plan.png'))
    expect(await problems(alias)).toEqual([])
  })
})

test('une image dont le nom a ses accents séparés n’est pas proposée à l’identique', async () => {
  await using edited = await editKit(null)
  const { dir } = edited
  await writeFile(join(dir, 'images', 'marche\u0301.png'), await readFile(join(dir, 'images', 'marche.png')))
  await change(dir, 'leviers/02-achats.md', text =>
    text.replace('Un achat simple.', '![Un plan](images/marché.png)'),
  )
  const [first = ''] = await problems(dir)
  expect(first).toContain("Renommer l'image sans accent.")
})
