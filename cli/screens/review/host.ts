import type {Lang} from '../../texts.ts'

/** What the screen cannot do by itself. */
export interface ReviewHost {
  lang: Lang
  path: string
  /** ISO date */
  today: string
  /** Hands the terminal to the person's own editor; gives the text that comes back, nothing when it was cancelled. */
  editOutside(source: string, offset: number): Promise<string | undefined>
  /** What to say of an error. */
  explain(error: unknown): string
  leave(): void
  suspend(): void
}
