/** What a terminal or a build log would act on, although JSON and XML may hold it as it is. */
export const active = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=##)(?:\[|vso\[)/g

/** JSON that says the same, and does nothing where it is printed. */
export const inertJson = (json: string): string => json.replace(active, escaped)

const escaped = (text: string): string =>
  `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`
