/**
 * A name or an address in the letters that both may be written in, in lower case: domains and mailboxes have
 * `a` or `aa` for `å`, `o` or `oe` for `ø`, `e` or `ae` for `æ`, and no accents.
 */
export const addressLetters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/å/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'e')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/aa/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'e')
