import {runAction} from './run.ts'

/** Git asks nobody, and works in the folder that the runner has checked out, whoever owns it. */
const prepareGit = (env: NodeJS.ProcessEnv): void => {
  const count = Number(env.GIT_CONFIG_COUNT ?? 0)
  Object.assign(env, {
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: 'safe.directory',
    [`GIT_CONFIG_VALUE_${count}`]: process.cwd(),
  })
}

const main = async (): Promise<void> => {
  process.chdir(process.env.GITHUB_WORKSPACE ?? '.')
  prepareGit(process.env)
  process.exitCode = await runAction()
}

void main()
