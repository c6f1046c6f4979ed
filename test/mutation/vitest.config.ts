import type {ViteUserConfig} from 'vitest/config'
import base from '../../vite.config.ts'
import {keptThread} from './kept-thread.ts'

/** The examples that tell of fields and engine. Real ads, and texts made by chance, find no more and take long. */
export default (env: {mode: string; command: 'serve'}): ViteUserConfig => {
  const {plugins = [], define} = base(env)
  return {
    plugins: [...plugins, keptThread()],
    ...(define && {define}),
    test: {
      include: ['**/*.test.ts'],
      exclude: ['**/*seeds.test.ts', '**/wording-ads.test.ts', '**/properties.test.ts'],
      setupFiles: 'test/seed.ts',
      testTimeout: 30_000,
      isolate: false,
    },
  }
}
