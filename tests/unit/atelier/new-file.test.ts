import { expect, test } from 'vitest'
import { importedFile } from '../../../build/atelier/worker/new-file.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { manuscripts } from '../word/manuscripts.ts'

test('an import tells the comments of the Word file and what it guessed, as the command does', async () => {
  const { kit } = await readKit('tests/fixtures/erreurs/_base')
  const choice = { nom: 'essai', famille: 'levier', numero: 31, announced: null }
  let told = 0
  for (const { nom, bytes } of manuscripts()) {
    const { remarks } = await importedFile(kit, new Map(), { ...choice, nom, bytes })
    const setting = {
      ...choice,
      nom,
      mois: '2025-11',
      taken: new Set<string>(),
      numbers: new Map(),
      slug: null,
      familles: kit?.familles ?? [],
    }
    const { comments, readAs } = importWord(bytes, setting)
    for (const { texte, citation } of comments)
      expect(remarks.join('\n'), nom).toContain(`« ${texte} », sur « ${citation?.exact} »`)
    for (const { text } of readAs) expect(remarks.join('\n'), nom).toContain(text)
    expect(remarks.filter(remark => remark.startsWith('Commentaire'))).toHaveLength(comments.length)
    told += comments.length
  }
  expect(told).toBeGreaterThan(0)
})
