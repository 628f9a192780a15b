import type { Problem } from '../../model/problem.ts';

/** Says what is wrong with a file. */
export type Report = (path: string, problem: Problem) => void;
