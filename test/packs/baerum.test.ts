import {describe, expect, it} from 'vitest'
import validatePack from '../../schemas/pack.schema.json?validator'
import {checkPosting} from '../../src/engine/check.ts'
import {isMeant, type Pack, packNamed} from '../../src/engine/packs.ts'
import {rules} from '../../src/engine/rules.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Finding} from '../../src/report/types.ts'

const pack: Pack = packNamed('policy/baerum')!
const clauses = pack.clauses!
const named = clauses.flatMap((clause) => clause.rules ?? [])

describe('policy/baerum', () => {
  it('follows the schema', () => {
    const {rules: _, ...file} = pack
    validatePack(file)
    expect(validatePack.errors ?? []).toEqual([])
  })

  it('has all 45 clauses, each with sentences, and with rules or a reason why there are none', () => {
    expect(clauses.map(({id}) => id)).toEqual(Array.from({length: 45}, (_, i) => `p${i + 1}`))
    const lame = clauses.filter(
      ({rules: of = [], reason, sentences = []}) => (of.length === 0 && !reason) || !sentences.length,
    )
    expect(lame.map(({id}) => id)).toEqual([])
  })

  it('names only rules that exist', () => {
    const unknown = [...named, ...Object.keys(pack.severities!)].filter(
      (name) => !rules.some(({id}) => isMeant(name, id)),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  it('gives a reason for each of its rules', () => {
    expect(pack.rules.map(({id}) => id).filter((id) => !named.includes(id))).toEqual([])
  })

  it('has every sentence of a clause among those of the policy, and in one clause only', () => {
    const own = clauses.flatMap(({sentences}) => sentences!)
    expect(own).toEqual([...new Set(own)])
    expect(own.filter((fingerprint) => !pack.sentences!.includes(fingerprint))).toEqual([])
  })

  it('is advice, but for a wrong vision or value', () => {
    const grave = pack.rules.filter(({severity}) => severity !== 'info')
    expect(grave.map(({id, severity}) => [id, severity])).toEqual([['policy/baerum/verdier', 'warning']])
  })
})

const findingsOn = async (text: string): Promise<Finding[]> => {
  const posting = await readPosting('annonse.md', new TextEncoder().encode(text))
  const settings = {profile: {}, portal: [], rules: new Map(), waivers: [], packs: [pack], templates: {}}
  const report = await checkPosting(posting, settings, {today: '2026-11-21', lang: 'nb', nature: 'ad'})
  return report.findings.filter(({ruleId}) => ruleId.startsWith(pack.id))
}

const bare = `# Vaktmester

Bærum kommune søker vaktmester.

## Arbeidsoppgaver

- Du måker snø
- Du klipper gress

## Kvalifikasjoner

- Du må ha førerkort klasse B

## Vi tilbyr

- Et godt miljø
`

describe('an ad of Bærum kommune', () => {
  it('that says nothing of what the policy is about gets two findings, not six', async () => {
    const findings = await findingsOn(bare)
    expect(findings.map(({ruleId}) => ruleId)).toEqual([
      'policy/baerum/kompetanseutvikling',
      'policy/baerum/rolle',
    ])
    expect(findings[0]?.message).toMatch(/opplæring og utvikling, eller av fleksibilitet/)
  })

  it('names the clause that a finding answers to', async () => {
    const [finding] = await findingsOn(bare)
    expect(finding?.sources[0]?.id).toMatch(/^policy\/baerum#p\d+$/)
  })

  it('that follows the policy gets none', async () => {
    const good = bare
      .replace('søker vaktmester', 'søker vaktmester til Eiendomsavdelingen')
      .replace('Et godt miljø', 'Fleksibel arbeidstid og et fagkurs i året')
    expect(await findingsOn(good)).toEqual([])
  })

  it('of somebody else is not held to it', async () => {
    expect(await findingsOn(bare.replace('Bærum kommune', 'Lillevik kommune'))).toEqual([])
  })
})
