import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The editions of the end-to-end tests are made while the other two run. */
const PROJECTS = ['unit', 'parts', 'e2e']

/** Files whose time does not show in their size, the longest first: what begins last should end soon. */
const LONG = ['e2e/release.test.ts', 'e2e/watch.test.ts', 'e2e/terminal.test.ts', 'e2e/safety.test.ts']

/** Place of a test file: its project, then what takes long. */
function rankOf({ project, moduleId }: TestSpecification): number {
  const long = LONG.findIndex(path => moduleId.endsWith(`/tests/${path}`))
  return 100 * PROJECTS.indexOf(project.name) + (long < 0 ? LONG.length : long)
}

/** Projects one after another, each with its longest files first. */
export class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}
