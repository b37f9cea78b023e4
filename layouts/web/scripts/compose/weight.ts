/** A weight as the page writes it: « 78 ko », « 1,2 Mo ». @returns bytes */
export function bytesOf(weight = ''): number {
  const number = Number.parseFloat(weight.replace(/\s/g, '').replace(',', '.'))
  return (Number.isNaN(number) ? 0 : number) * (weight.includes('Mo') ? 1_000_000 : 1_000)
}

export const weightOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}\u00a0ko`
    : `${(bytes / 1_000_000).toLocaleString('fr', { maximumFractionDigits: 1 })}\u00a0Mo`
