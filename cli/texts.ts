import {safe} from '../src/report/safe.ts'
import {shellWord} from './shell-word.ts'
import catalogue from './texts.yml'

export const languages = ['nb', 'nn', 'en'] as const
export type Lang = (typeof languages)[number]

export const isLang = (text: string | undefined): text is Lang => languages.some((lang) => lang === text)

export type Catalogue = Readonly<Record<string, Readonly<Record<Lang, string>>>>

/** Gives the texts of a catalogue; what is filled in comes from files and arguments and is made safe to print.
 * `{$name}` is filled in as one word of a shell. */
export const sayFrom =
  (texts: Catalogue) =>
  (lang: Lang, key: string, data: Readonly<Record<string, string>> = {}): string =>
    (texts[key]?.[lang] ?? key).replace(/\{(\$?)(\p{L}+)\}/gu, (match, word: string, name: string) => {
      const text = data[name]
      return text === undefined ? match : safe(word ? shellWord(text) : text)
    })

/** A text of `texts.yml`. */
export const say = sayFrom(catalogue as Catalogue)
