import {createStemSearch} from '../../vocabulary/stem-search.ts'
import stemData from '../../vocabulary/stems.yml'

/** A field, or one way of saying it, with stems of its own. */
export type StemList =
  | 'frist'
  | 'tiltredelse'
  | 'referanse'
  | 'antall'
  | 'ansettelsesform'
  | 'varighet'
  | 'stillingsprosent'
  | 'lønn'
  | 'søknadsmåte'
  | 'arbeidssted'
  | 'land'
  | 'siffer'
  | 'område'
  | 'utlysning'
  | 'institusjon'
  | 'stilling'
  | 'søker'
  | 'tiltale'
  | 'stillingskode'
  | 'subjekt'
  | 'kontakt'
  | 'pensjon'
  | 'arbeidstid'
  | 'mangfoldserklæring'
  | 'søkerliste'

const lists = stemData as Record<StemList, string[]>

export const stemLists = Object.keys(lists) as StemList[]

/** Finds the stems of all lists in a text in lower case; a list is told by its index in `stemLists`. */
export const searchStems = createStemSearch(Object.values(lists))
