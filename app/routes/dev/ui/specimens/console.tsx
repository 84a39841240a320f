import type { ComponentProps, ReactNode } from "react";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { listedStates } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { words } from "#app/i18n/index.ts";
import { ImportProgress } from "#app/routes/console/imports/import/import-progress.tsx";
import { Ledger } from "#app/routes/console/letters/letter/ledger.tsx";
import { EmptyList } from "#app/routes/console/signatures/list/empty-list.tsx";
import { DateFilter, FindForm } from "#app/routes/console/signatures/list/filters.tsx";
import { SignatureTable } from "#app/routes/console/signatures/list/signature-table.tsx";
import { StateTabs } from "#app/routes/console/signatures/list/state-tabs.tsx";
import { Decided, people, reviews } from "#app/routes/dev/ui/sample-console.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { Against } from "#app/ui/console/against.tsx";
import { AgreedFields } from "#app/ui/console/agreed-fields.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { AskedWhom } from "#app/ui/console/asked-whom.tsx";
import { CheckList } from "#app/ui/console/check-list.tsx";
import { CodeForm } from "#app/ui/console/code-form.tsx";
import { nothingDone } from "#app/ui/console/decision.ts";
import { DecisionPages } from "#app/ui/console/decision-pages.tsx";
import { DispatchStageLabel } from "#app/ui/console/dispatch-stage.tsx";
import { DoneNote } from "#app/ui/console/done-note.tsx";
import { FoundRows } from "#app/ui/console/found-rows.tsx";
import { LetterStateLabel } from "#app/ui/console/letter-state.tsx";
import { MaybeSent } from "#app/ui/console/maybe-sent.tsx";
import { Choice, NarrowForm } from "#app/ui/console/narrow-form.tsx";
import { Openings } from "#app/ui/console/openings.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Pager } from "#app/ui/console/pager.tsx";
import { PledgeState } from "#app/ui/console/pledge-state.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { RecipientFields } from "#app/ui/console/recipient-fields.tsx";
import { RecipientState } from "#app/ui/console/recipient-state.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { RightsFields } from "#app/ui/console/rights-fields.tsx";
import { RightsInShort } from "#app/ui/console/rights-in-short.tsx";
import { SendBackForm, SendBackLink, SentBackNote } from "#app/ui/console/send-back.tsx";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { StageLabel } from "#app/ui/console/stage-label.tsx";
import type { Specimen } from "./specimen.ts";

const none = { pending: 0, confirmed: 0, withdrawn: 0, invalidated: 0, imported: 0, quarantined: 0 };
const counts = { ...none, confirmed: 2, quarantined: 1 };
const all = { state: null, from: null, to: null, cursor: null, badDay: false };
const days = { ...all, from: "2026-11-01", to: "2026-11-20" };
const sha256 = "5f2c".repeat(16);

const asked = {
  kind: "export",
  campaignId: 1,
  problem: null,
  until: null,
  mailed: false,
  hasApp: true,
  hasPasskey: false,
  byMail: false,
  fields: [],
};

const now = "2026-11-24T09:00:00.000Z";

const against = {
  field: "refusal",
  button: { label: "Take it out" },
  means: "The writer is told the reason.",
  reasons: [["threat", "It can be read as a threat"]] as const,
};

const approval = {
  fields: { version: 3 },
  thing: { kind: "update", subject: "00000000-0000-4000-8000-000000000000" } as const,
  say: {
    approve: "Approve this update",
    own: "You wrote it: somebody else approves it.",
    noRight: "You may not approve.",
    alone: { text: "Nobody else can.", approve: "Approve alone" },
  },
};

const state = { approvesFrom: null, others: ["Ada Sample"], deadlock: false, missing: null };
const missing = { right: "review" as const, lack: ["Ben Sample"], gives: ["Ada Sample"] };

const work = (one: object) =>
  ({
    frozen: false,
    one: { rows: 120_000, percent: 42, stopAsked: false, ...one },
  }) as unknown as ComponentProps<typeof ImportProgress>["page"];

const mail = {
  transport: "resend",
  providerId: "a1b2c3",
  sha256,
  part: 1,
  dispatch: { number: 1, publicId: "a-dispatch" },
};
const ledger = [
  { at: "2026-11-03T09:12:04.000Z", event: "confirmed", problem: null, mail: null },
  { at: "2026-11-09T08:00:11.000Z", event: "sent", problem: null, mail },
  { at: "2026-11-09T08:02:40.000Z", event: "bounced", problem: null, mail },
];
const ledgerOf = (entries: typeof ledger) =>
  ({ slug: "sample", letter: { ledger: entries } }) as unknown as ComponentProps<typeof Ledger>["page"];

const stages = [
  "draft",
  "submitted",
  "approved",
  "scheduled",
  "sending",
  "paused",
  "sent",
  "cancelled",
] as const;
const dispatched = [...stages.filter((stage) => stage !== "scheduled"), "filed" as const];
const inRows = (labels: readonly ReactNode[]) => labels.map((label, n) => <p key={String(n)}>{label}</p>);

