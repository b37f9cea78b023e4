import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drawBarCode, drawQrCode, LEVEL, qrModules } from '../../../src/charts/codes/codes.ts'

/** Bars and spaces of the drawing, in modules of 0.33 mm: `1` is a bar. */
function modulesOf(svg: string): string {
  const modules = Array.from({ length: 113 }, () => '0')
  for (const [, x, width] of svg.matchAll(/M([\d.]+) 0h([\d.]+)v/g))
    modules.fill('1', Math.round(Number(x) / 0.33), Math.round((Number(x) + Number(width)) / 0.33))
  return modules.join('')
}

// The example of the GS1 General Specifications, figure 5.2.1.2: 4006381333931.
const digits = '4006381333931'
const bars = [
  ...['101', '0001101', '0100111', '0101111', '0111101', '0001001', '0110011', '01010'],
  ...['1000010', '1000010', '1000010', '1110100', '1000010', '1100110', '101'],
].join('')

it('draws an EAN-13 between its quiet zones', () => {
  expect(modulesOf(drawBarCode(digits))).toBe('0'.repeat(11) + bars + '0'.repeat(7))
})

it('takes an ISBN with its hyphens, and says them', () => {
  const svg = drawBarCode('978-2-487241-05-3')
  expect(modulesOf(svg)).toBe(modulesOf(drawBarCode('9782487241053')))
  expect(svg).toContain('aria-label="Code-barres de l’ISBN 978-2-487241-05-3"')
})

it('draws no bar code of a number with a wrong last digit', () => {
  expect(() => drawBarCode('9782487241054')).toThrow()
})

it('draws a QR code of level M with four white modules around it', () => {
  // Version 4: 33 modules a side.
  expect([LEVEL, qrModules('https://kit.exemple.fr/fiches/commande-publique/').length]).toEqual(['M', 33])
  const svg = drawQrCode('https://kit.exemple.fr/fiches/commande-publique/', 'Code « QR »')
  expect(svg).toContain('viewBox="0 0 41 41"')
  // The finder pattern at the top left.
  expect(svg).toContain('M4 4h7v1h-7z')
  expect(svg).toContain('aria-label="Code « QR »"')
})

it('are black alone on white, whatever the paper and the ink of a kit', () => {
  const sheet = readFileSync('styles/print/content/codes.css', 'utf8')
  expect(sheet.match(/(?<=fill: ).*(?=;)/g)).toEqual(['#fff', '#000'])
})
