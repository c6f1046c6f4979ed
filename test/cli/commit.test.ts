import {expect, test} from 'vitest'
import {commitHere} from '../../cli/check/commit.ts'

const runner = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'lillevik/annonser',
  GITHUB_SHA: 'abc',
  GITHUB_WORKSPACE: '/work/annonser',
}
const commit = {server: 'https://github.com', repository: 'lillevik/annonser', sha: 'abc'}

test.each([
  ['at the top', runner, '/work/annonser', {...commit, folder: ''}],
  ['below', runner, '/work/annonser/til/web', {...commit, folder: 'til/web'}],
  ['elsewhere, where the commit has no files', runner, '/tmp/x', undefined],
  ['without a workspace', {...runner, GITHUB_WORKSPACE: ''}, '/tmp/x', {...commit, folder: ''}],
  ['on no build server', {}, '/work/annonser', undefined],
])('the commit that is checked: %s', (_case, env, folder, expected) => {
  expect(commitHere(env, folder)).toEqual(expected)
})
