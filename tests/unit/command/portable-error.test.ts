import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { fromPortable, toPortable } from '../../../build/ground/thread/thread.ts'
import { PaginationError } from '../../../build/paper/page/faults.ts'

/** What arrives in another thread. */
async function sent(error: unknown): Promise<Error> {
  const { port1, port2 } = new MessageChannel()
  const arrived = new Promise(resolve => port2.once('message', resolve))
  port1.postMessage(toPortable(error))
  const portable = (await arrived) as ReturnType<typeof toPortable>
  port1.close()
  return fromPortable(portable)
}

test('an error says the same in another thread', async () => {
  const fault = new PaginationError({ kind: 'couverture', id: 'couverture' }, [{ kind: 'fin' }], {
    cause: Object.assign(new Error('no room'), { code: 'ENOSPC' }),
  })
  const arrived = await sent(fault)
  expect(arrived).toBeInstanceOf(Error)
  expect(arrived.name).toBe('PaginationError')
  expect(arrived.message).toBe(fault.message)
  expect(arrived.stack).toBe(fault.stack)
  expect(arrived.cause).toMatchObject({ message: 'no room', code: 'ENOSPC' })
})

test('what is thrown and is no error arrives as one', async () => {
  expect((await sent('a word')).message).toBe('a word')
})
