import { renameFiche, type SheetAtAGlance, withoutFormerSlugs, withValues } from '../../../src/kit/index.ts'
import { plural } from '../../../src/problems/index.ts'
import { slugify } from '../../../src/text/index.ts'
import type { NewFile } from '../worker/new-file.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { askIn, attemptFor, field, h, type Say } from './dom.ts'
import type { SheetDeed } from './glance-view.ts'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** Asks for a family of the kit. @param chosen its id; null: the first */
export const familyField = (desk: Desk, chosen: string | null = null) =>
  field(
    'Famille',
    h(
      'select',
      { name: 'famille' },
      ...desk
        .reading()
        .glance.familles.map(({ id, singulier }) =>
          h('option', { value: id, selected: id === chosen }, singulier),
        ),
    ),
  )

/** Creates the actions on fiches as files. They change the desk alone until it is saved. */
export function sheetDeeds(
  desk: Desk,
  workbench: Workbench,
  { open, say }: { open(path: string): void; say: Say },
) {
  const attempt = attemptFor(say)
  async function add({ file, files }: NewFile): Promise<void> {
    await desk.replace(files)
    open(file)
  }

  const put = (file: string, bytes: Uint8Array | null, words: string) =>
    desk.replaceAndSay(new Map([[file, bytes]]), words, say)

  async function rename({ file, numero, slug, titre, statut }: SheetAtAGlance): Promise<void> {
    const answers = await askIn(
      'Renommer la fiche',
      'Renommer',
      field('Titre', h('input', { name: 'titre', required: true, value: titre })),
      field('Nom dans les adresses', h('input', { name: 'slug', required: true, value: slug })),
    )
    if (!answers) return
    const name = slugify(answers['slug'] ?? '', 80)
    if (name === '') throw new Error('Le nom dans les adresses a au moins une lettre ou un chiffre.')
    const texts = [...desk.files()].filter(([path]) => /\.(?:md|yaml)$/.test(path))
    const files = new Map(texts.map(([path, content]) => [path, decoder.decode(content)]))
    const { target, changes } = renameFiche(
      files,
      // A name that was never saved leads nowhere.
      { file, numero, slug, announced: statut === 'a-paraitre' || !desk.isShelved(file) },
      { titre: answers['titre'] ?? titre, slug: name },
    )
    if (target !== file && desk.bytesOf(target) !== null)
      throw new Error(`${target} existe déjà : choisir un autre nom.`)
    await desk.replace(
      new Map([...changes].map(([path, text]) => [path, text === null ? null : encoder.encode(text)])),
    )
    open(target)
    const others = changes.size - (target === file ? 1 : 2)
    if (others > 0)
      say(`Les renvois vers cette fiche suivent, dans ${plural(others, 'autre fichier', 'autres fichiers')}.`)
  }

  const deeds: Record<SheetDeed, (sheet: SheetAtAGlance) => Promise<void>> = {
    ouvrir: async ({ file }) => open(file),
    async commencer({ file, titre }) {
      await desk.read()
      const { bytes, hasBody } = await workbench.begunFiche(file)
      const words = hasBody
        ? 'le texte déjà écrit est gardé.'
        : 'écrire à la place de chaque « À compléter ».'
      await put(file, bytes, `« ${titre} » est commencée : ${words}`)
      open(file)
    },
    renommer: rename,
    async dupliquer({ file, famille, titre }) {
      const bytes = desk.bytesOf(file)
      if (!bytes) return
      const copied = `${titre} (copie)`
      const copy = await workbench.newFiche(copied, famille)
      const values = { numero: copy.numero, slug: copy.slug, titre: copied, statut: 'relecture' }
      const text = withValues(withoutFormerSlugs(decoder.decode(bytes)), values)
      await add({ ...copy, files: new Map([[copy.file, encoder.encode(text)]]) })
    },
    async annoncer({ file, numero, slug, titre, famille }) {
      const text = `---\nnumero: ${numero}\nslug: ${slug}\ntitre: ${JSON.stringify(titre)}\nfamille: ${famille}\nstatut: a-paraitre\n---\n`
      await put(file, encoder.encode(text), 'La fiche est annoncée « à paraître » : son texte est retiré.')
    },
    supprimer: ({ file, titre }) => put(file, null, `« ${titre} » est supprimée.`),
  }

  return {
    act: (deed: SheetDeed, sheet: SheetAtAGlance) => attempt(() => deeds[deed](sheet)),
    /** Puts a fiche from elsewhere into the kit: over that of its name in the addresses, or beside it. */
    addFiche: (file: File) =>
      attempt(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const path = await workbench.placeOfText(file.name, bytes)
        const words = desk.bytesOf(path) ? 'prend la place de' : 'est dans le kit :'
        await put(path, bytes, `« ${file.name} » ${words} ${path}.`)
        open(path)
      }),
    begin: () =>
      attempt(async () => {
        const answers = await askIn(
          'Nouvelle fiche',
          'Commencer',
          field('Titre', h('input', { name: 'titre', required: true })),
          familyField(desk),
        )
        if (answers) await add(await workbench.newFiche(answers['titre'] ?? '', answers['famille'] ?? ''))
      }),
  }
}