const viewer = { role: "viewer" as const, rights: ["view" as const] };
const office = { verified: null, retiredAt: null };
const choice = {
  label: "To whom",
  recipients: [
    { ...office, publicId: "ir", name: "Investor Relations", verified: true },
    { ...office, publicId: "board", name: "The secretary" },
  ],
};
const agreed = { values: {}, messages: [], today: "2026-11-20", atMost: { text: 4000, source: 300 } };
const unwritten = {
  values: { name: "Investor Relations", email: "ir@example" },
  errors: [{ field: "email", code: "invalid" }],
};

const found = (rows: typeof people) => (
  <FoundRows
    say={words("en").organize.signatures}
    found={{ outcome: "found", more: false }}
    rows={rows}
    back="/"
  >
    <SignatureTable signatures={rows} />
  </FoundRows>
);

const narrowed = (set: number) => (
  <NarrowForm say={words("en").pledgeList} set={set} state={null} cleared="/">
    <Choice name="sample" label="Country" value={null} any="Any" options={[["ES", "Spain"]]} />
  </NarrowForm>
);

/** Lists, decisions and proofs of the organizers' console. */
export const consoleSpecimens: readonly Specimen[] = [
  {
    of: "console/signatures/list/signature-table.tsx",
    states: { filled: <SignatureTable signatures={people} /> },
  },
  {
    of: "console/signatures/list/empty-list.tsx",
    states: {
      empty: (
        <>
          <EmptyList filter={all} slug="sample" total={none} />
          <EmptyList filter={days} slug="sample" total={counts} />
        </>
      ),
    },
  },
  {
    of: "console/signatures/list/state-tabs.tsx",
    states: {
      default: <StateTabs counts={counts} filter={all} searching={false} />,
      chosen: <StateTabs counts={counts} filter={{ ...all, state: "confirmed" }} searching={false} />,
    },
  },
  {
    of: "console/signatures/list/filters.tsx",
    states: {
      empty: (
        <div className="filters">
          <FindForm typed="" />
          <DateFilter filter={all} />
        </div>
      ),
      filled: (
        <div className="filters">
          <FindForm typed="Sample" />
          <DateFilter filter={days} />
        </div>
      ),
    },
  },
  { of: "console/found-rows.tsx", states: { empty: found([]), filled: found(people) } },
  {
    of: "console/page-head.tsx",
    states: { default: <PageHead title="Signatures" text="Of this campaign." /> },
  },
  { of: "console/narrow-form.tsx", states: { default: narrowed(1), empty: narrowed(0) } },
  {
    of: "console/pager.tsx",
    states: { default: <Pager newer={null} older="a-row" rows={50} addressOf={() => "/"} /> },
  },
  {
    of: "console/decision-list.tsx",
    states: {
      filled: <Decided reviews={reviews} lastDecision={nothingDone} />,
      error: <Decided reviews={reviews} lastDecision={{ ...nothingDone, error: "choose-first" }} />,
      done: (
        <Decided
          reviews={reviews.slice(1)}
          lastDecision={{ ...nothingDone, done: "keep", count: 1, at: "now" }}
        />
      ),
      empty: <Decided reviews={[]} lastDecision={nothingDone} />,
    },
  },
  {
    of: "console/decision-pages.tsx",
    states: {
      default: (
        <DecisionPages
          label="Pages"
          first="/"
          next="/"
          say={{ first: "To the first page", next: "Next page" }}
        />
      ),
    },
  },
  {
    of: "console/done-note.tsx",
    states: {
      done: <DoneNote done="It is approved." refused={null} />,
      error: <DoneNote done={null} refused="Somebody was faster. Nothing was changed." />,
    },
  },
  {
    of: "console/imports/import/import-progress.tsx",
    states: {
      loading: <ImportProgress page={work({ state: "importing" })} />,
      held: <ImportProgress page={work({ state: "importing", stopAsked: true })} />,
      closed: <ImportProgress page={work({ state: "undoing", added: 120_000, undone: 30_000 })} />,
    },
  },
  {
    of: "console/reauthenticate.tsx",
    states: {
      default: <Reauthenticate asked={asked} />,
      error: <Reauthenticate asked={{ ...asked, problem: "wrong" }} />,
      held: <Reauthenticate asked={{ ...asked, problem: "too-many", until: "2026-11-20T12:00:00Z" }} />,
      done: <Reauthenticate asked={{ ...asked, hasApp: false, byMail: true, mailed: true }} />,
    },
  },
  {
    of: "console/code-form.tsx",
    states: {
      default: <CodeForm email="ana@example.org" />,
      error: <CodeForm email="ana@example.org" error="The code is another one." />,
    },
  },
  {
    of: "console/action-button.tsx",
    states: {
      default: (
        <>
          <ActionButton intent="go">Pause</ActionButton>
          <AskedOnce intent="end" summary="End it" text="It cannot be undone." button="End it for good" />
        </>
      ),
    },
  },
  {
    of: "console/approval.tsx",
    states: {
      default: <Approval {...approval} state={{ ...state, approving: "yes" }} />,
      held: <Approval {...approval} state={{ ...state, approving: "own" }} />,
      chosen: <Approval {...approval} state={{ ...state, approving: "alone" }} />,
      error: <Approval {...approval} state={{ ...state, approving: "none-opens", missing }} />,
    },
  },
  { of: "console/maybe-sent.tsx", states: { default: <MaybeSent at={now} /> } },
  {
    of: "console/asked-whom.tsx",
    states: {
      default: <AskedWhom asked={[]} now={now} />,
      filled: (
        <AskedWhom
          asked={[
            { name: "Ana Sample", at: "2026-11-20T10:00:00.000Z", isLost: false },
            { name: "Teo Marchetti", at: "2026-11-20T10:00:00.000Z", isLost: true },
            { name: "Ifeoma Okafor", at: "2026-11-26T10:00:00.000Z", isLost: false },
          ]}
          now={now}
        />
      ),
    },
  },
  {
    of: "console/against.tsx",
    states: {
      default: <Against {...against} id="one" />,
      error: <Against {...against} id="two" error="Choose a reason." />,
    },
  },
  {
    of: "console/openings.tsx",
    states: {
      default: <Openings openings={{ letters: 12, people: [] }} me="a" />,
      filled: (
        <Openings
          openings={{
            letters: 12,
            people: [
              { id: "a", name: "Ana Sample", opened: 10 },
              { id: "b", name: "Teo Marchetti", opened: 12 },
            ],
          }}
          me="a"
        />
      ),
    },
  },
  {
    of: "console/send-back.tsx",
    states: {
      default: <SendBackLink thing={{ kind: "update", subject: "00000000-0000-4000-8000-000000000000" }} />,
      error: <SendBackForm answer={{ errors: [{ field: "reason", code: "reason-missing" }] }} />,
      filled: (
        <SentBackNote
          sentBack={{
            by: "Ana Sample",
            at: now,
            number: 3,
            reason: "The second paragraph names the wrong month.",
          }}
        />
      ),
    },
  },
  {
    of: "console/check-list.tsx",
    states: {
      default: (
        <CheckList
          checks={[
            { ok: true, text: "The address is verified." },
            { ok: false, text: "Somebody approves it." },
          ]}
        />
      ),
    },
  },
  {
    of: "console/letters/letter/ledger.tsx",
    states: { filled: <Ledger page={ledgerOf(ledger)} />, empty: <Ledger page={ledgerOf([])} /> },
  },
  {
    of: "console/letter-state.tsx",
    states: { default: inRows(letterStates.map((state) => <LetterStateLabel key={state} state={state} />)) },
  },
  {
    of: "console/pledge-state.tsx",
    states: { default: inRows(listedStates.map((state) => <PledgeState key={state} state={state} />)) },
  },
  {
    of: "console/stage-label.tsx",
    states: { default: inRows(stages.map((stage) => <StageLabel key={stage} stage={stage} />)) },
  },
  {
    of: "console/dispatch-stage.tsx",
    states: { default: inRows(dispatched.map((stage) => <DispatchStageLabel key={stage} stage={stage} />)) },
  },
  {
    of: "console/recipient-state.tsx",
    states: {
      default: <RecipientState recipient={office} />,
      closed: <RecipientState recipient={{ ...office, retiredAt: "2026-11-20" }} />,
    },
  },
  {
    of: "console/recipient-choice.tsx",
    states: {
      default: <RecipientChoice {...choice} />,
      error: <RecipientChoice {...choice} error="Choose an office." />,
    },
  },
  {
    of: "console/agreed-fields.tsx",
    states: {
      empty: <AgreedFields {...agreed} />,
      error: <AgreedFields {...agreed} messages={[{ field: "sure", message: "Check this box." }]} />,
    },
  },
  { of: "console/recipient-fields.tsx", states: { error: <RecipientFields form={unwritten} /> } },
  {
    of: "console/rights-fields.tsx",
    states: {
      default: (
        <RightsFields {...viewer} ticked={viewer.rights} may={{ isOwner: false, own: viewer.rights }} />
      ),
    },
  },
  {
    of: "console/rights-in-short.tsx",
    states: {
      default: <RightsInShort {...viewer} />,
      chosen: <RightsInShort {...viewer} rights={["view", "review"]} />,
    },
  },
  {
    of: "console/recovery-codes.tsx",
    states: { default: <RecoveryCodes codes={["ABCD-EFGH", "JKLM-NPQR"]} /> },
  },
  { of: "console/short-hash.tsx", states: { default: <ShortHash sha256={sha256} /> } },
];
