import {writeFileSync} from 'node:fs'
import {it, vi} from 'vitest'
import {literals} from './expressions.ts'
import {plain, isBounded} from './plain.ts'
const recorded = vi.hoisted(() => [] as {source: string; flags: string}[])
vi.mock('../../../src/vocabulary/pattern.ts', async (orig) => {
  const real = await orig<typeof import('../../../src/vocabulary/pattern.ts')>()
  const compile = (s: string, f?: string) => { const r = real.compile(s, f); recorded.push({source: r.source, flags: r.flags}); return r }
  return {...real, compile, lazily: (s: string, f?: string) => { const r = compile(s, f); return () => r }}
})
vi.mock('../../../src/fields/grammar/expressions.ts', async (orig) => {
  const real = await orig<typeof import('../../../src/fields/grammar/expressions.ts')>()
  const {compile, wholeWord} = await import('../../../src/vocabulary/pattern.ts')
  return {expressions: (sources: string[]) => { for (const s of sources) compile(wholeWord(s), 'g'); return real.expressions(sources) }}
})
it('collects', async () => {
  const mods = import.meta.glob('../../../{src,rules}/**/*.ts')
  for (const load of Object.values(mods)) await load()
  const all = new Map<string, any>()
  for (const e of literals()) all.set(`/${e.source}/${e.flags}`, e)
  const n = all.size
  for (const e of recorded) if (!all.has(`/${e.source}/${e.flags}`)) all.set(`/${e.source}/${e.flags}`, {...e, files: ['data']})
  const list = [...all.values()]
  const errors = []
  const out = []
  for (const e of list) { if (isBounded(e.source)) continue; try { const p = plain(e.source, e.flags); new RegExp(p.source, p.flags); out.push({...e, original: e.source, ...p}) } catch (x) { errors.push(`${x.message} ${e.source} ${e.files}`) } }
  console.log(n, all.size, out.length, errors.join('\n').slice(0,3000))
  writeFileSync('/tmp/lin-exprs.json', JSON.stringify(out))
}, 60000)
