/** Rules of a site for machines: forbidden paths, and the time between two requests. */
export type Robots = { allows(path: string): boolean; delaySeconds: number | null }

type Rule = { allow: boolean; path: string }

/** Reads a `robots.txt` for the machine called `agent`. Its own group counts, else the group of `*`. The longest rule that
 *  fits wins; of two equals, the one that allows. @see RFC 9309 */
export function readRobots(text: string, agent: string): Robots {
  const groups: { agents: string[]; rules: Rule[]; delay: number | null }[] = []
  let open = false
  for (const line of text.split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? []
    const last = groups.at(-1)
    switch (key.toLowerCase()) {
      case 'user-agent':
        if (open && last) last.agents.push(value.toLowerCase())
        else groups.push({ agents: [value.toLowerCase()], rules: [], delay: null })
        open = true
        break
      case 'allow':
      case 'disallow':
        open = false
        if (value !== '') last?.rules.push({ allow: key.toLowerCase() === 'allow', path: value })
        break
      case 'crawl-delay':
        open = false
        if (last && Number(value) >= 0) last.delay = Number(value)
        break
    }
  }
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const applicable = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const rules = applicable
    .flatMap(group => group.rules)
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return {
    allows: path => rules.find(rule => fits(rule.path, path))?.allow ?? true,
    delaySeconds: applicable.find(({ delay }) => delay !== null)?.delay ?? null,
  }
}

/** `*` is any run of signs, `$` at the end the end of the path. Walked, not compiled: a rule of many stars costs its length. */
function fits(rule: string, path: string): boolean {
  const ends = rule.endsWith('$')
  const [first = '', ...others] = (ends ? rule.slice(0, -1) : rule).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const piece of others) {
    const index = path.indexOf(piece, at)
    if (index === -1) return false
    at = index + piece.length
  }
  return !ends || at === path.length || (others.length > 0 && path.endsWith(others.at(-1) ?? ''))
}
