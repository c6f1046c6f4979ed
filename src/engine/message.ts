import type {MessageLanguage, Text} from './types.ts'

/** A text in one language with `{name}` replaced from `data`. */
export const fillText = (
  text: Text,
  lang: MessageLanguage,
  data: Readonly<Record<string, string>> = {},
): string => text[lang].replace(/\{(\p{L}+)\}/gu, (match, name: string) => data[name] ?? match)
