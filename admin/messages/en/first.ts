import { companyFile } from './companies.ts';
import { live } from './live.ts';
import { shell } from './shell.ts';
import { staff } from './staff.ts';

/** What the first screen says, and whoever signs in reads: the rest comes with the first page that is opened. */
export const first = { ...companyFile, ...live, ...shell, ...staff };

export type FirstMessages = typeof first;
