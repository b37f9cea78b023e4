import { type FichePdf, type FichePdfsInput, makeFichePdfs } from '../../../build/pdf/fiche-pdfs.ts'

/** One with its bytes. */
export type MadeFichePdf = FichePdf & { bytes: Uint8Array }

/** The PDFs of the fiches for somebody who has none of them. */
export async function allFichePdfs(input: Omit<FichePdfsInput, 'had'>): Promise<MadeFichePdf[]> {
  const made = await makeFichePdfs({ ...input, had: new Map() })
  return made.map(one => {
    if (!one.bytes) throw new Error(`${one.fileName} has no bytes`)
    return { ...one, bytes: one.bytes }
  })
}
