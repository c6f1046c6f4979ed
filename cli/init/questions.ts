import {statSync} from 'node:fs'
import path from 'node:path'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {safe} from '../../src/report/safe.ts'
import {fieldLabel} from '../../src/report/texts.ts'
import {type Asker, type Choice, GoBack} from '../ask/types.ts'
import {Problem} from '../problem.ts'
import {type Lang, say} from '../texts.ts'
import {hasPack, packIdOf, readPolicy, titleOf} from './pack.ts'
import {globOf, portalFields, type Setup, valuesOf} from './setup.ts'
import {countAds, type Surroundings} from './surroundings.ts'
import {sayInit} from './texts.ts'

interface Asking {
  asker: Asker
  lang: Lang
  around: Surroundings
  canGoBack: boolean
}

/** A question: when it is asked, and the setup with its answer. */
interface Step {
  isFor?(setup: Setup, around: Surroundings): boolean
  ask(setup: Setup, asking: Asking): Promise<Setup>
}

/** Asks one question after the other; who goes back is asked the one before again. */
export const askSetup = async (
  start: Setup,
  {asker, lang, around}: Omit<Asking, 'canGoBack'>,
): Promise<Setup> => {
  const answered: Step[] = []
  let setup = start
  for (let next = 0; next < steps.length; next++) {
    const step = steps[next]!
    if (step.isFor && !step.isFor(setup, around)) continue
    try {
      setup = await step.ask(setup, {asker, lang, around, canGoBack: answered.length > 0})
      answered.push(step)
    } catch (error) {
      const last = error instanceof GoBack ? answered.pop() : undefined
      if (!last) throw error
      next = steps.indexOf(last) - 1
    }
  }
  return setup
}

const none = ''

interface ProfileStep {
  isFor?: Step['isFor']
  ready?: (lang: Lang) => string
  /** That nothing is chosen, is the likeliest. */
  noneFirst?: boolean
  /** Keys whose answers hold for this answer only. */
  leadsTo?: readonly string[]
}

/** One key of the profile. */
const profileStep = (
  key: string,
  {isFor, ready, noneFirst = false, leadsTo = []}: ProfileStep = {},
): Step => ({
  ...(isFor && {isFor}),
  async ask(setup, {asker, lang, canGoBack}) {
    const {[key]: known, ...rest} = setup.profile
    const others: Record<string, string> = rest
    const values = noneFirst ? [none, ...valuesOf(key)] : [...valuesOf(key), none]
    const hint = sayInit(lang, `${key}.hint`)
    const value = await asker.choose({
      label: sayInit(lang, key),
      ...(hint !== `${key}.hint` && {hint}),
      canGoBack,
      choices: values.map((one) => ({value: one, label: sayInit(lang, `${key}.${one || 'none'}`)})),
      ready: [known ?? ready?.(lang) ?? none],
    })
    const isOther = value !== (known ?? none)
    for (const stale of isOther ? leadsTo : []) delete others[stale]
    return {...setup, profile: value === none ? others : {...others, [key]: value}}
  },
})

const isOfType =
  (...types: string[]) =>
  ({profile}: Setup): boolean =>
    types.includes(profile.arbeidsgivertype ?? none)

/** What no pack is called. */
const own = '.'

const packs: Step = {
  async ask(setup, {asker, lang, canGoBack}) {
    const choices: Choice<string>[] = [
      ...packIds.map((id) => packChoice(id, lang)),
      {value: own, label: sayInit(lang, 'packs.own'), hint: sayInit(lang, 'packs.own.hint')},
    ]
    const chosen = await asker.chooseSome({
      label: sayInit(lang, 'packs'),
      canGoBack,
      choices,
      ready: [...setup.packs, ...(setup.own ? [own] : [])],
    })
    const names = chosen.filter((one) => one !== own)
    const kept = setup.own ?? {folder: 'arbeidsgiverpolitikk'}
    return {...setup, packs: names, own: chosen.includes(own) ? kept : undefined}
  },
}

const packChoice = (id: string, lang: Lang): Choice<string> => {
  const name = id.split('/').at(-1)!
  const {title, employer} = packNamed(id) as Pack
  const names = employer?.names?.join(', ')
  return {
    value: name,
    label: title[lang],
    ...(names && {hint: sayInit(lang, 'packs.for', {employer: names})}),
  }
}

const ownFolder: Step = {
  isFor: (setup) => setup.own !== undefined,
  async ask(setup, {asker, lang, canGoBack}) {
    const folder = await asker.text({
      label: sayInit(lang, 'own.folder'),
      canGoBack,
      value: setup.own!.folder,
      flaw: async (answer) =>
        folderFlaw(answer, lang) ?? flawOf(() => hasPack(normal(answer)) || packIdOf(normal(answer)), lang),
    })
    return {...setup, own: {...setup.own, folder: normal(folder)}}
  },
}

const needsDraft: Step['isFor'] = ({own: pack}) => pack !== undefined && !hasPack(pack.folder)

const ownTitle: Step = {
  isFor: needsDraft,
  async ask(setup, {asker, lang, canGoBack}) {
    const title = await asker.text({
      label: sayInit(lang, 'own.title'),
      hint: sayInit(lang, 'own.title.hint'),
      canGoBack,
      ...(setup.own!.title !== undefined && {value: setup.own!.title}),
      flaw: async (answer) => flawOf(() => titleOf(answer.trim()), lang),
    })
    return {...setup, own: {...setup.own!, title: title.trim()}}
  },
}

