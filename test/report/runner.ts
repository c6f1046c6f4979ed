export interface RunnerCommand {
  command: string
  properties: Record<string, string>
  message: string
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const unescapeProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

/**
 * What the runner of GitHub Actions makes of what a step prints (`ActionCommand.TryParseV2` and `TryParse` of
 * actions/runner): `::name key=value,key=value::message` where a line starts, and `##[name key=value;]message` anywhere.
 */
export const readCommands = (output: string): RunnerCommand[] =>
  output.split(/\r\n|\n|\r/).flatMap((line) => second(line.trimStart()) ?? first(line) ?? [])

const second = (line: string): RunnerCommand | undefined => {
  const end = line.startsWith('::') ? line.indexOf('::', 2) : -1
  if (end < 0) return undefined
  const info = line.slice(2, end)
  const space = info.indexOf(' ')
  const list =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(',')
  const properties = list.map((pair) => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, equals), unescapeProperty(pair.slice(equals + 1))]
  })
  return {
    command: space < 0 ? info : info.slice(0, space),
    properties: Object.fromEntries(properties),
    message: unescapeData(line.slice(end + 2)),
  }
}

const first = (line: string): RunnerCommand | undefined => {
  const found = /##\[([^\] ]*)([^\]]*)\](.*)/.exec(line)
  return found ? {command: found[1]!, properties: {}, message: found[3]!} : undefined
}
