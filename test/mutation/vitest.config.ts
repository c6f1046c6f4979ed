import type {UserConfig} from 'vitest/config'
import base from '../../vite.config.ts'

/** The tests that tell of fields and engine, without the bundle of the command line. */
export default (env: {mode: string; command: 'serve'}): UserConfig => {
  const {plugins, define} = base(env)
  return {
    ...{plugins, define},
    test: {
      include: ['test/{fields,engine}/**/*.test.ts'],
      exclude: ['test/**/*seeds.test.ts', 'test/engine/wording-ads.test.ts', 'test/fields/properties.test.ts'],
      setupFiles: 'test/seed.ts',
      testTimeout: 30_000,
      isolate: false,
    },
  }
}
