import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sayBriefly } from '../../../layouts/web/scripts/copy.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

test('a place has its own words again after a while', () => {
  const button = { textContent: 'Copier le texte' }
  sayBriefly(button, 'Copié')
  expect(button.textContent).toBe('Copié')
  vi.runAllTimers()
  expect(button.textContent).toBe('Copier le texte')
})

test('what is said twice in a row is there the second time as long as the first', () => {
  const status = { textContent: '' }
  sayBriefly(status, 'Lien copié')
  vi.advanceTimersByTime(2000)
  sayBriefly(status, 'Lien copié')
  vi.advanceTimersByTime(2000)
  expect(status.textContent).toBe('Lien copié')
  vi.advanceTimersByTime(2000)
  expect(status.textContent).toBe('')
})

test('what is said elsewhere ends what was said before', () => {
  const [one, other] = [{ textContent: 'Copier en BibTeX' }, { textContent: '' }]
  const ended = vi.fn()
  sayBriefly(one, 'Copié', ended)
  sayBriefly(other, 'Lien copié')
  expect(one.textContent).toBe('Copier en BibTeX')
  expect(ended).toHaveBeenCalledOnce()
})
