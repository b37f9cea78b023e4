import { expect, test } from 'vitest'
import { usualPaths } from '../../../build/ground/browser/chromium.ts'

test('on Windows Chrome comes before Edge, for all and for one person, on whatever drive', () => {
  const env = {
    ProgramFiles: 'D:\\Programmes',
    'ProgramFiles(x86)': 'D:\\Programmes (x86)',
    LOCALAPPDATA: 'C:\\Users\\Zoé\\AppData\\Local',
  }
  const paths = usualPaths('win32', env)
  expect(paths.slice(0, 3)).toEqual([
    'D:\\Programmes\\Google\\Chrome\\Application\\chrome.exe',
    'D:\\Programmes (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\Zoé\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ])
  expect(paths.at(-3)).toBe('D:\\Programmes\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(usualPaths('win32', {})).toEqual([])
})

test('on a Mac a browser is found for all and for one person', () => {
  expect(usualPaths('darwin', { HOME: '/Users/zoe' }).slice(0, 2)).toEqual([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Users/zoe/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ])
})

test('on Linux Chromium comes first', () => {
  expect(usualPaths('linux', {})[0]).toBe('/usr/bin/chromium')
})
