/** Written without what the editions are written with, so that it can contradict it. */
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** `2025-11` → `novembre 2025`, `2025-11-01` → `1er novembre 2025`. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  const words = `${MONTHS[(month ?? 0) - 1]} ${year}`
  return day === undefined ? words : `${day === 1 ? '1er' : day} ${words}`
}

/** `410 ko`, `1,2 Mo`, in thousands. */
export function bytesInWords(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), 'ko'] : [bytes / 1e6, 'Mo']
  const figure = String(Math.round(value * 10) / 10)
  return `${figure.replace('.', ',').replace(/^(\d)(\d{3})$/, '$1 $2')} ${unit}`
}
