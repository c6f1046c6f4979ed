import lists from '../vocabulary/offers.yml?phrases'
import {phraseFinders} from './search/phrase-finder.ts'
import type {Analysis, Sentence} from './types.ts'

const finders = phraseFinders<'development' | 'flexibility'>(lists)

/** What is asked of the applicant is no offer, nor is what the applicant will do. */
const notOffered = ['krav', 'egenskap', 'ønske', 'oppgave', 'sitat']

/** «Erfaring er ikke et krav, for du får opplæring» */
const promise =
  /(?<!\p{L})(?:du|vi|me|you|we)\s(?:\p{L}{1,60}\s){0,2}(?:får|få|gir|tilbyr|tilby|get|receive|offer)(?!\p{L})/u

const mayOffer = ({role, sections, lower}: Sentence): boolean =>
  sections.includes('vilkår') || !notOffered.includes(role) || promise.test(lower)

/** Whether an ad offers the applicant training and development, or hours and terms that fit a life. */
export const offers = (what: keyof typeof finders, {analysis}: {analysis: Analysis}): boolean =>
  analysis.sentences.some((sentence) => mayOffer(sentence) && finders[what](sentence.words).length > 0)
