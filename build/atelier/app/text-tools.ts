import { openSearchPanel } from '@codemirror/search'
import { sheetAt } from '../../../src/kit/index.ts'
import {
  type Form,
  leverForm,
  type Parts,
  pictureForm,
  slugify,
  writeParts,
} from '../../../src/text/index.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { askIn, attemptFor, button, field, h, handOut, type Say } from './dom.ts'
import { createBar } from './editor/bar.ts'
import type { Editor } from './editor/editor.ts'
import { drawn } from './editor/signs.ts'
import { linkText } from './editor/typing.ts'
import { moveUnit, removeUnit } from './editor/units.ts'
import { fieldsOf, formOf, forms } from './forms/block-form.ts'
import { askForPicture } from './forms/picture-form.ts'

const WORD = 'Envoyer une copie en Word (.docx)'

/** Creates the tools over the editor: shape the words, insert a block or a picture, change what stands at the cursor, hand the file out. */
export function createTextTools(options: {
  desk: Desk
  workbench: Workbench
  editor(): Editor
  path(): string | null
  say: Say
}) {
  const { desk, workbench, editor, path, say } = options
  const attempt = attemptFor(say)

  /** Asks for the parts of a block. @returns it, as it is to be written; null: the person cancelled */
  async function ask(
    form: Form,
    parts: Parts,
    part: { from: number; text: string } | null = null,
  ): Promise<string | null> {
    const fields = fieldsOf(form, parts, {
      picto: workbench.picto,
      pictos: workbench.pictos,
      pictures: [...desk.files().keys()].filter(file => /^images\/.*\.(?:png|jpe?g|svg)$/i.test(file)),
      addPicture: async () => (await addToKit(null))?.path ?? null,
      draw: text => workbench.drawBlock(path() ?? '', text),
    })
    if (part) fields.push(unitDeeds(part.from, form.title))
    const answers = await askIn(form.title, part ? 'Remplacer' : 'Insérer', ...fields)
    return answers && writeParts(form, answers, part?.text)
  }
  async function insert(form: Form): Promise<void> {
    const block = await ask(form, {})
    if (block && form === leverForm) editor().insertLever(block)
    else if (block) editor().insert(block)
  }
  async function change(at?: number): Promise<void> {
    const part = editor().formed(at)
    const content = part && formOf(part.text)
    const block = content && (await ask(content.form, content.parts, part))
    if (part && block && block !== part.text) editor().put(part, block)
  }
  /** What is done with a block as a whole, from its form, which closes. */
  function unitDeeds(at: number, title: string): HTMLElement {
    const deed = (label: string, act: () => void) => {
      const element: HTMLElement = button(label, () => {
        element.closest('dialog')?.close()
        act()
      })
      return element
    }
    return h(
      'p.boutons',
      deed('Monter', () => editor().run(moveUnit(-1, at))),
      deed('Descendre', () => editor().run(moveUnit(1, at))),
      deed('Supprimer', () => {
        editor().run(removeUnit(at))
        say(`Supprimé : ${title.toLowerCase()}, avec ses mots.`, () => editor().undo())
      }),
    )
  }
  /** Asks for a picture, and puts it into the kit with its credit. */
  async function addToKit(file: File | null) {
    const credits = desk.bytesOf('images/credits.yaml')
    const picture = await askForPicture(file, {
      files: desk.files().keys(),
      credits: credits && new TextDecoder().decode(credits),
    })
    if (picture) await desk.replace(picture.files)
    return picture
  }
  /** Asks about a picture and shows it where the cursor stands. */
  async function addPicture(file: File | null): Promise<void> {
    if (insertMenu.inert) return say('Ouvrir une fiche : l’image y prendra place.')
    const picture = await addToKit(file)
    if (picture) editor().insert(picture.markdown)
  }
  async function link(): Promise<void> {
    const { words, address, ...range } = editor().link()
    const input = (name: string, value: string, example: string) => {
      const element = h('input', { name, required: true, placeholder: example })
      element.value = value
      return element
    }
    const answers = await askIn(
      'Un lien',
      'Écrire',
      field('Mots qui portent le lien', input('mots', words, 'le site du RTES')),
      field('Adresse', input('adresse', address, 'https://www.rtes.fr')),
    )
    if (answers) editor().put(range, linkText(answers['mots'] ?? '', answers['adresse'] ?? ''))
  }
  /** Asks for the title of a fiche, and refers to it. */
  async function refer(): Promise<void> {
    const sheets = desk.reading().glance.sheets.filter(({ slug, file }) => slug && file !== path())
    const plain = (words: string | number | null) => slugify(String(words ?? ''), 300)
    const named = (words: string) =>
      sheets.find(({ titre, titre_court, numero, slug }) =>
        [titre, titre_court, numero, slug].map(plain).includes(plain(words) || '-'),
      )
    const input = h('input', {
      name: 'titre',
      required: true,
      list: 'titres',
      placeholder: 'Titre de la fiche',
    })
    input.addEventListener('input', () =>
      input.setCustomValidity(named(input.value) ? '' : 'Choisir un titre de la liste.'),
    )
    const list = h('datalist', { id: 'titres' }, ...sheets.map(({ titre }) => h('option', { value: titre })))
    const answers = await askIn('Un renvoi', 'Écrire', field('Vers la fiche', input), list)
    if (answers) editor().put(null, `[[${named(answers['titre'] ?? '')?.slug}]]`)
  }

  const menuOf = (label: string, choices: readonly [label: string, choose: () => Promise<void>][]) => {
    const menu = h('details.menu', h('summary', label))
    const choice = ([words, choose]: (typeof choices)[number]) =>
      button(words, () => {
        menu.open = false
        // Who cancels the form comes back to it.
        menu.querySelector('summary')?.focus()
        attempt(choose)
      })
    menu.append(h('div.actions', ...choices.map(choice)))
    return menu
  }

  const insertMenu = menuOf('Insérer', [
    ['Un lien', link],
    ['Un renvoi', refer],
    ...forms.map((form): [string, () => Promise<void>] => [
      form.title,
      () => (form === pictureForm ? addPicture(null) : insert(form)),
    ]),
  ])
  const changeButton = button('Modifier', () => attempt(() => change()), {
    disabled: true,
    title: 'Le bloc, le tableau, l’image ou le levier du curseur (Ctrl+Entrée)',
  })
  const bar = createBar(editor, { picto: workbench.picto, link: () => attempt(link) })
  const sourceButton = button('Texte source', () => {
    const isSource = sourceButton.getAttribute('aria-pressed') !== 'true'
    sourceButton.setAttribute('aria-pressed', String(isSource))
    fileMenu.open = false
    editor().showSource(isSource)
  })
  sourceButton.setAttribute('aria-pressed', 'false')
  const fileMenu = menuOf('Fichier', [
    ['Envoyer une copie (.md)', async () => giveMarkdown()],
    [WORD, giveWord],
    ['Revenir à la version enregistrée', revert],
    ['Chercher et remplacer (Ctrl+F)', async () => void openSearchPanel(editor().view)],
  ])

  fileMenu.querySelector('.actions')?.append(sourceButton)
  insertMenu.querySelector('summary')?.prepend(drawn('plus', workbench.picto))
  const wordButton = [...fileMenu.querySelectorAll('button')].find(({ textContent }) => textContent === WORD)

  function giveMarkdown(): void {
    const file = path()
    const bytes = file === null ? null : desk.bytesOf(file)
    if (bytes) handOut(file?.split('/').at(-1) ?? 'fiche.md', bytes, 'text/markdown')
  }
  async function giveWord(): Promise<void> {
    const file = path()
    if (file === null) return
    await desk.read()
    // Seldom asked for.
    const { handOutWord } = await import('./hand-out-word.ts')
    await handOutWord(workbench, file)
  }
  async function revert(): Promise<void> {
    const file = path()
    const former = file === null ? null : desk.bytesOf(file)
    if (file === null || !desk.unsaved().includes(file)) return say('Ce texte est tel qu’il est enregistré.')
    await desk.restore(file)
    say(
      'Le texte est de nouveau tel qu’il était enregistré.',
      () => void desk.replace(new Map([[file, former]])),
    )
  }

  return {
    element: h('div.outils', bar.element, insertMenu, changeButton, fileMenu),
    change: (at: number) => attempt(() => change(at)),
    link: () => attempt(link),
    /** Another file is shown: as a page. */
    showPage: () => sourceButton.getAttribute('aria-pressed') === 'true' && sourceButton.click(),
    /** The cursor stands elsewhere, or the text changed. */
    follow() {
      const isText = path()?.endsWith('.md') === true
      insertMenu.inert = !isText
      bar.follow(isText)
      sourceButton.hidden = !isText
      const sheet = sheetAt(desk.reading().glance, path())
      // Neither a page nor settings nor a title alone is given in Word.
      wordButton?.toggleAttribute('hidden', sheet?.kind !== 'fiche' || sheet.statut === 'a-paraitre')
      const part = editor().formed()
      changeButton.disabled = part === null || formOf(part.text) === null
    },
    addPicture,
  }
}
