import { defineConfig } from 'vitest/config'
import { Sequencer } from './tests/sequencer.ts'
import { HANG_MS } from './tests/until.ts'

// A limit ends what hangs. How long things take is the benchmark's business.

// The quick projects do not isolate their files: those of a worker share their modules, which take as long to load as the tests to run.

/** One file after another: what else runs is part of what they look at. */
const hard = { testTimeout: 6 * HANG_MS, hookTimeout: 6 * HANG_MS, fileParallelism: false }

export default defineConfig({
  test: {
    // Two cores: one test in three waits for a browser or a command of its own.
    maxWorkers: 3,
    sequence: { sequencer: Sequencer },
    projects: [
      {
        test: {
          // Values in, values out: no browser, no Eleventy.
          name: 'unit',
          include: ['tests/{unit,content}/**/*.test.ts'],
          // First, and no more workers than cores: nothing is waited for.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          isolate: false,
          testTimeout: HANG_MS,
          hookTimeout: HANG_MS,
        },
      },
      {
        test: {
          // One part of the press, with what it needs of the world: a browser, Eleventy, a thread, a process.
          name: 'parts',
          include: ['tests/parts/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          isolate: false,
          testTimeout: 2 * HANG_MS,
          hookTimeout: 2 * HANG_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          // Builds the kits once; every file opens the same editions.
          globalSetup: 'tests/e2e/editions.ts',
          setupFiles: 'tests/e2e/await-editions.ts',
          isolate: false,
          testTimeout: 4 * HANG_MS,
          hookTimeout: 4 * HANG_MS,
        },
      },
      {
        test: {
          name: 'hard',
          // Minutes long: `npm run test:hard`, before a release and in the nightly run.
          include: ['tests/{hard,visual}/**/*.test.ts'],
          exclude: ['tests/hard/editions/**'],
          ...hard,
        },
      },
      {
        test: {
          // What takes long of values, and every case of the laws that the quick run asks of a sample.
          name: 'hard laws',
          include: [
            'tests/unit/{atelier,content,markdown,new,search,word}/**/*.test.ts',
            'tests/parts/renditions/**/*.test.ts',
            'tests/parts/atelier/{deeds,look,paper,weight,word,workbench}.test.ts',
            'tests/parts/markdown/attacks.test.ts',
            'tests/parts/release/workflows.test.ts',
            'tests/parts/site/{assets,pages}.test.ts',
          ],
          env: { KIT_THOROUGH: 'yes' },
          ...hard,
        },
      },
      {
        test: {
          // The editions that end-to-end tests read a sample of.
          name: 'hard editions',
          include: ['tests/{e2e,hard/editions}/**/*.test.ts'],
          globalSetup: 'tests/e2e/editions.ts',
          setupFiles: 'tests/e2e/await-editions.ts',
          env: { KIT_THOROUGH: 'yes' },
          ...hard,
        },
      },
    ],
  },
})
