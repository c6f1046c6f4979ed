import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Rule, RuleExamples} from '../../src/engine/types.ts'
import labels from '../../src/vocabulary/labels.yml'

/** A file as it might be given to the program. */
export interface Draft {
  path: string
  text: string
}

const folder = new URL('../annonser/', import.meta.url)
const lines = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))

const rules = import.meta.glob<Rule & RuleExamples>(
  ['../../rules/*/**/*.yml', '!**/*.lexicon.yml', '!**/pack.yml'],
  {
    eager: true,
    import: 'default',
  },
)
const examples = Object.values(rules).flatMap(({examples: {triggers, silent}}) =>
  [...triggers, ...silent].map(({text}) => text.replaceAll(/\[\[|\]\]/g, '')),
)
const labelWords = Object.values(labels as Record<string, string[]>).flat()

/** What a text may hold that is taken for something else. */
const noise = [
  ...[
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\ufeff',
    '\u202e',
    '\u2028',
    '\t',
    '\r\n',
    '\r',
    '\x00',
    '\x1b[31m',
    '\ud800',
    '\udfff',
  ],
  ...['İ', 'ﬁ', 'ß', 'e\u0301', 'å\u030a', '👩‍🚒', '𝔸', 'Ⅷ', '１２', '٣'],
  ...[
    '**',
    '__',
    '`',
    '```',
    '~~~',
    '>',
    '> > >',
    '- - -',
    '* ',
    '1. ',
    '#',
    '###### ',
    '|',
    '---',
    '===',
    '\\',
    '[',
    '](',
    '![',
    '<',
    '</',
    '&',
    '&amp;',
    '&#0;',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- utlys-ignorer lov/norskkrav: fordi (av: noen, til: 2027-01-01) -->',
    '<!-- utlys-ignorer felt/frist -->',
  ],
  ...[
    '31.12.2026',
    '1.1.1.1.1',
    '2026-02-30',
    'kl. 25',
    '100 %',
    '0–1000 %',
    '40 00 00 00',
    '+47',
    'a@b.example',
    '@',
    'https://',
    'www.',
    '::error::x',
    '§',
    '«',
    '»',
    '"',
    '…',
    '–',
  ],
  ...[
    'frist:',
    'Kontakt:',
    'Lønn:',
    'Søknadsfrist',
    'snarest',
    'du',
    'vi',
    'må',
    'ikke',
    'og',
    '{',
    '}',
    '": "',
    ',',
    ':',
  ],
]

const words = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...examples)},
  {weight: 4, arbitrary: fc.constantFrom(...lines)},
  {weight: 2, arbitrary: fc.constantFrom(...noise)},
  {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 20})},
)

const piece = fc.oneof(
  {weight: 6, arbitrary: words},
  {weight: 1, arbitrary: words.map((text) => `# ${text}`)},
  {weight: 1, arbitrary: words.map((text) => `- ${text}`)},
  {weight: 1, arbitrary: words.map((text) => `**${text}**`)},
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...labelWords), words).map(([label, text]) => `${label}: ${text}`),
  },
  {weight: 1, arbitrary: fc.tuple(words, fc.nat(40)).map(([text, at]) => text.slice(at))},
)

const glue = fc.constantFrom('\n', '\n\n', ' ', '', '\r\n', '. ')

const text = fc
  .array(fc.tuple(piece, glue), {minLength: 1, maxLength: 12})
  .map((parts) => parts.flat().join(''))

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The same words as each kind of file would hold them. */
const kinds: Record<string, (text: string) => string> = {
  'annonse.md': (all) => all,
  'annonse.txt': (all) => all,
  'matter.md': (all) => `---\nfrist: 2027-01-14\nstillingsprosent: 80\n---\n${all}`,
  'annonse.html': (all) =>
    `<!doctype html><html><body><main>${all
      .split('\n\n')
      .map((part) => `<p>${escaped(part)}</p>`)
      .join('')}</main></body></html>`,
  'raw.html': (all) => all,
  'annonse.json': (all) => JSON.stringify({title: 'Lærer', description: all}),
  'annonse.jsonl': (all) =>
    `${JSON.stringify({title: 'Lærer', description: all})}\n${JSON.stringify({description: all})}`,
  'annonse.xml': (all) =>
    `<PositionOpening><PositionTitle>Lærer</PositionTitle><FormattedPositionDescription><Content>${escaped(all)}</Content></FormattedPositionDescription></PositionOpening>`,
  'raw.json': (all) => all,
}

export const draft = (paths: readonly string[] = Object.keys(kinds)): fc.Arbitrary<Draft> =>
  fc.tuple(fc.constantFrom(...paths), text).map(([path, all]) => ({path, text: kinds[path]!(all)}))

/** Files that people edit, in which fixes can be made. */
export const editable = ['annonse.md', 'annonse.txt', 'matter.md']

/** Any bytes with any name, half of them a draft that was damaged. */
export const bytes: fc.Arbitrary<{path: string; bytes: Uint8Array}> = fc.oneof(
  fc.record({
    path: fc.constantFrom(...Object.keys(kinds), 'a.docx', 'a.odt', 'a.pdf', 'a'),
    bytes: fc.uint8Array({maxLength: 300}),
  }),
  fc
    .tuple(draft(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), {maxLength: 5}), fc.nat())
    .map(([{path, text: all}, changes, end]) => {
      const damaged = new TextEncoder().encode(all)
      for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value
      return {path, bytes: damaged.subarray(0, end % 3 === 0 ? end % (damaged.length + 1) : undefined)}
    }),
)
