import {spawnSync} from 'node:child_process'
import {type Browser, launch} from 'puppeteer-core'

const executable = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout.trim())
  .find((path) => path !== '')

export const hasBrowser = executable !== undefined

if (!hasBrowser)
  console.warn('Chromium is not installed (Debian: chromium): no page is looked at in a browser')

/** How long a browser may take to start on a busy machine, in milliseconds. */
export const patience = 120_000

export const openBrowser = (): Promise<Browser> =>
  launch({
    executablePath: executable!,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    timeout: patience,
  })
