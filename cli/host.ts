/** What the launcher lends the program: modules that cannot be part of its bundle. */
export interface Host {
  /** React, Ink and the screens; asked for only when a person looks at a terminal. */
  screens(): Promise<typeof import('./screens/print-report.tsx')>
}
