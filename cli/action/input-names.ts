/** The inputs of `action.yml`. */
export const inputNames = [
  'paths',
  'files',
  'config',
  'profile',
  'policy',
  'portal',
  'language',
  'today',
  'fail-on',
  'only-changed-lines',
  'baseline',
  'annotations',
  'comments',
  'summary',
  'sarif',
  'reports',
  'token',
] as const

export type InputName = (typeof inputNames)[number]
