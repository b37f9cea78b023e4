import { type Hex, type Nuance, slugify } from '../../text/index.ts'
import type { Couleur, Forme } from '../kit.ts'
import { quote } from '../yaml/write-values.ts'
import { fileName, folderName, newFiche, planOfFamily } from './new-fiche.ts'

export type NewFamily = { singulier: string; pluriel: string }

/** The shades of a family, with their inks. */
export type NewFamilyColours = Record<Nuance, Couleur> & { epub: Hex }

/** Data for a new kit. */
type KitBegun = {
  titre: string
  sous_titre: string | null
  annee: number
  /** `2027-01` */
  mois: string
  editeur: { nom: string; sigle: string | null }
  licence: string
  /** Two to four, in the order of the sommaire. */
  familles: readonly (NewFamily & { couleurs: NewFamilyColours })[]
}

const formes = ['carre', 'triangle', 'disque', 'carre'] as const satisfies readonly Forme[]

/** The files of a kit that builds at once, by their path in its folder: what is still to be written says so. */
export function newKit(kit: KitBegun): Map<string, string> {
  const familles = kit.familles.map((famille, index) => ({
    ...famille,
    id: slugify(famille.singulier) || `famille-${index + 1}`,
    dossier: folderName(famille.pluriel) || `famille-${index + 1}`,
    forme: formes[index] ?? 'carre',
  }))
  const files = new Map([
    ['kit.yaml', kitYaml(kit, familles)],
    [
      'tokens.json',
      `${JSON.stringify({ familles: Object.fromEntries(familles.map(({ id, couleurs }) => [id, couleurs])) }, null, 2)}\n`,
    ],
    [
      'partenaires.yaml',
      '# Les partenaires qui soutiennent une fiche : identifiant → { nom, url, logo, alt }.\n{}\n',
    ],
    [
      'sigles.yaml',
      '# Un sigle par ligne : son développement s’affiche à sa première mention dans chaque fiche.\nESS: Économie sociale et solidaire\n',
    ],
    [
      'liminaires/01-avant-propos.md',
      page(
        'avant-propos',
        'Avant-propos',
        'texte',
        '## Pourquoi ce kit\n\nÀ compléter : à qui ce kit s’adresse, et ce qu’il permet.',
      ),
    ],
    [
      'annexes/90-colophon.md',
      page(
        'colophon',
        'Colophon',
        'colophon',
        `**${kit.titre}**, ${kit.editeur.nom}.\n\n## Équipe\n\n- À compléter : les personnes et leur rôle\n\n## Licence\n\nLes textes de ce kit sont publiés sous licence ${kit.licence}.`,
      ),
    ],
    [
      'annexes/99-quatrieme.md',
      page(
        'quatrieme',
        'Quatrième de couverture',
        'quatrieme',
        `À compléter : le kit en quelques lignes.\n\n**${kit.editeur.nom}**`,
      ),
    ],
    ['LICENCE.md', licence(kit)],
    ['README.md', readme(kit, familles)],
  ])
  for (const [index, { id, singulier, dossier }] of familles.entries()) {
    const titre = `${singulier} à compléter`
    const slug = slugify(titre, 50) || `fiche-${index + 1}`
    files.set(
      `${dossier}/${fileName(index + 1, slug)}`,
      newFiche({ numero: index + 1, slug, titre, famille: id, maj: kit.mois, plan: planOfFamily([], id) }),
    )
  }
  return files
}

type FamilyFolder = NewFamily & { id: string; dossier: string; forme: Forme }

function kitYaml(
  { titre, sous_titre, annee, mois, editeur, licence }: KitBegun,
  familles: readonly FamilyFolder[],
): string {
  const value = (text: string | null) => (text === null ? 'null' : JSON.stringify(text))
  return [
    '# L’édition. Une valeur inconnue s’écrit null : elle s’affiche « à compléter ».',
    `titre: ${quote(titre)}`,
    `sous_titre: ${sous_titre === null ? 'null' : quote(sous_titre)}`,
    `edition: { annee: ${annee}, mois: ${mois}, statut: version de travail }`,
    `editeur: { nom: ${value(editeur.nom)}, sigle: ${value(editeur.sigle)}, site: null, adresse: null, telephone: null }`,
    'isbn: { imprime: null, pdf: null, epub: null } # un numéro par format',
    `licence: { nom: ${value(licence)}, version: null, url: null }`,
    'imprimeur: null',
    'credits: {} # rôle: [noms]',
    'familles: # dans l’ordre du sommaire ; couleur est un nom de tokens.json',
    ...familles.map(
      ({ id, singulier, pluriel, forme }) =>
        `  - { id: ${id}, singulier: ${value(singulier)}, pluriel: ${value(pluriel)}, forme: ${forme}, couleur: ${id} }`,
    ),
    'site: { url: null, base: /, accroche: null }',
    'mentions: { directeur_publication: null, hebergeur: null, hebergeur_telephone: null, contact: null, depot_legal: null }',
    'accessibilite: { audit: null } # un taux ne s’écrit qu’après un audit daté',
    '',
  ].join('\n')
}

const page = (slug: string, titre: string, gabarit: string, body: string) =>
  `---\nslug: ${slug}\ntitre: ${titre}\ngabarit: ${gabarit}\n---\n\n${body}\n`

const licence = ({ licence: nom, editeur }: KitBegun) => `# Licence du contenu

Les textes de ce dossier sont publiés par ${editeur.nom} sous la licence déclarée sous la clé \`licence\` de \`kit.yaml\` : ${nom}. Tant que
\`version\` et \`url\` y valent \`null\`, l’éditeur ne les a pas arrêtées.

Les images ont chacune leur crédit et leur licence, écrits dans \`images/credits.yaml\`. Les marques, logos et noms restent à leurs titulaires.
Le logiciel qui compose ce kit a sa propre licence.
`

const readme = ({ titre }: KitBegun, familles: readonly FamilyFolder[]) => `# ${titre}

Ce dossier est un kit de fiches. On écrit les fiches dans les dossiers ${familles.map(({ dossier }) => `\`${dossier}/\``).join(', ')} ; l’édition se règle dans
\`kit.yaml\`, les couleurs dans \`tokens.json\`. Depuis le dossier de la presse, CHEMIN étant celui de ce dossier :

    npm run kit -- new fiche "Titre" --famille ${familles[0]?.id ?? ''} --fiches CHEMIN
    npm run kit -- check --fiches CHEMIN      # ce qui ne va pas, et où
    npm run atelier -- --fiches CHEMIN        # écrire et voir le kit dans le navigateur
    npm run kit -- build --fiches CHEMIN      # site, PDF, livre numérique dans dist/
    npm run kit -- release --fiches CHEMIN    # un dossier à publier, imprimer et déposer

Tout ce qui est encore à écrire dit « à compléter ». Le guide de rédaction est dans le dossier de la presse : \`docs/guide-redaction.md\`.
Licence des textes : \`LICENCE.md\`.
`
