import {it, expect} from 'vitest'
import {readPostings} from '../../src/posting/read.ts'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
it('x', async () => {
  const text = "---\n\n\n# \udfff@**&#0;**Vi bruker automatisk utsiling av søknader.. **Arbeidsgiver: Lillevik kommune, org.nr. 123 456 789**\n-  • forberede møtene i gruppen\r\nsend your application to: Vi gir deg rom til å utvikle deg i faget.\n"
  for (const posting of await readPostings('raw.html', new TextEncoder().encode(text))) {
    const report = await checkPosting(posting, defaultSettings, {today: '2026-11-21', lang: 'nb'})
    console.log(JSON.stringify(report.fields.stillingstittel), posting.blocks.slice(0,4));for (const [n, list] of Object.entries(report.fields)) for (const f of list) console.log(n, JSON.stringify(f.text), JSON.stringify(posting.source.slice(f.place.start.offset, f.place.end.offset)), JSON.stringify(f.place))
    for (const f of report.findings) if (f.place) console.log(f.ruleId, JSON.stringify(f.actual), JSON.stringify(posting.source.slice(f.place.start.offset, f.place.end.offset)), JSON.stringify(f.place), JSON.stringify(f.fix?.range), JSON.stringify(f.suggestions?.map(s=>s.range)))
    console.log(posting.source.length, JSON.stringify(posting.source))
  }
})
