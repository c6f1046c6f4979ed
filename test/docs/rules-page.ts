import {appliesTo, conditionClause, packOf, packTitle, severityWord, word} from '../../cli/rules/words.ts'
import {examplesOf} from '../../src/engine/documented.ts'
import {rules, sourceOf} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'

/** The page `rules/README.md`, from the rule files. */
export const rulesPage = (): string => {
  const packs = [...new Set(rules.map(packOf))]
  const sum = rules.reduce((count, rule) => count + exampleCount(rule), 0)
  return [
    '<!-- Skrevet av `npm run docs` ut fra regelfilene. Ikke rediger siden for hånd. -->',
    '# Reglene',
    '',
    `utlys har ${rules.length} regler med ${sum} eksempler. Hver regel er en fil i denne mappen, og eksemplene i filen er testene for den. \`utlys explain REGEL\` viser alt om en regel, og \`utlys rules\` viser listen i terminalen.`,
    '',
    'Alvoret er *feil* (mekanisk sikkert), *advarsel* (sannsynlig, et menneske avgjør) eller *råd*. En kilde er *bekreftet* når teksten er lest i kilden. Står det *sjekk med jurist*, er paragrafnummeret eller ordlyden ikke bekreftet. En rapport uten funn er ingen juridisk godkjenning.',
    '',
    ...packs.map((pack) => `- [${titleOf(pack)}](#${anchorOf(titleOf(pack))}): ${ofPack(pack).length}`),
    '',
    ...packs.flatMap(packSection),
  ].join('\n')
}

const ofPack = (pack: string): Rule[] => rules.filter((rule) => packOf(rule) === pack)

const titleOf = (pack: string): string =>
  [pack, packTitle('nb', pack)].filter((part) => part !== '').join(': ')

/** As GitHub makes the address of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const columns = ['Regel', 'Hva den ser på', 'Alvor', 'Gjelder', 'Kilder', 'Eksempler']

const packSection = (pack: string): string[] => [
  `## ${titleOf(pack)}`,
  '',
  row(columns),
  row(columns.map(() => '---')),
  ...ofPack(pack).map((rule) => row(cellsOf(rule))),
  '',
]

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cellsOf = (rule: Rule): string[] => [
  `[\`${rule.id}\`](${rule.id}.yml)`,
  escaped(rule.title.nb),
  severityCell(rule),
  escaped(appliesTo('nb', rule.appliesTo)),
  rule.sources.map(sourceLink).join('<br>'),
  String(exampleCount(rule)),
]

const severityCell = ({severity, severityWhen = [], optional}: Rule): string =>
  [
    severityWord('nb', severity),
    ...severityWhen.map(
      (one) => `${severityWord('nb', one.severity)} når ${conditionClause('nb', one.profile)}`,
    ),
    ...(optional ? ['av til du slår den på'] : []),
  ]
    .map(escaped)
    .join('<br>')

const sourceLink = (id: string): string => {
  const {title, url, status, version} = sourceOf(id)
  const name = url ? `[${escaped(title)}](${url})` : escaped(title)
  const mark = [word('nb', `status.${status}`), ...(version ? [`versjon ${version}`] : [])].join(', ')
  return `${name} (${mark})`
}

/** Those of the rule and of the entries of its lexicon. */
const exampleCount = (rule: Rule): number => {
  const {triggers, silent} = examplesOf(rule)
  const entries = entriesById.get(rule.id) ?? []
  return entries.reduce(
    (sum, {bad = [], ok = []}) => sum + bad.length + ok.length,
    triggers.length + silent.length,
  )
}

const lexicons = import.meta.glob<{bad?: string[]; ok?: string[]}[]>('../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
})
const entriesById = new Map(
  Object.entries(lexicons).map(([path, entries]) => [
    path.replace(/^.*rules\/|\.lexicon\.yml$/g, ''),
    entries,
  ]),
)

const escaped = (text: string): string => text.replace(/[\\|[\]<>*_`]/g, '\\$&')
