/** The four processes of an eCRM, in the order of their turn. */
export const processes = ['segment', 'engage', 'learn', 'personalise'] as const;

export type Process = (typeof processes)[number];

/** What the log says of somebody, by the process that it belongs to. */
export const marks = {
  entered: 'segment',
  left: 'segment',
  reached: 'engage',
  clicked: 'engage',
  closed: 'engage',
  acted: 'learn',
  answered: 'learn',
  told: 'learn',
  named: 'learn',
  corrected: 'learn',
  chosen: 'personalise',
} as const satisfies Record<string, Process>;

export type Mark = keyof typeof marks;

export const markNames = Object.keys(marks) as Mark[];

/** What leads from one process to the next: people of whom the one was so, and the other then or later. */
export const flows = {
  'segment-engage': { from: ['entered'], to: ['reached'] },
  'engage-learn': { from: ['reached'], to: ['clicked', 'closed', 'answered'] },
  'learn-personalise': { from: ['acted', 'answered', 'told', 'named', 'corrected'], to: ['chosen'] },
  'personalise-segment': { from: ['chosen'], to: ['entered', 'left'] },
} as const satisfies Record<string, { from: readonly Mark[]; to: readonly Mark[] }>;

export type Flow = keyof typeof flows;

export const flowNames = Object.keys(flows) as Flow[];
