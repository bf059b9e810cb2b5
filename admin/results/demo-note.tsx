import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';
import { shop } from '../session/session.ts';

/** What was put into the demo shop's own experiments; nothing of any other. */
export function DemoNote({ campaign }: { campaign: string }) {
  const t = messages.value.campaignResults;
  const words = new Map([
    ['demo-thanks', t.demoThanks],
    ['demo-wording', t.demoWording],
  ]).get(campaign);
  if (!shop.value?.demo || !words) return null;
  return (
    <p class="soft small">
      <Badge tone="warn" title={messages.value.badges.demoMeaning}>
        {messages.value.badges.demo}
      </Badge>{' '}
      {words}
    </p>
  );
}
