import {writeFileSync} from 'node:fs'
import {inFolder} from '../init/folder.ts'
import {docx, p} from '../posting/office.ts'

export const ad = `# Renholder

Lillevik kommune søker renholder. Du er ung og blid. Ansettelsesform: fast. Søknadsfrist: 14. januar 2027.
`

const feed = ['Vaktmester', 'Renholder'].map((title) => ({
  '@type': 'JobPosting',
  title,
  description: '<p>Du er «ung» og blid.</p>',
  validThrough: '2027-01-14',
}))

const pack = {
  'storevik/pack.yml': 'id: storevik\ntitle: Storevik\n',
  'storevik/ord.yml': `kind: uttrykk
severity: info
concerns: wording
title: Blid
why: Derfor.
mend: Slik.
messages:
  funn: «{ord}» står her.
entries: [{id: blid, nb: ["[blid]"], nn: ["[blid]"]}]
examples:
  triggers: [{text: "Du er [[blid]]."}, {text: "En [[blid]] vaktmester."}]
  silent: [{text: Du er glad.}, {text: En glad vaktmester.}]
`,
}

const config = `profil: {arbeidsgivertype: kommune}
policy: [storevik]
unntak: [{regel: felt/tiltredelse, begrunnelse: avtales, av: personalsjefen}]
`

/** Ads of each kind, with a configuration, a pack and waivers; one file cannot be read. */
export const inWorld = (): void => {
  inFolder({
    'ads/a.md': ad,
    'ads/b.txt': ad.replace('blid', 'nyutdannet'),
    'ads/c.html':
      '<h1>Renholder</h1><p>Du er <b>ung</b> og blid.</p><p>Lillevik kommune, 14. januar 2027</p>',
    'ads/d.json': JSON.stringify(feed),
    'ads/e.jsonl': feed.map((one) => JSON.stringify(one)).join('\n'),
    'ads/f.md': '',
    'ads/h.md': `<!-- utlys-ignorer inkludering/alder: avtalt (av: personalsjefen, til: 2026-12-01) -->\n${ad}`,
    'ads/i.md': '# Cleaner\n\nLillevik municipality seeks a cleaner. You are young, and he has a licence.\n',
    'utlys.yml': config,
    ...pack,
  })
  writeFileSync(
    'ads/g.docx',
    docx(
      ad
        .split('\n')
        .map((line) => p(line))
        .join(''),
    ),
  )
  writeFileSync('ads/latin.txt', Buffer.from(ad, 'latin1'))
}
