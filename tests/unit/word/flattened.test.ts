import { expect, test } from 'vitest'
import { importWord } from '../../../src/word/import-word.ts'
import { documentOf, docxOf, p, run } from './manuscripts.ts'
import { importing } from './setting.ts'

const raised = '<w:vertAlign w:val="superscript"/>'
const m = (name: string, ...inside: string[]) => `<m:${name}>${inside.join('')}</m:${name}>`
const letters = (text: string) => m('r', m('t', text))

function imported(body: string[], styles = '') {
  const sheet = `<w:styles xmlns:w="w">${styles}</w:styles>`
  const numbering =
    '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
  const parts = { 'word/document.xml': documentOf(...body), 'word/styles.xml': sheet }
  const { markdown, messages, lost } = importWord(
    docxOf({ ...parts, 'word/numbering.xml': numbering }),
    importing,
  )
  expect(lost).toEqual([])
  return {
    text: markdown.slice(markdown.indexOf('---', 4) + 4),
    told: messages.filter(text => text.startsWith('Mis à plat')),
  }
}

test('a fraction and a power are told apart from the words around, and said', () => {
  const fraction = m('f', m('num', letters('budget total')), m('den', letters('n')))
  const power = m('sSup', m('e', letters('x')), m('sup', letters('2')))
  const { text, told } = imported([
    `<w:p>${run('Soit ')}${m('oMath', fraction)}${run(' et ')}${m('oMath', power, letters('+1'))}${run(', 10')}${run('n', raised)}${run(', le 1')}${run('er', raised)}.</w:p>`,
  ])
  expect(text).toContain('Soit (budget total)/n et x²+1, 10n, le 1er')
  expect(told).toEqual([
    'Mis à plat : l’équation « (budget total)/n ». Relire ce passage dans la fiche.',
    'Mis à plat : l’équation « x²+1 ». Relire ce passage dans la fiche.',
    expect.stringContaining('l’exposant « n » de'),
  ])
})

test('« List Bullet 2 » is the second level of a list', () => {
  const style = (id: string, name: string, numId: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr></w:pPr></w:style>`
  const item = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`)
  const { text } = imported(
    [p('Une phrase qui ouvre.'), item('un', 'a'), item('un de plus', 'b'), item('deux', 'a')],
    style('a', 'List Bullet', '1') + style('b', 'List Bullet 2', '2'),
  )
  expect(text).toContain('- un\n  - un de plus\n- deux')
})

test('merged cells and a table in a cell are told', () => {
  const cell = (inside: string, set = '') => `<w:tc><w:tcPr>${set}</w:tcPr>${inside}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
  const { told } = imported([
    table(
      row(cell(p('Commune')), cell(p('Part'))),
      row(cell(p('Lyon'), '<w:vMerge w:val="restart"/>'), cell(table(row(cell(p('deux')))))),
      row(cell(p(''), '<w:vMerge/>'), cell(p('trois'), '<w:gridSpan w:val="1"/>')),
      row(cell(p('Total'), '<w:gridSpan w:val="2"/>')),
    ),
  ])
  expect(told).toEqual([
    expect.stringContaining('le tableau d’une cellule, « deux »'),
    expect.stringContaining('la cellule fusionnée « Lyon »'),
    expect.stringContaining('la cellule fusionnée « Total »'),
  ])
})

test('a tick of Wingdings is a tick', () => {
  const sign = (char: string) => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`
  expect(
    imported([`<w:p>${run('Fait ')}${sign('F0FC')}${run(', à faire ')}${sign('F0FB')}</w:p>`]).text,
  ).toContain('Fait ✓, à faire ✗')
})
