import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { onUnix } from '../../unix.ts'
import { editKit } from './edit-kit.ts'

/** What is read of the edited kit. */
async function read(edits = '') {
  await using edited = await editKit(null, edits)
  return await readKit(edited.dir)
}

test('les fiches par numéro, les pages dans l’ordre des dossiers', async () => {
  const { kit } = await read()
  expect(kit?.fiches.map(({ numero, statut }) => `${numero} ${statut}`)).toEqual([
    '1 publiee',
    '2 publiee',
    '3 relecture',
    '4 a-paraitre',
  ])
  expect(kit?.pages.map(({ partie, slug }) => `${partie}/${slug}`)).toEqual([
    'liminaires/avant-propos',
    'annexes/colophon',
  ])
})

test('une fiche et un réglage dont l’en-tête n’a qu’un avertissement restent dans le kit', async () => {
  const { kit } = await read(
    "kit.yaml\n- titre: Kit d'essai\n+ titre: Kit # 1\nleviers/02-achats.md\n- titre: Acheter autrement\n+ titre: Fiche # 1",
  )
  expect(kit?.titre).toBe('Kit')
  expect(kit?.fiches.map(({ titre }) => titre)).toContain('Fiche')
})

test('le dessin d’une tête est celui de la fiche dont il porte le slug', async () => {
  const { kit } = await read('dessiner images/tete-achats.svg -> <path d="M0 0h9v1H0z"/>')
  const drawn = kit?.fiches.map(fiche => ('tete' in fiche ? fiche.tete : null))
  expect(drawn).toEqual([null, 'images/tete-achats.svg', null, null])
})

test('le sigle de l’éditeur est développé par son nom, sans ligne dans sigles.yaml', async () => {
  const { kit } = await read()
  expect(kit?.sigles).toMatchObject({ RE: "Réseau d'essai" })
})

test('ce qui n’est pas dit a sa valeur par défaut', async () => {
  await using edited = await editKit(null)
  const path = join(edited.dir, 'kit.yaml')
  const least = [
    "titre: Kit d'essai, l'œuvre commune",
    'edition: { annee: 2026, mois: 2025-11 }',
    'editeur: { nom: Réseau }',
    'licence: { nom: CC BY }',
    /familles:.*?(?=site:)/s.exec(await readFile(path, 'utf8'))?.[0],
  ]
  await writeFile(path, least.join('\n'))
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
  await writeFile(join(edited.dir, 'tokens.json'), JSON.stringify(tokens, null, '\t'))
  const { kit } = await readKit(edited.dir)
  expect(kit?.tokens.familles['levier']?.solid).toEqual(couleur)
  expect(kit?.tokens.familles['levier']?.deep).toEqual(expect.objectContaining({ hex: expect.any(String) }))
  expect(kit?.tokens.web.fond).toBe('#ffffff')
})

test('une fiche dont l’en-tête est faux manque, les autres restent', async () => {
  const { kit } = await read('leviers/03-contrats.md\n- statut: relecture\n+ statut: brouillon')
  expect(kit?.fiches.map(({ numero }) => numero)).toEqual([1, 2, 4])
})

test('sans kit.yaml utilisable, pas de kit', async () => {
  const { kit } = await read("kit.yaml\n- titre: Kit d'essai\n+ titres: Kit d'essai")
  expect(kit).toBeNull()
})

test('le dossier du kit peut être un lien, et ses liens intérieurs sont lus', async context => {
  onUnix(context)
  await using edited = await editKit(null, 'lien images/plan.png -> marche.png')
  const alias = join(edited.dir, '..', 'alias')
  await symlink(edited.dir, alias)
  expect((await readKit(alias)).problems).toEqual([])
})
