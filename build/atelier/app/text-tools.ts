import type { Workbench } from '../worker/workbench.ts'
import type { Desk } from './desk.ts'
import { askIn, h, handOut } from './dom.ts'
import type { Editor } from './editor/editor.ts'
import { type BlockForm, formOf, type Parts } from './forms/block-form.ts'
import { chartForm } from './forms/chart-form.ts'
import { askForPicture } from './forms/picture-form.ts'
import { textForms } from './forms/text-forms.ts'

const forms: readonly BlockForm[] = [...textForms, chartForm]

export type TextTools = {
  element: HTMLElement
  /** The cursor stands elsewhere, or the text changed. */
  follow(): void
  /** Asks about a picture and shows it where the cursor stands. */
  addPicture(file: File | null): Promise<void>
}

/** What stands over the editor: blocks and pictures by their forms, the block at the cursor by its form, the file to keep.
 *  @param options `path`: the file that is open */
export function createTextTools(options: {
  desk: Desk
  workbench: Workbench
  editor(): Editor
  path(): string | null
}): TextTools {
  const { desk, workbench, editor, path } = options

  const ask = async (form: BlockForm, parts: Parts, accept: string) => {
    const draw = (block: string) => workbench.drawBlock(path() ?? '', block)
    const said = await askIn(form.titre, accept, ...form.fields(parts, draw))
    return said && form.write(said)
  }
  async function insert(form: BlockForm): Promise<void> {
    const block = await ask(form, {}, 'Insérer')
    if (block) editor().insert(block)
  }
  async function change(): Promise<void> {
    const at = editor().block()
    const filled = at && formOf(forms, at.text)
    const block = filled && (await ask(filled.form, filled.parts, 'Remplacer'))
    if (at && block) editor().rewrite(at, block)
  }
  async function addPicture(file: File | null): Promise<void> {
    const credits = desk.bytesOf('images/credits.yaml')
    const added = await askForPicture(file, {
      files: desk.files().keys(),
      credits: credits && new TextDecoder().decode(credits),
    })
    if (!added) return
    await desk.replace(added.files)
    editor().insert(added.markdown)
  }

  const choice = (label: string, choose: () => void) =>
    h(
      'button',
      {
        type: 'button',
        onclick: () => {
          menu.open = false
          choose()
        },
      },
      label,
    )
  const menu = h(
    'details',
    { class: 'menu' },
    h('summary', {}, 'Insérer'),
    h(
      'div',
      { class: 'actions' },
      ...forms.map(form => choice(form.titre, () => void insert(form))),
      choice('Une image', () => void addPicture(null)),
    ),
  )
  const changing = h(
    'button',
    { type: 'button', disabled: true, onclick: () => void change() },
    'Modifier ce bloc',
  )
  const handing = h(
    'button',
    {
      type: 'button',
      onclick: () => {
        const file = path()
        const bytes = file === null ? null : desk.bytesOf(file)
        if (bytes) handOut(file?.split('/').at(-1) ?? 'fiche.md', bytes, 'text/markdown')
      },
    },
    'Donner ce fichier (.md)',
  )
  return {
    element: h('div', { class: 'outils' }, menu, changing, handing),
    follow() {
      const at = editor().block()
      changing.disabled = at === null || formOf(forms, at.text) === null
    },
    addPicture,
  }
}
