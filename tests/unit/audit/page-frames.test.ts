import { expect, test } from 'vitest'
import { standsIn } from '../../../build/judge/audit/checks/page-frames.ts'

const title = 'Le kit de tous les territoires solidaires de France'

test('a title stands in what surrounds a page, whole', () => {
  expect(standsIn(`7 Un achat ${title} 12`, title)).toBe(true)
  expect(standsIn('7 Un achat Le kit de tous les territoires de France 12', title)).toBe(false)
})

test('or begun, where its line is too short for it', () => {
  expect(standsIn('7 Un achat Le kit de tous les territoires sol… Un repère 12', title)).toBe(true)
  expect(standsIn('7 Un achat Le kit de tous les territoires … Un repère 12', title)).toBe(true)
  expect(standsIn('Un kit de tous les territoires … Un repère 12', title)).toBe(false)
  expect(standsIn('7 Un achat Le kit … Un repère 12', title)).toBe(false)
  expect(standsIn('7 Un achat Le kit de tous les territoires Un repère 12', title)).toBe(false)
})

test('a title with an ellipsis of its own may be cut behind it', () => {
  const whole = 'Un kit, des communes … et leurs habitants de tous les âges'
  expect(standsIn('7 Un achat Un kit, des communes … et leurs habit… 12', whole)).toBe(true)
  expect(standsIn('7 Un achat Un kit, des communes … et tous leurs… 12', whole)).toBe(false)
})
