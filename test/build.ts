import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {build} from 'vite'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the bundled command line. */
    bundle: string
  }
}

/** The tests of the command line run the bundle that people run, made from the sources as they are. */
export default async ({provide}: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-bundle-'))
  await build({logLevel: 'error', build: {outDir: folder}})
  provide('bundle', path.join(folder, 'utlys.js'))
  return () => rmSync(folder, {recursive: true})
}