const ownText: Step = {
  isFor: needsDraft,
  async ask(setup, {asker, lang, canGoBack}) {
    const from = await asker.text({
      label: sayInit(lang, 'own.from'),
      hint: sayInit(lang, 'own.from.hint'),
      canGoBack,
      value: setup.own!.from ?? '',
      flaw: async (answer) => flawOf(() => answer.trim() === '' || readPolicy(answer.trim()), lang),
    })
    return {...setup, own: {...setup.own!, from: from.trim() || undefined}}
  },
}

/** What no folder is called. */
const other = ''

const ads: Step = {
  async ask(setup, {asker, lang, around, canGoBack}) {
    const present = around.adFolders.map(({name}) => name)
    const fallback = present.length > 0 || setup.folder === '.' ? [] : [setup.folder]
    const choices: Choice<string>[] = [
      ...around.adFolders.map(({name, count}) => ({value: name, label: name, hint: countText(count, lang)})),
      ...fallback.map((name) => ({value: name, label: name, hint: sayInit(lang, 'ads.none')})),
      {value: '.', label: sayInit(lang, 'ads.here')},
      {value: other, label: sayInit(lang, 'ads.other')},
    ]
    const [most] = around.adFolders.toSorted((one, two) => two.count - one.count)
    const isOffered = choices.some(({value}) => value === setup.folder)
    const chosen = await asker.choose({
      label: sayInit(lang, 'ads'),
      canGoBack,
      choices,
      ready: [isOffered ? setup.folder : (most?.name ?? other)],
    })
    const folder = chosen === other ? await askFolder(asker, lang) : chosen
    return {...setup, folder, glob: globOf(folder)}
  },
}

const askFolder = async (asker: Asker, lang: Lang): Promise<string> => {
  const folder = await asker.text({
    label: sayInit(lang, 'ads.folder'),
    flaw: async (answer) => folderFlaw(answer, lang),
  })
  if (statSync(normal(folder), {throwIfNoEntry: false})) {
    const count = await countAds(normal(folder))
    asker.tell(`${safe(normal(folder))}: ${countText(count, lang)}`)
  }
  return normal(folder)
}

const countText = (count: number, lang: Lang): string => {
  const kind = count === 0 ? 'none' : count === 1 ? 'one' : 'many'
  return sayInit(lang, `ads.${kind}`, {n: String(count)})
}

const portal: Step = {
  async ask(setup, {asker, lang, canGoBack}) {
    const fields = await asker.chooseSome({
      label: sayInit(lang, 'portal'),
      hint: sayInit(lang, 'portal.hint'),
      canGoBack,
      choices: portalFields.map((field) => ({value: field, label: fieldLabel(lang, field)})),
      ready: setup.portal,
    })
    return {...setup, portal: fields}
  },
}

const yesOrNo = (
  key: 'hook' | 'action',
  isReady: (around: Surroundings) => boolean,
  isFor?: Step['isFor'],
): Step => ({
  ...(isFor && {isFor}),
  async ask(setup, {asker, lang, around, canGoBack}) {
    const answer = await asker.confirm({
      label: sayInit(lang, key),
      hint: sayInit(lang, `${key}.hint`),
      canGoBack,
      ready: setup[key] || isReady(around),
    })
    return {...setup, [key]: answer}
  },
})

const steps: readonly Step[] = [
  profileStep('arbeidsgivertype', {leadsTo: ['tariffområde', 'sektor']}),
  profileStep('tariffområde', {
    isFor: isOfType('kommune', 'fylkeskommune', 'kommunalt-foretak'),
    ready: () => 'KS',
  }),
  profileStep('sektor', {
    isFor: isOfType('kommune', 'fylkeskommune', 'kommunalt-foretak', 'privat', none),
    noneFirst: true,
  }),
  profileStep('målform', {ready: (lang) => (lang === 'nn' ? 'nynorsk' : 'bokmål')}),
  packs,
  ownFolder,
  ownTitle,
  ownText,
  ads,
  portal,
  yesOrNo(
    'hook',
    () => true,
    (_setup, {git}) => git !== undefined,
  ),
  yesOrNo('action', ({usesGithub}) => usesGithub),
]

/** Written as in a configuration: with `/`, and none at the end. */
const normal = (folder: string): string =>
  path.posix.normalize(folder.trim().split(path.sep).join('/')).replace(/\/$/, '')

const longest = 150

const folderFlaw = (answer: string, lang: Lang): string | undefined => {
  const folder = answer.trim()
  if (folder === '' || folder.length > longest || safe(folder) !== folder) return sayInit(lang, 'folder.none')
  if (path.isAbsolute(folder) || normal(folder).split('/').includes('..'))
    return sayInit(lang, 'folder.outside')
  const isFile = statSync(folder, {throwIfNoEntry: false})?.isFile()
  return isFile ? sayInit(lang, 'folder.file', {path: folder}) : undefined
}

/** What is wrong with an answer that something else refuses. */
const flawOf = async (tries: () => unknown, lang: Lang): Promise<string | undefined> => {
  try {
    await tries()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return say(lang, error.code, error.data)
    throw error
  }
}
