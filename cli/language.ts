import path from 'node:path'
import {parseArgs} from 'node:util'
import {findConfig} from '../src/config/find.ts'
import {languageIn} from '../src/config/language.ts'
import {isFolder} from './kind.ts'
import {Problem} from './problem.ts'
import {isLang, type Lang, languages} from './texts.ts'

/** What a command line says of the language, as commander gives it. */
export interface LanguageFlags {
  lang?: string | undefined
  config?: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The language of everything that a person reads: what `--lang` says, else `språk` of the nearest `utlys.yml`, else
 * the locale, else bokmål. Whether `--lang` is right is for `readLanguage` to tell.
 *
 * @param near the ad or folder that the command is about
 */
export const languageOf = ({lang, config}: LanguageFlags, near = '.'): Lang => {
  if (isLang(lang)) return lang
  const file = config ?? findConfig(path.resolve(folderOf(near)))
  return (file !== undefined && languageIn(file)) || languageOfLocale(process.env) || 'nb'
}

/** The same. @throws Problem for a language that there are no messages in */
export const readLanguage = (flags: LanguageFlags, near?: string): Lang => {
  readLang(flags.lang)
  return languageOf(flags, near)
}

/** What `--lang` says. @throws Problem for a language that there are no messages in */
export const readLang = (text: string | undefined): Lang | undefined => {
  if (text === undefined || isLang(text)) return text
  throw new Problem('lang', {name: text, known: languages.join(', ')})
}

/** The same, for what is said before the options of a command are known: help, and what is wrong with the options. */
export const languageOfArguments = (args: readonly string[]): Lang => {
  const {values} = parseArgs({
    args: [...args],
    options: {lang: {type: 'string', short: 'l'}, config: {type: 'string', short: 'c'}},
    strict: false,
  })
  const {lang, config} = values
  return languageOf({...(typeof lang === 'string' && {lang}), ...(typeof config === 'string' && {config})})
}

const folderOf = (near: string): string => (isFolder(near) ? near : path.dirname(near))

const locales: [RegExp, Lang][] = [
  [/^(?:nb|no)/i, 'nb'],
  [/^(?:nn|nynorsk)/i, 'nn'],
  [/^en/i, 'en'],
]

/** In the order of POSIX: the first that is set holds, also when it says nothing of a language. */
export const languageOfLocale = ({LC_ALL, LC_MESSAGES, LANG}: Environment): Lang | undefined => {
  const locale = LC_ALL || LC_MESSAGES || LANG || ''
  return locales.find(([pattern]) => pattern.test(locale))?.[1]
}
