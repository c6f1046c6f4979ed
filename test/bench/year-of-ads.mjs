import {closeSync, openSync, writeSync} from 'node:fs'

const posts = ['vaktmester', 'barnehagelærer', 'saksbehandler', 'renholder', 'fagleder', 'ingeniør', 'lærer']
const places = ['Lillevik', 'Storevik', 'Nordbygda', 'Sørstranda', 'Øvre Dal']
const tasks = [
  'drift av bygg',
  'veiledning',
  'saksbehandling',
  'rapportering',
  'oppfølging av brukere',
  'planlegging',
]
const wishes = [
  'fagbrev',
  'erfaring fra kommunal sektor',
  'gode norskkunnskaper',
  'førerkort klasse B',
  'utdanning',
]
const texts = [
  'Du er ung og blid.',
  'Vi har et godt arbeidsmiljø.',
  'Lønn etter tariff.',
  'Vi søker en dyktig medarbeider.',
]

/** As many invented ads as wanted, in the shape of Nav's feed, one a line; no two of the first thousands are the same. */
export const writeAds = (file, count) => {
  const opened = openSync(file, 'w')
  for (let start = 0; start < count; start += 1000) {
    const lines = Array.from(
      {length: Math.min(1000, count - start)},
      (_, i) => `${JSON.stringify(ad(start + i))}\n`,
    )
    writeSync(opened, lines.join(''))
  }
  closeSync(opened)
}

const ad = (n) => {
  const pick = (list, shift = 0) => list[(n * 7 + shift * 3 + Math.floor(n / list.length)) % list.length]
  const list = (items, length) =>
    `<ul>${Array.from({length}, (_, i) => `<li>${pick(items, i)}</li>`).join('')}</ul>`
  const [post, place] = [pick(posts), pick(places)]
  const due = `2027-0${1 + (n % 8)}-${10 + (n % 18)}`
  return {
    uuid: `ad-${n}`,
    published: '2026-11-21T08:00:00',
    title: `${post[0].toUpperCase()}${post.slice(1)} i ${place} kommune`,
    description: [
      `<p>${place} kommune søker ${post} nummer ${n}. ${pick(texts)}</p>`,
      `<h2>Arbeidsoppgaver</h2>${list(tasks, 4)}<h2>Kvalifikasjoner</h2>${list(wishes, 3)}`,
      `<p>${pick(texts, 1)} Stillingen er ${50 + (n % 50)} %.&nbsp;Spørsmål rettes til Solveig Myrland.</p>`,
    ].join('\n'),
    applicationDue: `${due}T00:00:00`,
    employer: {name: `${place} kommune`},
    workLocations: [{city: place.toUpperCase(), postalCode: `0${100 + (n % 800)}`}],
    contactList: [
      {name: 'Solveig Myrland', phone: '40000012', email: 'post@lillevik.example', title: 'leder'},
    ],
    engagementtype: n % 3 === 0 ? 'Vikariat' : 'Fast',
    extent: 'Heltid',
    positioncount: '1',
  }
}
