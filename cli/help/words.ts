import readTexts from '../commands/texts.yml?lazy'
import {languageOfArguments} from '../language.ts'
import {type Catalogue, sayFrom} from '../texts.ts'

/** Gives a text of the catalogue of the commands; what is no key of it is given as it is. */
export type Say = (key: string, data?: Readonly<Record<string, string>>) => string

/**
 * Says it in the language that the arguments of a command line lead to. Language and catalogue are found when the
 * first text is asked for, since most commands end without one.
 */
export const sayFor = (args: readonly string[]): Say => {
  let say: Say | undefined
  return (key, data) => {
    say ??= sayIn(args)
    return say(key, data)
  }
}

const sayIn = (args: readonly string[]): Say => {
  const lang = languageOfArguments(args)
  const saying = sayFrom(readTexts() as Catalogue)
  return (key, data) => saying(lang, key, data)
}

/** The words within the brackets of an argument or an option: `--format <format[:file]>`. */
export const termsIn = (text: string): string[] =>
  [...text.matchAll(/[<[].*/g)].flatMap(([part]) => part.match(/\p{L}+/gu) ?? [])

/** Translates them. */
export const withTerms = (text: string, say: Say): string =>
  text.replace(/[<[].*/g, (part) =>
    part.replace(/\p{L}+/gu, (word) => translated(`term.${word}`, say) ?? word),
  )

/** Undefined for what is no key. */
export const translated = (key: string, say: Say): string | undefined => {
  const text = say(key)
  return text === key ? undefined : text
}
