import { elementsOf, type XmlElement } from '../xml/parse-xml.ts'

/** Where the relations of a document lead: parts of its file, as paths in it, and addresses. */
export type Relations = {
  targetOf(id: string): string | null
  /** Pictures and other things of the document that lie outside its file. */
  outside: string[]
}

export function relationsOf(part: XmlElement | undefined): Relations {
  const all = elementsOf(part).map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    target: attributes['Target'] ?? '',
    external: attributes['TargetMode'] === 'External',
    link: /\/hyperlink$/.test(attributes['Type'] ?? ''),
  }))
  const targets = new Map(
    all.map(({ id, target, external }) => [id, external ? target : partPath(target)] as const),
  )
  return {
    targetOf: id => targets.get(id) ?? null,
    outside: all.filter(({ external, link }) => external && !link).map(({ target }) => target),
  }
}

/** Targets are relative to `word/`, or begin at the root. */
function partPath(target: string): string {
  const path: string[] = target.startsWith('/') ? [] : ['word']
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
