import type {LanguageFlags} from '../language.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface RulesFlags extends LanguageFlags {
  format: string
  color: boolean
}

export const rules: Command = {
  name: 'rules',
  alias: 'regler',
  define(command) {
    command
      .description('vis reglene')
      .argument('[pattern...]', 'en pakke, en regel, eller et mønster med *; alle regler når ingen er nevnt')
      .option('-f, --format <format>', 'text eller json', 'text')
      .option('-l, --lang <lang>', 'språket i teksten: nb, nn eller en')
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (patterns: string[], flags: RulesFlags) => {
        const {runRules} = await import('../rules/run.ts')
        process.exitCode = await runRules(patterns, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys rules                            alle reglene
  utlys rules lov                        reglene i én pakke
  utlys rules inkludering/alder          én regel
  utlys rules "*/mange-*"                reglene som passer med et mønster
  utlys rules --format json              for andre programmer

«utlys explain REGEL» forteller mer om en regel.
Avslutter med 0, og med 2 når ingen regel passer.`
