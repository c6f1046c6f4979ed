import type {Fields, Occurrence, Søknadsmåte} from './types.ts'

const web = /:\/\/|www\./

const isByEmail = ({value, mål = ''}: Søknadsmåte): boolean =>
  /^[^\s/@]+@[^\s/@]+$/.test(mål) && !web.test(value)

/** Where the application is sent by e-mail; none when there is another way to apply too. */
export const applyByEmail = ({søknadsmåte}: Fields): readonly Occurrence<Søknadsmåte>[] =>
  søknadsmåte.every(({value}) => isByEmail(value)) ? søknadsmåte : []
