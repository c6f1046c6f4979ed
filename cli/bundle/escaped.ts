/** A unit of a string as JavaScript and JSON write it in ASCII. */
export const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
