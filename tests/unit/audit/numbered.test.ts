import { expect, test } from 'vitest'
import { numberedItems, parseHtml, textOf } from '../../../build/judge/audit/read/html.ts'

test('the dates of a frise are no numbered list of its author', () => {
  const html = `<ol class="frise-dates"><li>2014</li><li>2016</li></ol>
    <ol start="3"><li>Trois <ul><li>à part</li></ul></li><li>Quatre</li></ol>`
  expect(numberedItems(parseHtml(html)).map(one => textOf(one, ({ name }) => name === 'ul').trim())).toEqual([
    'Trois',
    'Quatre',
  ])
})
