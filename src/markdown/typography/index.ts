import type { Token } from 'markdown-it'

export function typographTokens(_tokens: readonly Token[]): void {}

export function typographText(text: string): string {
  return text
}
