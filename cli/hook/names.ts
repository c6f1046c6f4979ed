/** The hooks of git that utlys can be. */
export const hookNames = ['pre-commit', 'pre-push'] as const
export type HookName = (typeof hookNames)[number]

/** What `utlys hook` can do. */
export const actions = ['install', 'uninstall', 'status', 'run'] as const
export type Action = (typeof actions)[number]
