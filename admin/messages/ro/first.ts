import type { FirstMessages } from '../en/first.ts';
import { companyFile } from './companies.ts';
import { live } from './live.ts';
import { shell } from './shell.ts';
import { staff } from './staff.ts';

/** What the first screen says, and whoever signs in reads: the rest comes with the first page that is opened. */
export const first: FirstMessages = { ...companyFile, ...live, ...shell, ...staff };
