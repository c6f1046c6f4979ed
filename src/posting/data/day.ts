const moment =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)? ?(?:Z|([+-]\d{2}):?(\d{2})?)$/i

const calendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The first and the last minute of a day, in whatever zone, are written by programs that know the day alone. */
const meansDay = new Set(['00:00', '23:59'])

/** The day in Norway at a moment that is written with its zone, when it is another than the one that is written. */
export const dayInNorway = (text: string): string | undefined => {
  const [, day, time, hours, minutes = '00'] = moment.exec(text) ?? []
  if (day === undefined || time === undefined || meansDay.has(time)) return undefined
  const at = Date.parse(`${day}T${time}:00${hours === undefined ? 'Z' : `${hours}:${minutes}`}`)
  if (Number.isNaN(at)) return undefined
  const said = calendar.format(at)
  return said === day ? undefined : said
}
