import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { elided } from './elided.ts'
import { maskMarkup } from './lint/mask.ts'
import { reportSome } from './report-some.ts'

/** Signs that Markdown takes for its own and that were none: `2*3*4` loses its stars, `C:\$achats` its stroke. */
export function checkLostSigns(tokens: readonly Token[], tell: Report): void {
  for (const inline of tokens) {
    if (!inline.children || !/[*\\`]/.test(inline.content)) continue
    const report = reportSome(tell)
    const text = maskMarkup(inline.content)
    for (const { 0: trouve, index } of text.matchAll(multiplied))
      report('signes-perdus', inline, index, {
        trouve,
        cause: taken,
        remede: `${trouve.replace(/\s*\*+\s*/g, ' × ')}, ou ${trouve.replaceAll('*', '\\*')} pour garder les étoiles`,
      })
    for (const { 0: trouve, index } of inline.content.matchAll(struck))
      if (inline.children.some(({ type }) => type === 'code_inline'))
        report('signes-perdus', inline, index, {
          trouve,
          cause: 'deux de ces accents font du code de ce qu’ils entourent, et ne paraîtraient pas',
          remede: `${trouve.slice(0, -1)}’, avec une apostrophe`,
        })
    if (opensWithinWord(inline.children))
      for (const { 0: trouve, index } of text.matchAll(joined))
        if (!trouve.match(multiplied))
          report('signes-perdus', inline, index, {
            trouve,
            cause: taken,
            remede: `${trouve.replace(/\*+/g, /\d/.test(trouve) ? ' × ' : '.')}, ou ${trouve.replaceAll('*', '\\*')} pour garder l’étoile`,
          })
    for (const { 0: trouve, index } of text.matchAll(formula))
      report('signes-perdus', inline, index, {
        trouve,
        cause: 'il n’y a pas de formules, et ces barres obliques inverses ne paraîtront pas',
        remede: trouve.replaceAll('\\', ''),
      })
    for (const { 0: trouve, index } of text.matchAll(escaped))
      report('signes-perdus', inline, index, {
        trouve,
        cause: 'cette barre oblique inverse ne paraîtra pas',
        remede: `${trouve.slice(1)}, ou \\${trouve} pour garder la barre`,
      })
  }
}

/** What becomes of stars that were signs. */
const taken = 'ces étoiles mettraient en italique ou en gras, et ne paraîtraient pas'

/** Whether italics or bold begin within a word: « salarié*e » and « élu*e » are a pair of stars. */
const opensWithinWord = (children: readonly Token[]): boolean =>
  children.some(
    ({ type }, at) =>
      /^(?:em|strong)_open$/.test(type) &&
      /[\p{L}\p{N}]$/u.test(children[at - 1]?.content ?? '') &&
      /^[\p{L}\p{N}]/u.test(children[at + 1]?.content ?? ''),
  )

/** A grave accent typed for an apostrophe. */
const struck = new RegExp(String.raw`(?<![\p{L}\p{N}\u0060])(?:${elided}|aujourd)\u0060(?=\p{L})`, 'giu')

/** Words and figures that stars join. */
const joined = /(?<![\p{L}\p{N}*\\])[\p{L}\p{N}]{1,40}(?:\*{1,2}[\p{L}\p{N}]{1,40})+(?!\*)/gu

/** Figures or single letters that stars join. */
const multiplied =
  /(?<![\p{L}\p{N}*\\])(?:\p{N}+|\p{L})(?:\*{1,2}(?:\p{N}+|\p{L})(?![\p{L}\p{N}])){2,}(?!\*)/gu

/** `\\(a + b\\)`, as LaTeX writes it. */
const formula = /\\\([^()\n\\]{1,80}\\\)/g

/** A stroke before a sign that means nothing in Markdown, and one that stands for two: nobody escapes these. */
const escaped = /(?<!\\)(?:\\[/,;?"'%$=@^]|\\\\(?=\w))|(?<=\b[A-Z]:[^\s/]{0,100})\\[_.#[(-]/g
