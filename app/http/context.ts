import type { AppLoadContext } from "@remix-run/node";
import type { ListOpenMeetings } from "#app/domain/campaign/meetings/remember-meetings.server.ts";
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

/** What outlives a request: made once by the command line. */
export type AppServices = {
  db: Db;
  env: Env;
  log: Log;
  transport: Transport;
  limits: RateLimits;
  /** By slug and language; cached for a second. */
  findCampaign: FindCampaign;
  /** By ids of campaign and company (without one, the first) and language; cached for a second. */
  listOpenMeetings: ListOpenMeetings;
  /** Counts views of public pages in memory. */
  views: ViewCounter;
  /** Counts refusals in memory. */
  refusals: RefusalNotes;
  /** Whether emails that people wait for are not being sent; checked every ten seconds at most. */
  isMailLate: () => Promise<boolean>;
  /** Tells the worker that email is waiting. Cheap; may be called after every change. */
  wakeMail: () => void;
};

/** Tells why no request should be sent here; null if it should. */
export type WhyNotReady = () => Promise<string | null>;

declare module "@remix-run/node" {
  interface AppLoadContext extends Omit<AppServices, "findCampaign" | "listOpenMeetings"> {
    /** By slug, in the language of the path; cached for a second. */
    findCampaign: (slug: string) => ReturnType<FindCampaign>;
    /** By ids of campaign and company, in the language of the path; cached for a second. */
    listOpenMeetings: (campaignId: number, companyId?: number) => ReturnType<ListOpenMeetings>;
    /** The language of the path: `/es/...` is Spanish, all else English. */
    locale: Locale;
    /** Only on organizer pages: the nonce their scripts must carry. */
    nonce: string | undefined;
    requestId: string;
    clientAddress: string;
    /** The organizer and campaign of an opened console page: a 404 after that is noted. */
    opened?: { organizerId: string; campaignId: number };
    /** The form that the form door took, for the page that answers it. */
    taken?: BegunForm;
    /** A request refused before any page ran: its status and address, for the error page. */
    refused?: { status: number; path: string; retry?: Retry };
    /** The organizer lacks the right. */
    isForbidden?: true;
    /** The database's error, if it was away. */
    outage?: unknown;
    /** True for a request from this machine in local mode, which `/dev/*` needs. */
    isLocalRequest: boolean;
  }
}

/** A posted form, from the form door or from a page. */
export type PostedForm = {
  /** Parameters of its address. */
  params: Readonly<Record<string, string | undefined>>;
  url: string;
  header: (name: "referer" | "accept-language") => string | null;
  /** Null if it cannot be read. */
  body: FormBody | null;
};

/** How taking a form ended. `to`: a path without language. `page`: what the form's page shows. */
export type TakenForm<Page> =
  | { outcome: "done"; to: string }
  | { outcome: "not-found" }
  | { outcome: "page"; page: Page; status: number; retryAfter: number | null };

/** The part of a request's context that the form door has, too. */
export type FormContext = Pick<AppLoadContext, keyof AppServices | "locale" | "requestId" | "clientAddress">;

/** Limits, checks and stores a form. The form door and the form's page share it: each rule exists once. */
export type TakeForm<Page> = (form: PostedForm, context: FormContext) => Promise<TakenForm<Page>>;

/** A form that the form door took, for the page that answers it. */
export type BegunForm = { take: TakeForm<unknown>; taken: Promise<TakenForm<unknown>> };
