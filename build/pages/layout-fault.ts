/** What is wrong with a layout, in the place of Eleventy's chain of English errors about folders that nobody has seen; any other
 *  error as it is. @param error thrown by Eleventy: it names what it would write, its cause the layout */
export function layoutFault(error: unknown): unknown {
  const chain: Error[] = []
  for (let one = error; one instanceof Error; one = innerOf(one)) chain.push(one)
  const text = chain.map(({ message }) => message).join('\n')
  const [, layout, line] = /\(\S*?(layouts\/[^()\s]+\.njk)\)(?: \[Line (\d+))?/.exec(text) ?? []
  const [, document = 'une page'] = / from "\S*?\.cache\/eleventy\/([^"]+)"/.exec(text) ?? []
  const last = chain.at(-1)
  if (!layout || !last) return error
  const where = line === undefined ? layout : `${layout}, ligne ${line}`
  // Nunjucks says the place above what is wrong.
  const cause = new Error(last.message.split('\n').at(-1)?.trim())
  if (last.stack) cause.stack = last.stack
  return new Error(`Le gabarit ${where} ne peut pas mettre en page ${document}.`, { cause })
}

const innerOf = (error: Error): unknown =>
  error.cause ?? ('originalError' in error ? error.originalError : undefined)
