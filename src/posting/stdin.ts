/** The path of what standard input holds, when it has been given no name. No file is called that. */
export const stdinPath = '<stdin>'
