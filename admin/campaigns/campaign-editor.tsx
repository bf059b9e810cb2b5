import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { messages, language as panelLanguage } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import type { Recipes } from '../recommendations/load-recipes.ts';
import type { Known } from '../segments/load-segments.ts';
import { usePreview } from '../segments/use-preview.ts';
import { useSubmit } from '../session/use-submit.ts';
import { AudiencePart } from './audience-part.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { type Change, type Draft, draftOf, newId, readyOf } from './draft.ts';
import { EditorProblem } from './editor-problem.tsx';
import { errorsOf } from './field-errors.ts';
import { HistoryCard } from './history-card.tsx';
import { inPlace } from './in-place.ts';
import { keepCampaign } from './keep-campaign.ts';
import { LimitsPart } from './limits-part.tsx';
import { type Campaigns, loadCampaigns } from './load-campaigns.ts';
import { MeasurePart } from './measure-part.tsx';
import { OpenOnShop } from './open-on-shop.tsx';
import { PlacePart } from './place-part.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ReachPart } from './reach-part.tsx';
import { StateButtons } from './state-buttons.tsx';
import { TimeMachineCard } from './time-machine-card.tsx';
import { TimePart } from './time-part.tsx';
import { VariantsPart } from './variants-part.tsx';

interface Props {
  /** Null for a new one. */
  campaign: Campaign | null;
  /** What a new one begins with. */
  begun: Draft;
  known: Campaigns & { segments: Known; recipes: Recipes };
  reload: () => Promise<void>;
}

/** A campaign as a form, with what visitors would see of it, what is worth a look before the start, and what it has been. */
export function CampaignEditor({ campaign, begun, known, reload }: Props) {
  const t = messages.value.campaigns;
  const { route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const holds = campaign ? draftOf(campaign) : begun;
  const [base, setBase] = useState(campaign?.version ?? 0);
  const [draft, setDraft] = useState<Draft>(holds);
  /** How often something else was taken into the form, whose parts then begin anew. */
  const [taken, setTaken] = useState(0);
  const [language, setLanguage] = useState<Language>(panelLanguage.value);
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState<number | null>(null);
  const change: Change = (part) => {
    setSaved(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const isChanged = campaign === null || JSON.stringify(draft) !== JSON.stringify(holds);
  const { preview } = usePreview({ rule: draft.audience ?? { all: [] } }, undefined, () => {});
  const wish = useRef<Campaign['state']>(draft.state);

  const { submit, busy, problem } = useSubmit(async () => {
    const taken = campaign ? [] : (await loadCampaigns()).campaigns.map(({ id }) => id);
    const id = campaign?.id ?? newId(draft.name, new Set(taken));
    try {
      const kept = await keepCampaign({ ...readyOf(draft), id, state: wish.current }, base, note);
      if (!campaign) return route(`/admin/campaigns/${kept.id}`, true);
      await reload();
      take(kept);
      setNote('');
      setSaved(kept.version);
    } finally {
      // What is wrong is marked with the next drawing.
      setTimeout(() => form.current && showFirstWrong(form.current));
    }
  });

  function send(state: Campaign['state'], event?: Event): void {
    wish.current = state;
    submit(event);
  }

  function take(next: Campaign): void {
    setBase(next.version);
    inForm(draftOf(next));
    setSaved(null);
  }

  function inForm(next: Draft): void {
    setDraft(next);
    setTaken((times) => times + 1);
  }

  async function loadTheirs(): Promise<void> {
    const theirs = (await loadCampaigns()).campaigns.find(({ id }) => id === campaign?.id);
    await reload();
    if (theirs) take(theirs);
  }

  /** Paused or started as it was kept; what is being changed stays in the form. */
  async function onKept(kept: Campaign): Promise<void> {
    await reload();
    setBase(kept.version);
    change({ state: kept.state });
  }

  const errorAt = errorsOf(problem);
  const part = { draft, errorAt, onChange: change };
  const canStart = draft.state === 'draft' || draft.state === 'paused';
  return (
    <div class="recipe-editor">
      <form ref={form} class="stack" onSubmit={(event) => send(draft.state, event)}>
        <Card title={t.whatItIs}>
          <Field
            label={t.name}
            hint={t.nameHint}
            value={draft.name}
            error={errorAt('name')}
            onInput={(name) => change({ name })}
            autocomplete="off"
          />
        </Card>
        <VariantsPart
          {...part}
          recipes={known.recipes}
          surveys={known.surveys}
          segments={known.segments}
          language={language}
          onLanguage={setLanguage}
        />
        <PlacePart key={`place ${taken}`} {...part} known={known} />
        <AudiencePart key={`audience ${taken}`} {...part} segments={known.segments} count={preview?.count ?? null} />
        <Disclosure summary={t.rest}>
          <div class="stack">
            <ReachPart {...part} />
            <TimePart {...part} />
            <LimitsPart {...part} />
            <MeasurePart key={`goal ${taken}`} {...part} events={Object.values(known.segments.verbs)} />
          </div>
        </Disclosure>
        {campaign && <Field label={t.note} value={note} onInput={setNote} autocomplete="off" optional />}
        {draft.state === 'running' && <p class="campaign-live">{t.live}</p>}
        {problem && <EditorProblem problem={problem} onLoad={() => void loadTheirs()} />}
        <div class="row">
          <Button look={canStart ? 'plain' : 'primary'} submits busy={busy}>
            {t.save}
          </Button>
          {canStart && (
            <Button look="primary" busy={busy} onPress={() => form.current?.reportValidity() && send('running')}>
              {t.saveAndStart}
            </Button>
          )}
          {campaign && isChanged && <Button onPress={() => inForm(holds)}>{t.discard}</Button>}
          <span role="status">{saved !== null && t.saved(saved)}</span>
        </div>
        {campaign && (
          <div class="row">
            <StateButtons campaign={campaign} onKept={(kept) => void onKept(kept)} />
            <LinkButton look="plain" href={`/admin/campaigns/+?copy=${campaign.id}`}>
              {t.duplicate}
            </LinkButton>
          </div>
        )}
      </form>
      <div class="stack">
        <PreviewCard draft={draft} known={known} language={language} onLanguage={setLanguage} />
        <OpenOnShop
          draft={draft}
          campaigns={known.campaigns}
          onPick={(part) => inForm({ ...draft, ...inPlace('slot', draft, ''), ...part })}
        />
        <ChecklistCard draft={draft} known={known} people={preview?.count.members ?? null} />
        <TimeMachineCard draft={draft} campaigns={known.campaigns} segments={known.segments.segments} />
        {campaign && (
          <HistoryCard
            id={campaign.id}
            version={campaign.version}
            onTake={(other) => inForm({ ...draftOf(other), state: draft.state })}
          />
        )}
      </div>
    </div>
  );
}

/** What was refused may stand behind a line that is closed. */
function showFirstWrong(form: HTMLFormElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid=true], .field-error:not(:empty)');
  wrong?.closest('details')?.setAttribute('open', '');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.focus();
}
