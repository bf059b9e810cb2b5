import { pluralIn } from '../../language/plural.ts';

const plural = pluralIn('en');
const ranges = plural({ one: '# range', other: '# ranges' });
const companies = plural({ one: '# company', other: '# companies' });
const nobodys = plural({ one: '# range is nobody’s', other: '# ranges are nobody’s' });
const lines = plural({ one: '# line refused', other: '# lines refused' });
const visits = plural({ one: '# visit', other: '# visits' });

export const companyFile = {
  companies: {
    title: 'Companies by address',
    lead: 'A file of yours says which internet addresses are which company’s. Whoever comes from one is of that company, unless somebody knows better: it is believed after all sources above, and never over what people said themselves. The address itself is not kept.',
    has: (ranged: number, named: number, nobody: number) =>
      [`${ranges(ranged)} of ${companies(named)}`, nobody > 0 && nobodys(nobody)].filter(Boolean).join('; '),
    takenOn: (name: string, date: string) => `${name}, taken in ${date}`,
    coverage: (known: string, all: number, share: string) =>
      `A company is behind ${known} of ${visits(all)} of the last 30 days (${share}). Counted are those of people who let themselves be counted.`,
    noVisits: 'No visit has begun since there is a file.',
    freshness: 'Believed for',
    remove: 'Remove the file',
    putBack: (name: string, date: string) => `Put back ${name} (${date})`,
    file: 'Take in a file of companies',
    fileText:
      'CSV or TSV, packed with gzip or not: network (an IPv4 or IPv6 network as below) or start and end, and company; domain, industry and size where they are known. A type of isp, hosting or mobile says that the addresses are nobody’s. Of ranges one within another the narrowest counts. The file takes the place of the one before, which can be put back.',
    example: 'For instance',
    choose: 'File with companies',
    take: 'Take in',
    nothing: 'The file has no line with a company; nothing was changed.',
    refused: (count: number) => `${lines(count)}.`,
    line: (number: number, reason: string) => `Line ${number}: ${reason}`,
    from: (name: string) => `from ${name}`,
  },
};
