const isSet = (name: string): boolean => (process.env[name] ?? '') !== ''

/** Whether a person can be shown a screen: both ends are a terminal that can move its cursor, and nothing asks for plain lines. */
export const usesScreen = (linear: boolean): boolean =>
  !linear &&
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  process.env.TERM !== 'dumb' &&
  !isSet('CI') &&
  !isSet('INK_SCREEN_READER')
