/** A template with its places filled in: `{name}`. Other braces are left alone. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([a-z]+)\}/g, (place, name: string) => values[name] ?? place)
