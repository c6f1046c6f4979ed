// The ads that are measured with: real ones where they lie beside the project, else those of its tests.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {root} from './run.mjs'

export const ownAds = path.join(root, 'test/annonser')
const realAds = path.join(root, '../shared/ads/plain')

export const ads = existsSync(realAds) ? realAds : ownAds
const isAd = (name) => /\.(?:md|txt)$/.test(name)
const names = readdirSync(ads).filter(isAd)

export const describeAds = () =>
  ads === realAds
    ? `copies of ${names.length} real ads that are no part of the project`
    : `copies of the ${names.length} ads in test/annonser`

/** Fills a folder with as many ads as wanted: copies of those that there are, each in a file of its own. */
export const fillWithAds = (folder, count) => {
  mkdirSync(folder, {recursive: true})
  for (let i = 0; i < count; i++) {
    const name = names[i % names.length]
    cpSync(path.join(ads, name), path.join(folder, `${i}-${name}`))
  }
  return folder
}

/** Makes a repository with a configuration and one staged file, which is no ad; with ads staged beside it. */
export const makeRepository = (folder, count) => {
  const git = (...words) => spawnSync('git', words, {cwd: folder})
  git('init', '-q')
  writeFileSync(path.join(folder, 'utlys.yml'), 'filer: ["stillinger/**/*.{md,txt}"]\n')
  writeFileSync(path.join(folder, 'LESMEG.md'), 'Lillevik\n')
  if (count > 0) fillWithAds(path.join(folder, 'stillinger'), count)
  git('add', '.')
  return folder
}
