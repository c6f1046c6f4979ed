import {addCircumstances, type CircumstanceFlags} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface ReviewFlags extends CircumstanceFlags {
  linear?: boolean
  lang?: string
  color: boolean
}

export const review: Command = {
  name: 'review',
  alias: 'gjennomgå',
  define(command) {
    command
      .description('gå gjennom et utkast og rett det, funn for funn')
      .argument('[file]', 'utkastet')
      .option('--linear', 'spør linje for linje, uten skjermbilde')
    addCircumstances(command)
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (file: string | undefined, flags: ReviewFlags) => {
        const {runReview} = await import('../review/run.ts')
        process.exitCode = await runReview(file, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys review annonse.md                         gå gjennom utkastet på skjermen
  utlys review annonse.md --linear                det samme som tekst, for skjermlesere og enkle terminaler
  utlys review annonse.md --policy baerum         med en arbeidsgiverpolitikk
  EDITOR=nano utlys review annonse.md             e åpner utkastet i nano

Ingenting blir skrevet til filen før du lagrer.
Avslutter med 0 når det ikke er feil igjen, 1 når det er det, og 2 når noe ikke kunne leses.`
