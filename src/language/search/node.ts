/**
 * The small language that expressions are written in:
 *
 * - a space is any white space, also a line break
 * - `[a|b]` is one of the alternatives, of which one may be empty
 * - `*` is any letters, also none; `#` one to three digits; `####` four; `<16-69>` a number in that range
 * - `~3 ` is up to three words
 * - `-` is a hyphen, a dash, a space or nothing; alone between bars it is a hyphen or dash
 *
 * All else stands for itself, in any letter case. An expression is whole words and starts with a word or a number.
 */
export type Node =
  | {type: 'text'; value: string}
  | {type: 'space'}
  | {type: 'dash'; optional: boolean}
  | {type: 'letters'}
  | {type: 'digits'; min: number; max: number; shortest: number; longest: number}
  | {type: 'gap'; words: number}
  | {type: 'group'; alternatives: Node[][]}
