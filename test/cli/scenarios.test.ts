import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {fillGaps, readScenario, runScenario} from './scenario.ts'

const folder = fileURLToPath(new URL('scenarios/', import.meta.url))
const scenarios = readdirSync(folder).map((name) => [name, readScenario(folder + name)] as const)

it.each(scenarios)('%s', (_name, scenario) => {
  const outputs = runScenario(scenario)
  scenario.steps.forEach(({command, expected}, i) => {
    expect({command, output: outputs[i]}).toEqual({command, output: fillGaps(expected, outputs[i]!)})
  })
})
