import {readPostings} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'

/** An ad of Nav's feed: what it says of the post stands in form fields, and the text is HTML in a string. */
export const feedAd = {
  uuid: '6f1c0a4e-0000-4000-8000-000000000001',
  published: '2026-11-21T08:00:00+01:00',
  expires: '2027-01-14T00:00:00+01:00',
  title: 'Vaktmester i Lillevik kommune',
  description:
    '<p>Vi s&oslash;ker deg som er <b>ung</b> og "blid".</p>\n<h2>Arbeidsoppgaver</h2><ul><li>drift av bygg</li><li>små reparasjoner</li></ul>',
  applicationDue: '2027-01-14T00:00:00',
  applicationUrl: 'https://lillevik.example/12',
  jobtitle: 'Vaktmester',
  employer: {name: 'Lillevik kommune', orgnr: '123456785', description: 'Lillevik ligger ved sjøen.'},
  workLocations: [{address: 'Storgata 1', city: 'LILLEVIK', postalCode: '0123', municipal: 'LILLEVIK'}],
  contactList: [
    {
      phone: '40000012',
      email: 'solveig.myrland@lillevik.example',
      name: 'Solveig Myrland',
      title: 'driftsleder',
    },
  ],
  engagementtype: 'Fast',
  extent: 'Deltid',
  starttime: '2027-02-01T00:00:00',
  positioncount: '2',
}

/** The same in what a recruitment system sends to Nav. */
export const importAd = {
  reference: '12',
  positions: 1,
  title: 'Renholder',
  adText: '<p>Lillevik kommune søker renholder i 80 % stilling.</p>',
  published: '2026-11-21T08:00:00',
  employer: {businessName: 'Lillevik kommune'},
  locationList: [{postalCode: '0123', city: 'LILLEVIK'}],
  contactList: [{name: 'Amund Sandvær', phone: '+47 400 00 013'}],
  properties: {
    applicationdue: '14.01.2027',
    engagementtype: 'Vikariat',
    extent: 'Deltid',
    jobpercentage: '80%',
    starttime: '01.02.2027',
    employerdescription: '<p>Vi er mange.</p>',
  },
}

/** schema.org's JobPosting, as Google describes it. */
export const jobPosting = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Fagleder for byggesak',
  description: '<p>Lillevik kommune søker fagleder.</p>',
  datePosted: '2026-11-21',
  validThrough: '2027-01-14T23:59',
  employmentType: ['FULL_TIME', 'TEMPORARY'],
  hiringOrganization: {'@type': 'Organization', name: 'Lillevik kommune'},
  jobLocation: {
    '@type': 'Place',
    address: {
      streetAddress: 'Storgata 1',
      addressLocality: 'Lillevik',
      postalCode: '0123',
      addressCountry: 'NO',
    },
  },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'NOK',
    value: {'@type': 'QuantitativeValue', minValue: 560000, maxValue: 640000, unitText: 'YEAR'},
  },
}

/** An ad of Jobbnorge with its sections. */
export const jobbnorgeAd = {
  id: 200001,
  title: 'Ingeniør',
  employer: 'Lillevik kommune',
  deadline: '14.01.2027',
  jobScope: 'Heltid',
  jobDuration: 'Fast',
  positionCount: 1,
  locations: [{municipality: 'Lillevik', zipCode: '0123', area: 'Storgata 1'}],
  components: [{heading: 'Vi bygger byen', text: '<p>Lillevik kommune søker ingeniør.</p>'}],
  jobGapComponents: [
    {title: 'Kvalifikasjoner', content: '<ul><li>ingeniørutdanning</li><li>erfaring</li></ul>'},
  ],
  contacts: [{name: 'Kari Lie', telephone: '400 00 014', title: 'avdelingsleder'}],
}

/** HR-XML; the deadline is called MaximumStartDate. */
export const hrXml = (
  title = 'Sykepleier',
  text = '<p>Vi s&oslash;ker sykepleier &amp; venn.</p>',
): string => `
    <m0:PositionOpening xmlns:m0="urn:nav">
      <PositionSupplier><EntityName>Lillevik kommune</EntityName></PositionSupplier>
      <PositionProfile>
        <ProfileName>${title}</ProfileName>
        <PositionDateInfo><MaximumStartDate>2027-01-14</MaximumStartDate></PositionDateInfo>
        <Organization>&lt;p&gt;Lillevik ligger ved sj&amp;oslash;en.&lt;/p&gt;</Organization>
        <PositionDetail>
          <PhysicalLocation><Name>Lillevik</Name><PostalAddress><PostalCode>0123</PostalCode></PostalAddress></PhysicalLocation>
          <PositionSchedule percentage='75'>Fast</PositionSchedule>
        </PositionDetail>
        <FormattedPositionDescription><Value><![CDATA[${text}]]></Value></FormattedPositionDescription>
      </PositionProfile>
      <NumberToFill>1</NumberToFill>
    </m0:PositionOpening>`

export const xmlOf = (...ads: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Envelope><Body>${ads.join('')}</Body></Envelope>\n`

export const readFile = (path: string, content: unknown): Promise<Posting[]> =>
  readPostings(path, Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2)))

/** The form fields, as the recognisers get them. */
export const formOf = ({blocks}: Posting): string[] => blocks.filter(({given}) => given).map(({text}) => text)

/** The blocks of the text. */
export const textOf = ({blocks}: Posting): string[] =>
  blocks.filter(({given}) => !given).map(({text}) => text)
