import { type PortableError, toPortable } from '../../thread/thread.ts'
import { type BuildOptions, buildEditions } from '../index.ts'

/** The order that another process gives to a build. */
export type SecondBuild = Omit<BuildOptions, 'signal' | 'tell' | 'onRead' | 'equipment' | 'keep'>

/** What it answers: null when all is made. */
export type SecondBuilt = { fault: PortableError | null }

// Other rights than the first build’s: no file is to depend on who may read another.
const before = process.umask(0o077)
if (before === 0o077) process.umask(0o022)
const leaving = new AbortController()
// Whoever started it is gone, or waits no more: browsers and folders go with it.
process.once('disconnect', () => leaving.abort(new Error('nobody waits for the second build')))
process.once('message', (order: SecondBuild) => void build(order))

async function build(order: SecondBuild): Promise<void> {
  let fault: SecondBuilt['fault'] = null
  try {
    const result = await buildEditions({ ...order, keep: false, signal: leaving.signal, tell() {} })
    if (result.state === 'refused') throw new Error('a kit without errors was refused')
  } catch (error) {
    fault = toPortable(error)
  }
  if (process.connected) process.send?.({ fault } satisfies SecondBuilt, () => process.disconnect())
}
