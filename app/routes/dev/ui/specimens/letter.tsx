import type { ComponentProps } from "react";
import type { PublicLetter } from "#app/domain/entries/letters/published/public-letter.ts";
import { usualSettings } from "#app/domain/entries/letters/settings/settings.ts";
import { campaign, page } from "#app/routes/dev/ui/sample.ts";
import { OwnLetter } from "#app/routes/personal/manage/own-letter.tsx";
import { Ledger } from "#app/routes/public/letters/list/ledger.tsx";
import { LanguagesProvider } from "#app/ui/language.tsx";
import { LetterForm } from "#app/ui/letter/letter-form.tsx";
import { Typed } from "#app/ui/letter/notices.tsx";
import { PrintedLetter } from "#app/ui/letter/printed-letter.tsx";
import { LetterList } from "#app/ui/letters/letter-list.tsx";
import { Replies } from "#app/ui/letters/replies.tsx";
import { ReportForm } from "#app/ui/letters/report-form.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import type { Specimen } from "./specimen.ts";

const { company, slug } = campaign;
const body = "I have been a customer for ten years.\n\nI would like to know what you supply.";
const text = `${body}\n\nAna Sample\nUnited States`;
const addressee = {
  office: "Investor Relations",
  company,
  email: "ir@example.org",
  verified: true,
  postalAddress: "Sample\n1 Example Street",
};
const form = {
  action: "/",
  slug,
  addressee,
  recipients: [],
  ask: campaign.petition.summary,
  rhythm: usualSettings,
};
const nothing = { values: {}, errors: [] };
const typed = { body, role: "customer", name: "Ana Sample", email: "ana@example.org", country: "US" };
const wrong = {
  values: { ...typed, body: "Hello", email: "ana@example" },
  errors: [
    { field: "body", message: "Write at least 40 characters." },
    { field: "email", message: "Write the ending of the address, such as .org." },
    { field: "consent_deliver", message: "Check this box to send a letter." },
  ],
};
const sha256 = "5f2c".repeat(16);
const published: PublicLetter = {
  companyId: 1,
  publicId: "a-letter",
  name: "Ana Sample",
  country: "US",
  confirmedOn: "2026-11-03",
  body,
  locale: "en",
  state: "accepted",
  sentSha256: sha256,
  handedOverOn: "2026-11-09",
  dispatch: 1,
};
const counts: ComponentProps<typeof Ledger>["counts"] = {
  email_pending: 2,
  confirmed: 3,
  queued: 12,
  filed: 1,
  sent: 40,
  accepted: 380,
  bounced: 2,
  unknown: 1,
  withdrawn: 4,
  refused: 1,
  erased: 3,
  withdrawnAfter: 1,
  selfSent: 9,
};
const none = Object.fromEntries(Object.keys(counts).map((state) => [state, 0])) as typeof counts;

const stored: ComponentProps<typeof OwnLetter>["letter"] = {
  publicId: "my-letter",
  supporterId: 1,
  supporterPublicId: "a-person",
  campaignId: 1,
  companyId: 1,
  campaign: slug,
  title: campaign.title,
  titleLanguage: undefined,
  company,
  addressee,
  recipientId: null,
  recipient: null,
  locale: "en",
  role: "customer",
  confirmPath: null,
  state: "accepted",
  body,
  text,
  shares: null,
  unreadable: false,
  name: "Ana Sample",
  country: "US",
  correctedSince: false,
  agreed: [],
  replyTo: true,
  display: "public",
  publication: "published",
  heldReason: null,
  moderatedAt: null,
  moderationReason: null,
  dispatchId: 1,
  sentSha256: sha256,
  dispatch: { number: 1, kind: "consolidated" },
  handedOverAt: page.asOf,
  withdrawnAt: null,
  selfSentAt: null,
  selfSentWay: null,
  createdAt: page.asOf,
  confirmedAt: page.asOf,
  events: ["confirmed", "queued", "accepted"].map((event) => ({ at: page.asOf, event, problem: null })),
  replies: [{ receivedOn: "2026-11-18", fromWhom: "Investor Relations", text: "Thank you." }],
};
const notYet = { ...stored, sentSha256: null, handedOverAt: null, dispatch: null, replies: [] };
const [event] = stored.events;
const onHold = { ...notYet, state: "confirmed", heldReason: "links", events: event ? [event] : [] } as const;
const refused = { ...notYet, state: "refused", moderationReason: "threat", moderatedAt: page.asOf } as const;

/** A letter from its first word to the company's answer. */
export const letterSpecimens: readonly Specimen[] = [
  {
    of: "letter/letter-form.tsx",
    states: {
      empty: <LetterForm {...form} state={nothing} preview={null} />,
      chosen: (
        <LetterForm
          {...form}
          state={nothing}
          preview={null}
          recipients={[
            { publicId: "relations", addressee },
            { publicId: "chair", addressee: { ...addressee, office: "Chair of the board" } },
          ]}
        />
      ),
      filled: (
        <LetterForm {...form} state={{ values: typed, errors: [] }} preview={{ text, at: page.asOf }} />
      ),
      error: <LetterForm {...form} state={wrong} preview={null} />,
      held: (
        <LetterForm
          {...form}
          state={nothing}
          preview={null}
          known={{ name: "Ana Sample", email: "ana@example.org" }}
        />
      ),
    },
  },
  {
    of: "letter/notices.tsx",
    states: {
      filled: (
        <LanguagesProvider cameBack="as-typed" offered={[]}>
          <Typed action="/" values={{ name: "Ana Sample", who: "I teach." }} />
        </LanguagesProvider>
      ),
      held: <EntryNotOpen of="letter" signing={{ outcome: "not-open", missing: ["operator"] }} />,
      closed: <EntryNotOpen of="letter" signing={{ outcome: "closed" }} />,
    },
  },
  {
    of: "letter/printed-letter.tsx",
    states: { default: <PrintedLetter text={text} at={page.asOf} addressee={addressee} /> },
  },
  {
    of: "personal/manage/own-letter.tsx",
    states: {
      done: <OwnLetter letter={stored} news={false} />,
      held: <OwnLetter letter={onHold} news={false} />,
      closed: <OwnLetter letter={refused} news={false} />,
    },
  },
  {
    of: "public/letters/list/ledger.tsx",
    states: {
      filled: <Ledger counts={counts} sum={442} today="2026-11-20" />,
      empty: <Ledger counts={none} sum={0} today="2026-11-20" />,
    },
  },
  {
    of: "letters/letter-list.tsx",
    states: { filled: <LetterList slug={slug} companies={[]} letters={[published]} /> },
  },
  {
    of: "letters/replies.tsx",
    states: {
      filled: (
        <Replies
          replies={[
            { publicId: "a-reply", receivedOn: "2026-11-18", fromWhom: "The secretary", text: "Thank you." },
          ]}
        />
      ),
    },
  },
  {
    of: "letters/report-form.tsx",
    states: { empty: <ReportForm action="/" />, error: <ReportForm action="/" error="Choose a reason." /> },
  },
];
