import type { Code } from '../diagnostics/catalogue/index.ts'

/** What markdown-it's rules get as `env`: they tell of problems at lines and columns of the body, from 0. */
export type ParseEnv = {
  /** Lines of `:::` that have lost their block to a nesting already reported. */
  spent: Set<number>
  report(code: Code, at: { line: number; column: number }, values: Record<string, string | number>): void
}
