import {readAds} from '../data/ads.ts'
import {parseXmlData} from '../data/xml.ts'
import {dataReader} from './data-reader.ts'

/** HR-XML, as recruitment systems have sent it to Nav. */
export const xml = dataReader('xml', (source) => readAds(parseXmlData(source), source))
