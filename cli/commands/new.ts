import {addCircumstances, type CircumstanceFlags} from '../options.ts'
import type {Command} from './types.ts'

/** The options as commander gives them. */
export interface NewFlags extends CircumstanceFlags {
  answers?: string
  dryRun?: boolean
  linear?: boolean
  lang?: string
  color: boolean
}

export const newDraft: Command = {
  name: 'new',
  alias: 'ny',
  define(command) {
    command
      .description('lag et utkast til en annonse ved å svare på spørsmål')
      .argument('[file]', 'filen som utkastet skrives til; en fil som finnes, blir aldri skrevet over')
      .option('--answers <file>', 'ta svarene fra denne filen (YAML eller JSON); - leser fra standard inn')
      .option('--dry-run', 'vis utkastet uten å skrive det')
      .option('--linear', 'spør linje for linje, uten skjermbilde')
    addCircumstances(command)
      .option('--no-color', 'uten farger')
      .addHelpText('after', examples)
      .action(async (file: string | undefined, flags: NewFlags) => {
        const {runNew} = await import('../new/run.ts')
        process.exitCode = await runNew(file, flags)
      })
  },
}

const examples = `
Eksempler:
  utlys new                                       spør om alt, også filnavnet
  utlys new stillinger/renholder.md
  utlys new --profile arbeidsgivertype=kommune --profile målform=nynorsk
  utlys new annonse.md --answers svar.yml         uten spørsmål
  utlys new --answers svar.yml --dry-run          vis utkastet
  utlys new --linear                              for skjermlesere og enkle terminaler

Svarene i filen har navn som feltene: stillingstittel, arbeidsgiver, frist, kontakt, arbeidsoppgaver og så videre,
og profil og målform. Det som mangler, blir listet opp.`
