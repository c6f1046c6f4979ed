import type {LanguageFlags} from '../language.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface InitFlags extends LanguageFlags {
  policy?: string
  title?: string
  from?: string
  dryRun?: boolean
}

export const init: Command = {
  name: 'init',
  alias: 'start',
  define(command) {
    command
      .description('lag et oppsett, eller et utkast til en egen regelpakke')
      .option('--policy <folder>', 'lag en regelpakke i denne mappen, med eksempler å skrive videre på')
      .option('--title <title>', 'navnet på arbeidsgiveren, som «Storevik kommune»')
      .option('--from <file>', 'lag et utkast til klausuler av teksten i denne filen')
      .option('--dry-run', 'vis hva som ville bli skrevet')
      .option('-l, --lang <lang>', 'språket i meldingene: nb, nn eller en')
      .addHelpText('after', examples)
      .action(async (flags: InitFlags) => {
        const {runInit} = await import('../init/run.ts')
        process.exitCode = await runInit(flags)
      })
  },
}

const examples = `
Eksempler:
  utlys init                                      en utlys.yml å begynne med
  utlys init --policy storevik --title "Storevik kommune"
  utlys init --policy storevik --from arbeidsgiverpolitikk.txt
  utlys init --policy storevik --dry-run          vis filene uten å skrive dem

Filer som finnes fra før, blir ikke rørt.`
