import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // What the workspace adds to the texts of all pages.
          setupFiles: ['src/ui/workspace/texts.ts'],
          testTimeout: 30_000,
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/{corpus,functions,knowledge,structure,cli,import}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build.ts'],
          // Two at a time: each file has a browser, and where needed a screen, of its own.
          maxWorkers: 2,
          // After the unit tests, which take all cores.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          // A browser on a busy machine may keep one test waiting. A test that needed this is marked "retry" in the output.
          retry: 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
