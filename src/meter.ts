/** The parts of a check, in the order of the work. A rule is a part too, by its id. */
export const stages = ['read', 'parse', 'language', 'fields', 'words', 'rules', 'report'] as const

/** Does a part of the work, and may look at the clock before and after. Parts may be done within parts. */
export type Meter = <Result>(part: (typeof stages)[number] | (string & {}), work: () => Result) => Result

/** What nobody wants to know costs no look at the clock. */
export const unmeasured: Meter = (_part, work) => work()
