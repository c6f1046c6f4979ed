import path from 'node:path'
import type {Pack} from '../engine/packs.ts'
import {defaultSettings, type RuleSetting, type Settings} from '../engine/settings.ts'
import {severityWords} from './severity-words.ts'
import type {Config, FileEntry, LoadedConfig, RuleEntries} from './types.ts'

/** What the command line says; it overrides the configuration. */
export interface Overrides {
  profile: Readonly<Record<string, string>>
  portal: readonly string[]
  /** Packs beside those of the configuration. */
  packs: readonly Pack[]
}

/** The settings for one file: the configuration, then each entry of `filer` that matches, then the overrides. */
export const settingsFor = (
  file: string,
  loaded: LoadedConfig | undefined,
  overrides: Overrides,
): Settings => {
  const config: Config = loaded?.config ?? {}
  const relative = loaded ? path.relative(path.dirname(loaded.path), file).replaceAll('\\', '/') : file
  const entries = (config.filer ?? [])
    .filter((entry): entry is FileEntry => typeof entry !== 'string')
    .filter((entry) => loaded?.matches(entry.mønster, relative))
  const layers = [config, ...entries]
  return {
    profile: Object.assign(
      {},
      defaultSettings.profile,
      ...layers.map(({profil}) => profil),
      overrides.profile,
    ),
    portal: [...new Set([...layers.flatMap(({portal}) => portal ?? []), ...overrides.portal])],
    rules: new Map(layers.flatMap(({regler}) => ruleSettings(regler))),
    packs: uniqueById([...(loaded?.packs ?? []), ...overrides.packs]),
    templates: config.maler ?? {},
    waivers: (config.unntak ?? [])
      .filter(({fil}) => fil === undefined || loaded?.matches(fil, relative))
      .map(({regel, begrunnelse, av, til}) => ({
        ruleId: regel,
        reason: begrunnelse,
        ...(av && {by: av}),
        ...(til && {until: til}),
      })),
  }
}

const uniqueById = (packs: readonly Pack[]): Pack[] => [
  ...new Map(packs.map((pack) => [pack.id, pack])).values(),
]

/** The globs of `filer`. */
export const filePatterns = ({config}: LoadedConfig): string[] =>
  (config.filer ?? []).flatMap((entry) => (typeof entry === 'string' ? entry : entry.mønster))

const ruleSettings = (entries: RuleEntries | undefined): [string, RuleSetting][] =>
  Object.entries(entries ?? {}).map(([id, entry]) => {
    const [word, options] = Array.isArray(entry) ? entry : [entry, undefined]
    return [id, {severity: severityWords[word]!, ...(options && {options})}]
  })
