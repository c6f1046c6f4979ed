import configSchema from '../../schemas/config.schema.json'
import {nearest} from '../../src/config/nearest.ts'
import {draftExtensions} from '../../src/posting/readers/index.ts'
import {Problem} from '../problem.ts'

/** What is chosen for an employer's ads. */
export interface Setup {
  profile: Readonly<Record<string, string>>
  /** Packs that come with the program, by name. */
  packs: readonly string[]
  /** A pack of the employer's own. */
  own?: OwnPack | undefined
  /** Where the ads lie. */
  folder: string
  /** Which files there are ads. */
  glob: string
  /** Fields that the recruitment portal carries. */
  portal: readonly string[]
  hook: boolean
  action: boolean
}

/** A folder below this one; a draft is written when it holds no pack. */
export interface OwnPack {
  folder: string
  /** The name of the employer. */
  title?: string | undefined
  /** A file with the text of the policy. */
  from?: string | undefined
}

/** What stands in a configuration when nothing is asked. */
export const plainSetup: Setup = {
  profile: {arbeidsgivertype: 'kommune'},
  packs: [],
  folder: 'stillinger',
  glob: 'stillinger/**/*.md',
  portal: [],
  hook: false,
  action: false,
}

/** All ads in a folder, whatever its name. */
export const globOf = (folder: string): string => {
  const all = `**/*.{${draftExtensions.join(',')}}`
  return folder === '.' ? all : `${folder.replace(/[\\()[\]{}*?|!+@]/g, '\\$&')}/${all}`
}

const {profile, portal} = configSchema.$defs

/** What can be told of an employer, with the values. */
const profileValues: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(profile.properties).map(([key, {enum: values}]) => [key, values]),
)

export const valuesOf = (key: string): readonly string[] => profileValues.get(key) ?? []

/** The fields that a portal may carry. */
export const portalFields: readonly string[] = portal.items.enum

/** @throws Problem for a key or a value that no profile has */
export const refuseProfile = (given: Readonly<Record<string, string>>): void => {
  for (const [key, value] of Object.entries(given)) {
    const keys = [...profileValues.keys()]
    if (!profileValues.has(key))
      throw new Problem('profile.key', {name: key, known: keys.join(', '), ...nearest(key, keys)})
    const values = valuesOf(key)
    if (!values.includes(value))
      throw new Problem('profile.value', {
        name: value,
        key,
        known: values.join(', '),
        ...nearest(value, values),
      })
  }
}
