import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { throughDoors } from '../../../build/ground/through-doors.js'

const path = resolve('build/site/made.ts')
const led = (source: string) => throughDoors(source, path).replaceAll(`${resolve('.')}/`, '')

it('leads a name to its file, and leaves types out', () => {
  expect(led("import { exemples, type Kit, uuid5 as id } from '../../src/kit/index.ts'")).toBe(
    'import { exemples} from "src/kit/indexes/territoires.ts";import { uuid5 as id } from "src/kit/uuid5.ts"',
  )
})

it('does not read a room for its types', () => {
  expect(led("import { type Kit, type News } from '../../src/kit/index.ts'")).toBe('')
})

it('takes the door for a name that it does not find behind it', () => {
  const source = "import { nothing, exemples } from '../../src/kit/index.ts'"
  expect(led(source)).toBe(source)
})
