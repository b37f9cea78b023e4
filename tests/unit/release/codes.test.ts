import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { expect, test } from 'vitest'
import { CLOSE, readCodes } from '../../../build/release/gate/codes.ts'

test('a code is read beside discs that look like its corners', async () => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(
      await readFile(new URL('../../fixtures/codes/dos-cinq-familles.pdf', import.meta.url)),
    )
    expect(await readCodes(document.getPage(0), CLOSE)).toEqual([
      'https://kit.example/essai/',
      '9782487241053',
    ])
    document.destroy()
  } finally {
    library.destroy()
  }
})
