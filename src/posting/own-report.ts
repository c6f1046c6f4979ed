/** What our reports begin with, so that the next check knows that they are no ads. */
export const reportMarks = {
  html: '<meta name="generator" content="utlys">',
  markdown: '<!-- generator: utlys -->',
} as const

/** So much of either end of a file is looked at. */
const endLength = 1000

/** The summary of a step has no mark of its own: it begins with its heading and the sum. */
const jobSummary = /^# [^\n]{1,60}\n\n\*\*\d+ fil(?:e|es|er)?[: ]/

/** The sum in the last paragraph of a report of plain text, which may take some lines. */
const sum =
  /^\d+\sfil(?:e|es|er)?(?::\s(?:(?:ingen|no)\s(?:(?:nye|new)\s)?(?:funn|findings)|\d+\s(?:feil|errors?|advars(?:el|ler)|åtvaring(?:ar)?|warnings?|råd|pieces?\s))|\s(?:kunne\sikk|could\snot))/m
const mostLinesOfSum = 10

const closing = (text: string): string =>
  text.replaceAll('\r\n', '\n').trimEnd().split('\n\n').at(-1)!.split('\n').slice(-mostLinesOfSum).join('\n')

/** Whether a text is a report of ours: by its mark, or by how it ends. */
export const isOwnReport = (bytes: Uint8Array): boolean => {
  const [head, tail] = [bytes.subarray(0, endLength), bytes.subarray(-endLength)].map((end) =>
    Buffer.from(end).toString(),
  ) as [string, string]
  const start = head.replace(/^\ufeff/, '').trimStart()
  return (
    start.startsWith(reportMarks.markdown) ||
    jobSummary.test(start) ||
    (/^<!doctype html>/i.test(start) && start.includes(reportMarks.html)) ||
    sum.test(closing(tail))
  )
}
