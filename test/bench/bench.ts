import { parseArgs } from 'node:util';
import { benchCollect } from './collect.ts';
import { benchCompanies } from './companies.ts';
import { benchDecide } from './decide.ts';
import { benchMemory } from './memory.ts';
import { benchProfiles } from './profiles.ts';
import { benchProfit } from './profit.ts';
import { type RealShop, realShop } from './real-shop.ts';
import { benchRecommend } from './recommend.ts';
import { recommendTable } from './recommend-table.ts';
import { benchRecommendations } from './recommendations.ts';
import { benchReports } from './reports.ts';
import { benchResults } from './results.ts';
import { benchSnippet } from './snippet.ts';

const help = `npm run bench -- NAME [--shop DIR] [--seconds N] [--rounds N] [--connections N] [--events N] [--profile DIR]

  collect   the whole collector beside bare Hono that parses and answers 204; how late its event loop is, and the CPU
            of a page view sent alone and of an event in tens
  memory    what the collector holds in memory while 2 million events come
  decide    two slots of a page beside a naive count of what was bought together
  recommend the model of a made-up shop of 100,000 items and a million sessions beside VMIS-kNN on the same; then
            /v1/recommendations of a real shop beside bare Hono, and how soon an answer shows what has happened
  recommend-table  both evaluations of the recommendations, every method, as Markdown; --data DIR: where their files are
  snippet   bytes of the snippet, and what it costs a page of 80 products beside the same page without it;
            the calmest browser for it is Debian's chromium-headless-shell
  profit    what 100,000 orders of a year leave, by each dimension; how long the event loop does nothing else
  reports   what shelves earn of 100,000 decisions, and the page of finders, at 100,000 products; how long the event loop
            does nothing else
  results   what a campaign brings of 100,000 people who were drawn: following the log, its reports, ten splits of the
            self-test; how long the event loop does nothing else
  companies half a million ranges of companies: taking the file in, and whose an address is
  profiles  a million people: the count of a segment, 100 segments of one person, one person by a key, and search

  --ranges N     companies: how many
  --people N     profiles: how many
  --orders N     profit: how many
  --decisions N  reports: how many
  --drawn N      results: how many people
  --sessions N   recommend: how many the made-up shop has; 0 leaves it out
  --shop DIR     keep the imported shop there, and take it from there the next time
  --profile DIR  collect, recommend: write where the server's CPU goes there (Node's --cpu-prof)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shop: { type: 'string' },
    profile: { type: 'string' },
    data: { type: 'string', default: 'test/shop/data' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string' },
    ranges: { type: 'string', default: '500000' },
    people: { type: 'string', default: '1000000' },
    orders: { type: 'string', default: '100000' },
    decisions: { type: 'string', default: '100000' },
    drawn: { type: 'string', default: '100000' },
    sessions: { type: 'string', default: '1000000' },
    connections: { type: 'string', default: '24' },
    events: { type: 'string', default: '2000000' },
  },
});
const number = (name: 'seconds' | 'connections' | 'events' | 'sessions') => Number(values[name]);
const rounds = (usual: number) => Number(values.rounds ?? usual);

const [name] = positionals;
if (name === 'snippet') {
  console.log(JSON.stringify({ bench: name, ...(await benchSnippet(rounds(9))) }));
} else if (name === 'recommend-table') {
  console.log(await recommendTable(values.data, (line) => console.error(line)));
} else if (name === 'profit') {
  console.log(JSON.stringify({ bench: name, ...(await benchProfit(Number(values.orders))) }));
} else if (name === 'reports') {
  const result = await benchReports(Number(values.decisions), (line) => console.error(line));
  console.log(JSON.stringify({ bench: name, ...result }));
} else if (name === 'results') {
  const result = await benchResults(Number(values.drawn), (line) => console.error(line));
  console.log(JSON.stringify({ bench: name, ...result }));
} else if (name === 'companies') {
  console.log(JSON.stringify({ bench: name, ...(await benchCompanies(Number(values.ranges))) }));
} else if (name === 'profiles') {
  const result = await benchProfiles(Number(values.people), (line) => console.error(line));
  console.log(JSON.stringify({ bench: name, ...result }));
} else if (name !== 'collect' && name !== 'decide' && name !== 'memory' && name !== 'recommend') {
  console.error(help);
  process.exitCode = 2;
} else {
  const shop = await realShop(values.shop, (line) => console.error(line));
  try {
    console.log(JSON.stringify({ bench: name, ...(await measured(name, shop)) }));
  } finally {
    await shop.forget();
  }
}

async function measured(name: 'collect' | 'decide' | 'memory' | 'recommend', shop: RealShop): Promise<object> {
  const connections = number('connections');
  const load = { seconds: number('seconds'), rounds: rounds(4), connections, profile: values.profile };
  switch (name) {
    case 'decide':
      return benchDecide(shop);
    case 'memory':
      return benchMemory(shop, { events: number('events'), connections });
    case 'collect':
      return benchCollect(shop, load);
    case 'recommend': {
      const sessions = number('sessions');
      const model = sessions > 0 ? benchRecommend((line) => console.error(line), sessions) : {};
      return { ...model, ...(await benchRecommendations(shop, load)) };
    }
  }
}
