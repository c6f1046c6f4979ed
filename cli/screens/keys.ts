/**
 * One press of a key. `name` is `text` for letters (and all that an input method gives at once), `paste` for what is
 * pasted, else the name of the key: `left`, `return`, `ctrl-a`, `alt-b`, `ctrl-right`.
 */
export interface Key {
  name: string
  /** Of `text` and `paste`. */
  text?: string
}

const sequence = /^\x1b+(?:\[|O)(?:\[)?(?:(\d+)(?:;(\d+))?[~^$]|(?:1;(\d+))?([A-Za-z]))$/
const letters: Record<string, string> = {
  ...{A: 'up', B: 'down', C: 'right', D: 'left', F: 'end', H: 'home', Z: 'backtab'},
}
const numbers: Record<string, string> = {
  ...{1: 'home', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end'},
  ...{200: 'paste-begin', 201: 'paste-end'},
}
const modifiers: Record<string, string> = {3: 'alt-', 5: 'ctrl-'}
const controls: Record<string, string> = {
  ...{'\r': 'return', '\n': 'return', '\t': 'tab', '\x7f': 'backspace', '\b': 'backspace'},
}

const escaped = (input: string): string => {
  if (input === '\x1b') return 'escape'
  const [, number, numberModifier, letterModifier, letter] = sequence.exec(input) ?? []
  const name = letter === undefined ? numbers[number ?? ''] : letters[letter]
  if (name !== undefined) return (modifiers[numberModifier ?? letterModifier ?? ''] ?? '') + name
  const [rest, ...others] = input.replace(/^\x1b+/, '')
  return rest === undefined || others.length > 0 ? 'unknown' : `alt-${controls[rest] ?? rest}`
}

const controlName = (character: string): string =>
  controls[character] ?? `ctrl-${String.fromCharCode(character.charCodeAt(0) + 0x60)}`

const pieces = /[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g

/** What a terminal sends between two escape sequences: letters that came at once, with control characters among them. */
const plain = (input: string): Key[] =>
  (input.match(pieces) ?? []).map((piece) =>
    piece < ' ' || piece === '\x7f' ? {name: controlName(piece)} : {name: 'text', text: piece},
  )

/** Reads what Ink hands over, which is an escape sequence or what stands between two; a paste is one key, however long. */
export const createKeyReader = (): ((input: string) => Key[]) => {
  let pasted: string | undefined
  return (input) => {
    const name = input.startsWith('\x1b') ? escaped(input) : undefined
    if (name === 'paste-begin') {
      pasted = ''
      return []
    }
    if (pasted === undefined) return name === undefined ? plain(input) : [{name}]
    if (name !== 'paste-end') {
      pasted += input
      return []
    }
    const text = pasted
    pasted = undefined
    return [{name: 'paste', text}]
  }
}

/** What makes a terminal tell a paste from typing, and what ends that. */
export const pasteMode = {on: '\x1b[?2004h', off: '\x1b[?2004l'} as const
