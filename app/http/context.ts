import type { AppLoadContext } from "@remix-run/node";
import type { FindPledgeMeeting } from "#app/domain/campaign/meetings/remember-meetings.server.ts";
import type { FindCampaign } from "#app/domain/campaign/remember-campaigns.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Env } from "#app/lib/env.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Transport } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { FormBody } from "./form.server.ts";
import type { Retry } from "./outage.server.ts";
import type { RateLimits } from "./rate-limits.server.ts";
import type { RefusalNotes } from "./refusal-notes.ts";
import type { ViewCounter } from "./view-counter.ts";

/** What outlives a request: made once by the command line and handed in. */
export type AppServices = {
  db: Db;
  env: Env;
  log: Log;
  transport: Transport;
  limits: RateLimits;
  /** By slug and language, remembered for a second. */
  findCampaign: FindCampaign;
  /** By ids of campaign and company, without one the first, and language, remembered for a second. */
  findPledgeMeeting: FindPledgeMeeting;
  /** Views of public pages, as sums in memory. */
  views: ViewCounter;
  /** Who was refused what, as sums in memory. */
  refusals: RefusalNotes;
  /** Whether emails that people wait for are not sent, looked up every ten seconds at most. */
  isMailLate: () => Promise<boolean>;
  /** Tells the worker that mail is waiting. Cheap; may be called after every change. */
  wakeMail: () => void;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends Omit<AppServices, "findCampaign" | "findPledgeMeeting"> {
    /** By slug, in the language of the path, remembered for a second. */
    findCampaign: (slug: string) => ReturnType<FindCampaign>;
    /** By ids of campaign and company, in the language of the path, remembered for a second. */
    findPledgeMeeting: (campaignId: number, companyId?: number) => ReturnType<FindPledgeMeeting>;
    /** The language of the path: `/es/...` is Spanish, all else English. */
    locale: Locale;
    /** Only on organizer pages: what their scripts must carry. */
    nonce: string | undefined;
    requestId: string;
    clientAddress: string;
    /** The organizer and campaign that a page of the console was opened for: a 404 after that is noted. */
    opened?: { organizerId: string; campaignId: number };
    /** What the fast door began with a posted form, for the page that answers it. */
    taken?: BegunForm;
    /** A request refused before any page: the page that says so, and the address it was for. */
    refused?: { status: number; path: string; retry?: Retry };
    /** The right for it is missing. */
    isForbidden?: true;
    /** What went wrong, where that was the database being away. */
    outage?: unknown;
    /** True for someone at this very machine, in local mode: what `/dev/*` asks. */
    isLocalRequest: boolean;
  }
}

/** A form as it was posted, by whichever way it came in. */
export type PostedForm = {
  /** From its address. */
  params: Readonly<Record<string, string | undefined>>;
  url: string;
  header: (name: "referer" | "accept-language") => string | null;
  /** Null where it cannot be read. */
  body: FormBody | null;
};

/** What became of a form. `to`: a path without language. `page`: what the form's page shows. */
export type TakenForm<Page> =
  | { outcome: "done"; to: string }
  | { outcome: "not-found" }
  | { outcome: "page"; page: Page; status: number; retryAfter: number | null };

/** What of a request both ways in know. */
export type FormContext = Pick<AppLoadContext, keyof AppServices | "locale" | "requestId" | "clientAddress">;

/** Limits, checks and stores a form. The fast door and the form's page share it: each rule exists once. */
export type TakeForm<Page> = (form: PostedForm, context: FormContext) => Promise<TakenForm<Page>>;

/** What the fast door began, for the page that answers it. */
export type BegunForm = { take: TakeForm<unknown>; taken: Promise<TakenForm<unknown>> };
