import {runCheck} from '../check/run.ts'
import {addCircumstances, type CircumstanceFlags, collect} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface CheckFlags extends CircumstanceFlags {
  format: string[]
  fix?: boolean
  fixDryRun?: boolean
  stdinFilename: string
  lang?: string
  maxWarnings?: string
  baseline?: string | true
  writeBaseline?: string | true
  writeBaselineDryRun?: string | true
  quiet?: boolean
  color: boolean
}

export const check: Command = {
  name: 'check',
  alias: 'sjekk',
  define(command) {
    command
      .description('sjekk annonser og vis hva som bør rettes')
      .argument(
        '[path...]',
        'filer, mapper eller mønstre; - leser fra standard inn; ellers det som «filer» i utlys.yml sier',
      )
      .option('-f, --format <format[:file]>', 'terminal, text, json eller markdown; kan gjentas', collect, [])
      .option('--fix', 'rett det som trygt kan rettes, i filene')
      .option('--fix-dry-run', 'vis hva --fix ville ha rettet')
      .option('--stdin-filename <name>', 'filnavnet til annonsen på standard inn', 'annonse.md')
    addCircumstances(command)
      .option('--max-warnings <n>', 'flere advarsler enn dette teller som feil')
      .option('--baseline [file]', 'hopp over funnene på listen over kjente funn, og vis bare nye')
      .option('--write-baseline [file]', 'skriv listen over kjente funn ut fra det som finnes nå')
      .option('--write-baseline-dry-run [file]', 'vis hva --write-baseline ville ha endret')
      .option('-q, --quiet', 'vis bare feil')
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (paths: string[], flags: CheckFlags) => {
        process.exitCode = await runCheck(paths, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys check annonse.md                          én annonse
  utlys check                                     annonsene som «filer» i utlys.yml nevner
  utlys check stillinger                          alle annonser i en mappe
  utlys check "stillinger/**/*.md" --quiet        bare feilene
  utlys check annonse.txt --profile arbeidsgivertype=kommune --felt frist --felt kontakt
  utlys check stillinger --format text --format json:rapport.json
  utlys check stillinger --write-baseline         skriv listen over det som er funnet til nå
  utlys check stillinger --baseline               vis bare det som er nytt siden da
  cat annonse.md | utlys check -

Avslutter med 0 når det ikke er feil, 1 når det er det, og 2 når noe ikke kunne sjekkes.`
