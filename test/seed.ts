import fc from 'fast-check'

/** The tests try the same texts in every run; `npm run fuzz` tries others. */
fc.configureGlobal({seed: 20261122})
