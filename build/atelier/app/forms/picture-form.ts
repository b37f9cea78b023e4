import { isDrawing, printWidths, sharpWidth, soundName, wantedPixels } from '../../../../src/text/index.ts'
import { askIn, field, h } from '../dom.ts'

const CREDITS = 'images/credits.yaml'
const PICTURES = /\.(?:png|jpe?g|svg)$/i

export const isPicture = ({ name }: File): boolean => PICTURES.test(name)

/** A picture that goes into the kit: its files, and the Markdown that shows it. */
export type AddedPicture = { path: string; files: Map<string, Uint8Array>; markdown: string }

/** Asks what a picture shows and whose it is. `dropped` null: it asks for the picture too. `credits`: the text of `images/credits.yaml`.
 *  @returns null: the person cancelled */
export async function askForPicture(
  dropped: File | null,
  { files, credits }: { files: Iterable<string>; credits: string | null },
): Promise<AddedPicture | null> {
  const size = h('p.compte', { role: 'status' })
  const input = h('input', {
    type: 'file',
    accept: '.png,.jpg,.jpeg,.svg',
    required: true,
    onchange: () => void tellSize(input.files?.[0]),
  })
  async function tellSize(file: File | undefined): Promise<void> {
    size.textContent = file ? await sizeOf(file) : ''
  }
  void tellSize(dropped ?? undefined)
  const text = (name: string, placeholder: string) => h('input', { name, required: true, placeholder })
  const answers = await askIn(
    dropped ? `Ajouter « ${dropped.name} »` : 'Une image',
    'Ajouter',
    ...(dropped ? [] : [field('Image : PNG, JPEG ou SVG', input)]),
    size,
    field('Ce que l’image montre, pour qui ne la voit pas', text('alt', 'Trois arbres sur une place')),
    field('Crédit : qui l’a faite', text('credit', 'Camille Martin')),
    field('Licence', text('licence', 'CC BY 4.0')),
  )
  const file = dropped ?? input.files?.[0]
  if (!answers || !file) return null
  const path = soundName(`images/${file.name.toLowerCase()}`, files)
  const credit = `${path.slice('images/'.length)}: { credit: ${quoted(answers['credit'])}, licence: ${quoted(answers['licence'])} }\n`
  return {
    path,
    files: new Map([
      [path, new Uint8Array(await file.arrayBuffer())],
      [CREDITS, new TextEncoder().encode(withLine(credits ?? '', credit))],
    ]),
    markdown: `![${(answers['alt'] ?? '').replace(/[[\]\\]/g, '\\$&')}](${path})`,
  }
}

/** A text that YAML reads as it stands: JSON is YAML. */
const quoted = (text = '') => JSON.stringify(text.trim())

function withLine(text: string, line: string): string {
  const before = /^\s*(?:\{\s*\})?\s*$/.test(text) ? '' : text
  return before === '' || before.endsWith('\n') ? `${before}${line}` : `${before}\n${line}`
}

async function sizeOf(file: File): Promise<string> {
  if (isDrawing(file.name)) return 'Un dessin : net à toute taille.'
  try {
    const { width, height } = await createImageBitmap(file)
    const sharp = sharpWidth({ width, height })
    const pixels = `${width} × ${height} pixels : nette jusqu’à ${Math.floor(sharp)} mm de large`
    return sharp >= printWidths.texte
      ? `${pixels}.`
      : `${pixels}, trop peu pour l’impression : il en faut ${wantedPixels(printWidths.texte)} de large.`
  } catch {
    // Whatever cannot be decoded: the check says what is wrong with it once it is there.
    return 'Cette image ne se laisse pas lire.'
  }
}
