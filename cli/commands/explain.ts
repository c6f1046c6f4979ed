import {addCircumstances, type CircumstanceFlags} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface ExplainFlags extends CircumstanceFlags {
  entries?: boolean
  stdinFilename: string
  color: boolean
}

export const explain: Command = {
  name: 'explain',
  alias: 'forklar',
  define(command) {
    command
      .description('forklar en regel, et funn, eller hvorfor en regel er stille')
      .argument('[what]', 'en regel, eller en annonse med linje, som annonse.md:12')
      .argument('[rule]', 'regelen som annonsen skal holdes opp mot')
      .option('--entries', 'vis alle uttrykkene i ordlisten til regelen')
      .option('--stdin-filename <name>', 'filnavnet til annonsen på standard inn', 'annonse.md')
    addCircumstances(command)
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (what: string | undefined, rule: string | undefined, flags: ExplainFlags) => {
        const {runExplain} = await import('../explain/run.ts')
        process.exitCode = await runExplain(what, rule, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys explain lov/norskkrav                         alt om en regel
  utlys explain lov/norskkrav --entries               med alle uttrykkene den leter etter
  utlys explain annonse.md:12                         hvorfor linje 12 er merket
  utlys explain annonse.md:12:8                       det samme, for ett sted på linjen
  utlys explain annonse.md lov/offentlig-sokerliste   hva en regel sier om annonsen, eller hvorfor den er stille

Avslutter med 0, og med 2 når det ikke er noe å forklare.`
