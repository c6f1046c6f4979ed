import type {Lang} from '../texts.ts'
import type {Setup} from './setup.ts'
import {fill} from './template.ts'
import en from './templates/utlys.en.txt?raw'
import nb from './templates/utlys.nb.txt?raw'
import nn from './templates/utlys.nn.txt?raw'
import {sayInit} from './texts.ts'

const templates: Record<Lang, string> = {nb, nn, en}

/** `utlys.yml` with what is chosen; what is not stands as a comment. */
export const configText = (setup: Setup, lang: Lang): string =>
  fill(templates[lang], {
    language: lang === 'nb' ? '' : `\n${sayInit(lang, 'config.language')}\nspråk: ${lang}\n`,
    profile: profileText(setup.profile),
    policy: policyText(setup),
    portal:
      setup.portal.length > 0 ? `portal: [${setup.portal.join(', ')}]` : '# portal: [kontakt, søknadsmåte]',
    files: `filer:\n  - ${JSON.stringify(setup.glob)}`,
  })

const order = ['arbeidsgivertype', 'tariffområde', 'sektor', 'målform', 'utlysning']
const municipal = ['kommune', 'fylkeskommune', 'kommunalt-foretak']

const profileText = (profile: Setup['profile']): string => {
  const chosen = order.filter((key) => profile[key] !== undefined).map((key) => `  ${key}: ${profile[key]}`)
  if (chosen.length === 0) return '# profil:\n#   arbeidsgivertype: kommune\n#   tariffområde: KS'
  const hasArea = profile.tariffområde !== undefined || !municipal.includes(profile.arbeidsgivertype ?? '')
  return ['profil:', ...chosen, ...(hasArea ? [] : ['  # tariffområde: KS'])].join('\n')
}

const policyText = ({packs, own}: Setup): string => {
  const names = [...packs, ...(own ? [JSON.stringify(`./${own.folder}`)] : [])]
  if (names.length === 0) return '# policy: ./arbeidsgiverpolitikk'
  return `policy: ${names.length === 1 ? names[0] : `[${names.join(', ')}]`}`
}
