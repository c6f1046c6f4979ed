import {expect, test} from 'vitest'
import {commitHere} from '../../cli/check/commit.ts'

const runner = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'lillevik/annonser',
  GITHUB_SHA: 'abc',
  GITHUB_WORKSPACE: '/hjem/annonser',
}
const commit = {server: 'https://github.com', repository: 'lillevik/annonser', sha: 'abc'}

test.each([
  ['at the top', runner, '/hjem/annonser', {...commit, folder: ''}],
  ['below', runner, '/hjem/annonser/til/web', {...commit, folder: 'til/web'}],
  ['elsewhere, where the commit has no files', runner, '/annet/sted', undefined],
  ['without a workspace', {...runner, GITHUB_WORKSPACE: ''}, '/annet/sted', {...commit, folder: ''}],
  ['on no build server', {}, '/hjem/annonser', undefined],
])('the commit that is checked: %s', (_case, env, folder, expected) => {
  expect(commitHere(env, folder)).toEqual(expected)
})
