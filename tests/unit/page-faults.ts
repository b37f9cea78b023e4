import { HtmlValidate } from 'html-validate'

/** What is wrong with the HTML of a report, by line. */
export async function pageFaults(html: string): Promise<string[]> {
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off' },
  }).validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`))
}
