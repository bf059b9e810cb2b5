import type { Flow, Mark, Process } from '../../server/loop/process.ts';

/** The processes in the order of their turn: what counts for each, and where it leads. */
export const processes = [
  { process: 'segment', marks: ['entered', 'left'], onward: 'segment-engage' },
  { process: 'engage', marks: ['reached', 'clicked', 'closed'], onward: 'engage-learn' },
  { process: 'learn', marks: ['acted', 'answered', 'told', 'named', 'corrected'], onward: 'learn-personalise' },
  { process: 'personalise', marks: ['chosen'], onward: 'personalise-segment' },
] as const satisfies { process: Process; marks: Mark[]; onward: Flow }[];

export type Turning = (typeof processes)[number];
