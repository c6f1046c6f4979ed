/** `npm run fuzz -- --minutes 20 --seed 7`: the properties for so long, with so many drafts as there is time for. */
import {spawnSync} from 'node:child_process'
import {parseArgs} from 'node:util'

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '5'},
    seed: {type: 'string', default: String(Math.floor(Math.random() * 2 ** 31))},
  },
})
console.log(`seed ${values.seed}, ${values.minutes} minutes`)
const {status} = spawnSync('npx', ['vitest', 'run', 'test/fuzz', '--disable-console-intercept'], {
  stdio: 'inherit',
  env: {...process.env, UTLYS_FUZZ_MINUTES: values.minutes, UTLYS_FUZZ_SEED: values.seed},
})
process.exitCode = status ?? 1
