export type CommandName =
  | 'move'
  | 'first'
  | 'last'
  | 'page'
  | 'choose'
  | 'apply'
  | 'insert'
  | 'waive'
  | 'rewrite'
  | 'undo'
  | 'editor'
  | 'save'
  | 'filter'
  | 'fields'
  | 'view'
  | 'help'
  | 'leave'

/** What a key does while the person looks at the draft; `n` is how far, or which. */
export interface Command {
  name: CommandName
  n: number
}

const up: Command = {name: 'move', n: -1}
const down: Command = {name: 'move', n: 1}
const back: Command = {name: 'page', n: -1}
const on: Command = {name: 'page', n: 1}
const view: Command = {name: 'view', n: 0}

const commands: Readonly<Record<string, Command>> = {
  ...{up, k: up, p: up},
  ...{down, j: down, n: down},
  ...{pageup: back, left: back},
  ...{pagedown: on, right: on, ' ': on},
  ...{v: view, return: view},
  a: {name: 'apply', n: 0},
  home: {name: 'first', n: 0},
  end: {name: 'last', n: 0},
  i: {name: 'insert', n: 0},
  w: {name: 'waive', n: 0},
  r: {name: 'rewrite', n: 0},
  u: {name: 'undo', n: 0},
  e: {name: 'editor', n: 0},
  s: {name: 'save', n: 0},
  f: {name: 'filter', n: 0},
  g: {name: 'fields', n: 0},
  '?': {name: 'help', n: 0},
  q: {name: 'leave', n: 0},
}

/** The command of a key, by its name or by the letter typed. */
export const commandOf = (name: string): Command | undefined =>
  /^[1-9]$/.test(name) ? {name: 'choose', n: Number(name) - 1} : commands[name]

/** The keys as the help shows them, each with the key of its text. */
export const helpRows: readonly (readonly [keys: string, text: string])[] = [
  ['↑ ↓  k j  p n', 'key.move'],
  ['PgUp PgDn', 'key.page'],
  ['Enter  v', 'key.view'],
  ['1–9', 'key.choose'],
  ['a', 'key.apply'],
  ['i', 'key.insert'],
  ['r', 'key.rewrite'],
  ['w', 'key.waive'],
  ['u', 'key.undo'],
  ['e', 'key.editor'],
  ['s', 'key.save'],
  ['f', 'key.filter'],
  ['g', 'key.fields'],
  ['q', 'key.leave'],
]

/** So many entries of a list are one page. */
const pageOfList = 8

/** Where a key goes in a list; nothing for one that does not move. */
export const moveTo = ({name, n}: Command, at: number, length: number): number | undefined => {
  if (name === 'move') return at + n
  if (name === 'page') return at + n * pageOfList
  if (name === 'first') return 0
  return name === 'last' ? length - 1 : undefined
}
