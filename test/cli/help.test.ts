import type {Command as Commander} from 'commander'
import {expect, test} from 'vitest'
import catalogue from '../../cli/commands/texts.yml'
import {termsIn} from '../../cli/help/words.ts'
import {createProgram} from '../../cli/program.ts'
import {type Catalogue, languages} from '../../cli/texts.ts'

const texts = catalogue as Catalogue
const program = createProgram([])
const pages: readonly Commander[] = [program, ...program.commands]
const everyCommand = [...pages, ...program.createHelp().visibleCommands(program)]
const titleOf = (command: Commander): string => (command.parent ? command.name() : 'program')

/** The keys that the definitions of the commands ask for. */
const used = new Set(
  everyCommand.flatMap((command) => {
    const {registeredArguments} = command
    const options = command.createHelp().visibleOptions(command)
    const placeholders = [...options.map(({flags}) => flags), command.usage()]
    return [
      command.description(),
      ...options.map(({description}) => description),
      ...(pages.includes(command) ? registeredArguments.map(({description}) => description) : []),
      ...placeholders.flatMap(termsIn).map((word) => `term.${word}`),
    ]
  }),
)

test.each([...used])('«%s» is in cli/commands/texts.yml', (key) => {
  const advice =
    'Write it in three languages in cli/commands/texts.yml, and its key in the file of the command.'
  expect(texts, advice).toHaveProperty([key])
})

test('no text is left over', () => {
  const own = pages.map(titleOf).flatMap((title) => [`${title}.examples`, `${title}.after`])
  const leftOver = Object.keys(texts).filter(
    (key) => !used.has(key) && !own.includes(key) && !key.startsWith('commander.') && !key.endsWith(':'),
  )
  expect(leftOver).toEqual([])
})

/** The commands of examples without what is told of them. */
const commandsIn = (examples: string): string[] => examples.split('\n').map((line) => line.split(/ {2,}/)[0]!)

/** Their command and options; files may have names in the language. */
const outlines = (examples: string): string[][] =>
  commandsIn(examples).map((line) => line.match(/utlys \S*|--[a-z-]+/g) ?? [])

test.each(pages.map((command) => [titleOf(command), command] as const))(
  '%s has examples',
  (title, command) => {
    const advice = `Write ${title}.examples in cli/commands/texts.yml: a command on each line, two spaces, what it does.`
    expect(texts, advice).toHaveProperty([`${title}.examples`])
    const {nb, nn, en} = texts[`${title}.examples`]!
    expect(outlines(nn)).toEqual(outlines(nb))
    expect(outlines(en)).toEqual(outlines(nb))
    for (const example of commandsIn(nb)) {
      expect(example).toMatch(/^(?:cat \S+ \| |[A-Z]+=\S+ )?utlys /)
      const known = command
        .createHelp()
        .visibleOptions(command)
        .map(({long}) => long)
      for (const [option] of example.matchAll(/ --[a-z-]+/g)) expect(known).toContain(option.trim())
    }
  },
)

test.each(languages)('help in %s has no words of another language', (lang) => {
  const help = createProgram(['--lang', lang])
  const all = [help, ...help.commands].map((command) => command.helpInformation()).join('\n')
  const names = help.commands.flatMap((command) => [command.name(), ...command.aliases()]).join('|')
  const noProse = new RegExp(`--[a-z-]+|\\S+\\.yml|[«“][^]*?[»”]|(?<!\\p{L})(?:${names})(?!\\p{L})`, 'gu')
  const prose = all.replace(noProse, '')
  const words = {
    nb: /\b(?:usage|options?|commands?|default|display|ein|ikkje|kva|frå)\b/i,
    nn: /\b(?:usage|options?|commands?|default|display|en (?!tekst)|ikke|hva|fra)\b/i,
    en: /[æøå]|\b(?:valg|sti|og|er)\b/i,
  }
  expect(prose.replace(/nb, nn (?:eller|or)\s+en/g, '')).not.toMatch(words[lang])
})
