import {safe} from '../src/report/safe.ts'
import catalogue from './texts.yml'

export type Lang = 'nb' | 'nn' | 'en'

const texts = catalogue as Record<string, Record<Lang, string>>

/** A text of `texts.yml`; what is filled in comes from files and arguments and is made safe to print. */
export const say = (lang: Lang, key: string, data: Readonly<Record<string, string>> = {}): string =>
  (texts[key]?.[lang] ?? key).replace(/\{(\p{L}+)\}/gu, (match, name: string) =>
    data[name] === undefined ? match : safe(data[name]),
  )
