import type {Review} from './run.ts'

export const reviewInLines = async (_review: Review): Promise<void> => {}
