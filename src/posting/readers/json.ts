import {readAds} from '../data/ads.ts'
import {parseJson} from '../data/json.ts'
import {dataReader} from './data-reader.ts'

/** JSON with ads of a form that we know: schema.org, Nav's feed and import, Jobbnorge. */
export const json = dataReader('json', (source) => readAds(parseJson(source), source))
