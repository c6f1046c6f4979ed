import {expect, test} from 'vitest'
import {rulesPage} from './rules-page.ts'

test('rules/README.md is what the rule files say; `npm run docs` writes it', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../rules/README.md')
})
