const plain = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

/** Whether a text has only letters and signs of Norwegian and its neighbours, each one column wide. */
export const isPlain = (text: string): boolean => plain.test(text)

const bidiControl = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu
const workflowCommand = /::|##(?=\[|vso\[)/g

const codePoint = (character: string): string =>
  `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`

/** Control characters have pictures of their own in Unicode: ␛ for escape, ␊ for line feed. */
const visible = (character: string): string => {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  const isInvisible = /\p{Default_Ignorable_Code_Point}/u.test(character)
  return isInvisible && !bidiControl.test(character) ? '' : codePoint(character)
}

/**
 * Makes foreign text (an ad, a file name) harmless on one line of a terminal or a build log.
 * Control characters and those that turn the writing direction become visible, characters without a
 * form of their own (soft hyphen, zero-width space) go, and nothing reads as a workflow command.
 */
export const safe = (text: string): string =>
  (isPlain(text) ? text : text.replace(unsafe, visible)).replace(workflowCommand, (match) =>
    match === '::' ? ': :' : '## ',
  )
