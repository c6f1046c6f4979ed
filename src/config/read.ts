import path from 'node:path'
import picomatch from 'picomatch'
import type {Pack} from '../engine/packs.ts'
import {rules} from '../engine/rules.ts'
import {findPack} from '../packs/find.ts'
import {readYaml, type YamlFile} from './document.ts'
import {disk, type Files, readText} from './files.ts'
import {ruleProblems, shapeProblems} from './problems.ts'
import {type Config, ConfigError, type LoadedConfig} from './types.ts'

/**
 * Reads and validates a configuration, and the packs that it switches on.
 *
 * @throws ConfigError that names every problem with its line and column
 */
export const readConfig = async (file: string, files: Files = disk): Promise<LoadedConfig> => {
  const text = await readText(files, file).catch(() => {
    throw new ConfigError([{path: file, code: 'config.unreadable', data: {}, line: 1, column: 1}])
  })
  const yaml = readYaml(file, text)
  yaml.refuse(shapeProblems(yaml.data))
  const config = (yaml.data ?? {}) as Config
  const packs = await packsOf(config, path.dirname(file), yaml, files)
  yaml.refuse(ruleProblems(config, [...rules, ...packs.flatMap((pack) => pack.rules)]))
  const matches: LoadedConfig['matches'] = (pattern, name) => picomatch.isMatch(name, pattern as string[])
  return {path: file, config, packs, matches}
}

const packsOf = async (
  {policy = []}: Config,
  folder: string,
  yaml: YamlFile,
  files: Files,
): Promise<Pack[]> => {
  const packs: Pack[] = []
  for (const [i, name] of [policy].flat().entries()) {
    const {pack, problem} = await findPack(name, folder, files)
    if (pack) packs.push(pack)
    else yaml.refuse([{...problem, keys: ['policy', String(i)], ofKey: false}])
  }
  return packs
}
