import type {LanguageFlags} from '../language.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface PolicyFlags extends LanguageFlags {
  against?: string
  test?: boolean
  format: string
  color: boolean
}

export const policy: Command = {
  name: 'policy',
  alias: 'politikk',
  define(command) {
    command
      .description('vis hva av en arbeidsgiverpolitikk reglene sjekker')
      .argument('[name]', 'navnet på en policy eller mappen den ligger i; ellers den som utlys.yml slår på')
      .option('--against <file>', 'vis hvilke klausuler som er endret i denne utgaven av teksten')
      .option('--test', 'kjør eksemplene til reglene i regelpakken')
      .option('-f, --format <format>', 'text eller json', 'text')
      .option('-c, --config <file>', 'bruk dette oppsettet i stedet for nærmeste utlys.yml')
      .option('-l, --lang <lang>', 'språket i teksten: nb, nn eller en')
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (name: string | undefined, flags: PolicyFlags) => {
        const {runPolicy} = await import('../policy/run.ts')
        process.exitCode = await runPolicy(name, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys policy baerum                             klausulene og reglene de gir grunn for
  utlys policy baerum --format json
  utlys policy baerum --against ny-utgave.txt     hva en ny utgave av teksten endrer
  utlys policy ./arbeidsgiverpolitikk --test      kjør eksemplene i en egen regelpakke

Avslutter med 0 når alt stemmer, 1 når en klausul er endret eller et eksempel ikke går, og 2 når noe ikke kunne leses.`
