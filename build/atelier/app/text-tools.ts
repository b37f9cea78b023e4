import type { Parts } from '../../../src/text/index.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { askIn, attemptFor, button, h, handOut, type Say } from './dom.ts'
import type { Editor } from './editor/editor.ts'
import { type BlockForm, formOf, textForms, withMarks } from './forms/block-form.ts'
import { chartForm } from './forms/chart-form.ts'
import { askForPicture } from './forms/picture-form.ts'

const forms: readonly BlockForm[] = [...textForms, withMarks(chartForm)]

/** Creates the tools over the editor: insert a block or a picture, change the block at the cursor, download the file. */
export function createTextTools(options: {
  desk: Desk
  workbench: Workbench
  editor(): Editor
  path(): string | null
  say: Say
}) {
  const { desk, workbench, editor, path, say } = options
  const attempt = attemptFor(say)

  const ask = async (form: BlockForm, parts: Parts, accept: string) => {
    const draw = (block: string) => workbench.drawBlock(path() ?? '', block)
    const answers = await askIn(form.title, accept, ...form.fields(parts, draw))
    return answers && form.write({ ...parts, ...answers })
  }
  async function insert(form: BlockForm): Promise<void> {
    const block = await ask(form, {}, 'Insérer')
    if (block) editor().insert(block)
  }
  async function change(): Promise<void> {
    const at = editor().block()
    const content = at && formOf(forms, at.text)
    const block = content && (await ask(content.form, content.parts, 'Remplacer'))
    if (at && block) editor().rewrite(at, block)
  }
  /** Asks about a picture and shows it where the cursor stands. */
  async function addPicture(file: File | null): Promise<void> {
    if (insertMenu.inert) return say('Ouvrir une fiche : l’image y prendra place.')
    const credits = desk.bytesOf('images/credits.yaml')
    const picture = await askForPicture(file, {
      files: desk.files().keys(),
      credits: credits && new TextDecoder().decode(credits),
    })
    if (!picture) return
    await desk.replace(picture.files)
    editor().insert(picture.markdown)
  }

  const menuOf = (label: string, choices: readonly [label: string, choose: () => Promise<void>][]) => {
    const menu = h('details.menu', h('summary', label))
    const choice = ([words, choose]: (typeof choices)[number]) =>
      button(words, () => {
        menu.open = false
        menu.querySelector('summary')?.focus()
        attempt(choose)
      })
    menu.append(h('div.actions', ...choices.map(choice)))
    return menu
  }

  const insertMenu = menuOf('Insérer', [
    ...forms.map((form): [string, () => Promise<void>] => [form.title, () => insert(form)]),
    ['Une image', () => addPicture(null)],
  ])
  const changeButton = button('Modifier ce bloc', () => attempt(change), { disabled: true })
  const giveMenu = menuOf('Envoyer une copie', [
    ['Ce fichier (.md)', async () => giveMarkdown()],
    ['En Word (.docx)', giveWord],
  ])

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

  return {
    element: h('div.outils', insertMenu, changeButton, giveMenu),
    /** The cursor stands elsewhere, or the text changed. */
    follow() {
      insertMenu.inert = path()?.endsWith('.md') !== true
      const at = editor().block()
      changeButton.disabled = at === null || formOf(forms, at.text) === null
    },
    addPicture,
  }
}
