import {execFileSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

const works = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

/** LibreOffice, and what shows the words of a PDF, are installed. */
export const hasLibreOffice = works('soffice', '--version') && works('pdftotext', '-v')

/** Converts files into a folder, with a profile of its own. */
export const openLibreOffice = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-office-'))
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
  return {
    folder,
    convert(format: string, files: readonly string[], ...more: string[]): void {
      const args = [profile, '--headless', ...more, '--convert-to', format, '--outdir', folder, ...files]
      execFileSync('soffice', args, {stdio: 'ignore', timeout: 60_000})
    },
  }
}
