import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { withPdf } from '../../../build/ground/disk/with-pdf.ts'

test('pdf.js leaves the rest of the process what Node has', async () => {
  await expect(withPdf(new TextEncoder().encode('%PDF-'), async () => {})).rejects.toThrow()
  // That of this process may be its own too, and call everything native.
  const sourceOf: () => string = runInNewContext('Function.prototype.toString')
  for (const native of [JSON.parse, JSON.stringify, Array.prototype.push])
    expect(sourceOf.call(native)).toContain('[native code]')
})
