import { openSetting, settingForms } from '../../../../src/kit/index.ts'
import { h } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { whatDiffers } from '../editor/text.ts'
import type { Choices } from './head-fields.ts'
import { createSchemaForm } from './schema-form.ts'

/** Creates the form of a file of settings. @param choices what can be chosen for a key, beside what its schema says */
export function createSettingForm(options: { editor(): Editor; choices(key: string): Choices }) {
  const { editor, choices } = options
  const element = h('section.entete.reglage', { 'aria-label': 'Réglages' })
  let file = ''
  const form = createSchemaForm(element, {
    text: () => (file === '' ? null : editor().text()),
    open: text => openSetting(text, file),
    write(text) {
      const { view } = editor()
      view.dispatch({ changes: whatDiffers(view.state, text), userEvent: 'input.type', filter: false })
    },
    choices,
    isSetting: true,
  })
  return {
    ...form,
    /** Another file is shown. */
    show(path: string): void {
      file = settingForms[path] ? path : ''
      form.show(file, settingForms[file]?.schema ?? {})
    },
  }
}
