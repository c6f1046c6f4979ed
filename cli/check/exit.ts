/** What a check exits with. */
export const exit = {clean: 0, findings: 1, trouble: 2} as const
