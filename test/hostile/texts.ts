/** Texts that cost much to read for a program that looks at anything more than once: by name, so many characters long. */
export interface HostileText {
  path: string
  /** A text of about so many characters. */
  of(length: number): string
}

const repeated =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const counted =
  (unit: (i: number) => string) =>
  (length: number): string => {
    const parts: string[] = []
    for (let i = 0, sum = 0; sum < length; i++) {
      const part = unit(i)
      parts.push(part)
      sum += part.length
    }
    return parts.join('')
  }

const plain = (unit: string, path = 'annonse.txt'): HostileText => ({path, of: repeated(unit)})
const markdown = (unit: string): HostileText => plain(unit, 'annonse.md')

const sentence = 'Vi søker en lærer som kan norsk og som liker å arbeide med barn i Lillevik kommune. '

export const hostileTexts: Readonly<Record<string, HostileText>> = {
  'one long line of sentences': plain(sentence),
  'one long line without a full stop': plain(sentence.replace('.', ' og')),
  'lines of sentences': plain(`${sentence}\n`),
  'paragraphs of Markdown': markdown(`${sentence}\n\n`),
  bullets: markdown('- norsk som morsmål\n'),
  'bullets in plain text': plain('• norsk som morsmål\n'),
  headings: markdown('# Om stillingen\n\n'),
  'headings in plain text': plain('Kvalifikasjoner\n'),
  labels: plain('Frist: 1.2.2027\n'),
  'labels without values': plain('Kontakt:\n'),
  'labels on one line': plain('Lønn: etter avtale '),
  'a letter': plain('a'),
  'a capital': plain('A'),
  'letters with capitals': plain('Aa'),
  'capitals in words': plain('Aa '),
  'names of people': plain('Kari Eksempel, '),
  'names of employers': plain('Lillevik kommune og '),
  spaces: plain(' x'.padStart(4000)),
  'only spaces before a word': {path: 'annonse.txt', of: (length) => `${' '.repeat(length - 1)}x`},
  'line feeds before a word': {path: 'annonse.txt', of: (length) => `a${'\n'.repeat(length - 2)}x`},
  digits: plain('1'),
  'digits with spaces': plain('12 '),
  'phone numbers': plain('400 00 000 '),
  'half dates': plain('1.1.1.'),
  dates: plain('1.2.2027 '),
  'amounts of money': plain('kr 500 000 '),
  percentages: plain('100 % '),
  'at signs': plain('@'),
  'half e-mail addresses': plain('a@'),
  'e-mail addresses': plain('kari@lillevik.example '),
  'dots of an address': plain('a.'),
  'web addresses': plain('https://www.lillevik.example/a '),
  'half web addresses': plain('www.'),
  'full stops': plain('. '),
  'full stops without spaces': plain('.'),
  'question marks': plain('?! '),
  colons: plain(':'),
  dashes: plain('-'),
  'open brackets': plain('('),
  'open square brackets in Markdown': markdown('['),
  'half links in Markdown': markdown('[a]('),
  'open quotation marks': plain('« '),
  'straight quotation marks': plain('" '),
  asterisks: markdown('**'),
  'asterisks around words': markdown('*a **b '),
  underscores: markdown('_a __b '),
  'grave accents': markdown('`a'),
  'half tags': markdown('<a '),
  'half comments': markdown('<!--'),
  comments: markdown('<!-- utlys-ignorer lov/norskkrav: fordi -->'),
  entities: markdown('&amp'),
  backslashes: markdown('\\'),
  'nested quotations': {
    path: 'annonse.md',
    of: (length) => counted((i) => `${'>'.repeat(i % 90)} sitat\n`)(length),
  },
  'nested lists': {
    path: 'annonse.md',
    of: (length) => counted((i) => `${'  '.repeat(i % 40)}- punkt\n`)(length),
  },
  tables: markdown('| Frist | 1.2.2027 |\n'),
  'front matter without an end': {
    path: 'annonse.md',
    of: (length) => `---\n${repeated('frist: 1\n')(length)}`,
  },
  'tags of HTML': plain('<p>norsk <b>som</b> morsmål', 'annonse.html'),
  'deep HTML': plain('<div>a', 'annonse.html'),
  'half tags of HTML': plain('<a b="', 'annonse.html'),
  'combining marks': plain('a\u0301\u0301\u0301\u0301'),
  emoji: plain('👩‍🚒'),
  'words of one sound': plain('er som er '),
  'what is looked for': plain('tariffavtale søknad '),
}
