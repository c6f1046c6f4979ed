const isSet = (name: string): boolean => (process.env[name] ?? '') !== ''

/** Whether what is written to a stream is seen by a person, on a terminal that can move its cursor and need not be read aloud. */
export const isScreen = (stream: {isTTY?: boolean}): boolean =>
  stream.isTTY === true && process.env.TERM !== 'dumb' && !isSet('CI') && !isSet('INK_SCREEN_READER')

/** Whether a person can be shown a screen that takes keys: both ends are one, and nobody has asked for plain lines. */
export const usesScreen = (linear: boolean): boolean =>
  !linear && isScreen(process.stdin) && isScreen(process.stdout)
