import {
  findNoticeMail,
  type NoticeMail,
  stopNotices,
} from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import {
  findReminderMail,
  type ReminderMail,
  stopRemindersOf,
} from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { findUpdateMail } from "#app/domain/outgoing/updates/sending/write-update.server.ts";
import { readerOf } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { unsubscribe } from "#app/domain/supporters/consents.server.ts";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { openToken } from "#app/lib/token.server.ts";
import { Button } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";

/** Shows what would stop. Email scanners follow links, so opening one changes nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const w = words(locale).unsubscribe;
  const opened = openToken(env.keys, "unsubscribe", params.token ?? "", new Date());
  if (opened.outcome === "invalid") throw notFound();

  const reminder = await findReminderMail(db, opened.subject);
  if (reminder) return loadReminder(context, reminder);
  const notice = await findNoticeMail(db, opened.subject);
  if (notice) return loadNotice(context, notice);
  const mail = await findUpdateMail(db, env.keys, opened.subject);
  const campaign = mail && (await findCampaign(db, mail.campaign, locale));
  const page = { campaign, examples: env.localMode };
  if (!mail?.agrees) return { ...page, outcome: "done" as const, title: w.doneTitle };
  const { isTest } = mail;
  const about = campaign?.title ?? mail.title;
  return { ...page, outcome: "ask" as const, title: w.askTitle, about, isTest };
}

/** Loads the pledge whose reminders would stop. */
async function loadReminder({ db, env, locale }: AppLoadContext, mail: ReminderMail) {
  const w = words(locale).pledgeSummary.stop;
  const { company, year, fund } = mail;
  const page = {
    campaign: await findCampaign(db, mail.campaign, locale),
    examples: env.localMode,
    company,
    year,
    fund,
  };
  return mail.reminds
    ? { ...page, outcome: "ask-reminders" as const, title: w.title }
    : { ...page, outcome: "reminders-done" as const, title: w.doneTitle };
}

/** Loads the petition whose notices would stop. */
async function loadNotice({ db, env, locale }: AppLoadContext, mail: NoticeMail) {
  const { notices: w } = words(locale).unsubscribe;
  const campaign = await findCampaign(db, mail.campaign, locale);
  const page = { campaign, examples: env.localMode, about: campaign?.title ?? mail.title };
  return mail.tells
    ? { ...page, outcome: "ask-notices" as const, title: w.title }
    : { ...page, outcome: "notices-done" as const, title: w.doneTitle };
}

/**
 * Unsubscribes, with any body: a mail provider's one-click request (RFC 8058) and the button are the same. No
 * rate limit: a provider unsubscribes many people from one address. Answers 200 without a redirect.
 */
export async function action({ params, context }: ActionFunctionArgs) {
  const opened = openToken(context.env.keys, "unsubscribe", params.token ?? "", new Date());
  if (opened.outcome === "invalid") throw notFound();
  const { db, env } = context;
  const ofReminder = await stopRemindersOf(db, env.keys, opened.subject);
  if (ofReminder.outcome !== "not-reminded") return { outcome: "done" as const };
  if (await findNoticeMail(db, opened.subject)) await stopNotices(db, opened.subject);
  else await unsubscribe(db, readerOf(env.keys, opened.subject) ?? opened.subject);
  return { outcome: "done" as const };
}

export const links: LinksFunction = () => [personal, pledges].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Unsubscribe() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {page.outcome === "ask-reminders" && acted?.outcome !== "done" ? (
        <AskReminders {...page} />
      ) : page.outcome === "ask-reminders" || page.outcome === "reminders-done" ? (
        <RemindersDone {...page} />
      ) : page.outcome === "ask-notices" && acted?.outcome !== "done" ? (
        <AskNotices about={page.about} />
      ) : page.outcome === "ask-notices" || page.outcome === "notices-done" ? (
        <NoticesDone />
      ) : page.outcome === "ask" && acted?.outcome !== "done" ? (
        <Ask about={page.about} isTest={page.isTest} />
      ) : (
        <Done />
      )}
    </Page>
  );
}

/** Asks to stop emails on a petition's new texts, by one button. */
function AskNotices({ about }: { about: string }) {
  const { unsubscribe } = useWords();
  const { notices: say } = unsubscribe;
  return (
    <>
      <h1>{say.title}</h1>
      <p className="standfirst">{say.ask(about)}</p>
      <form method="post">
        <Button variant="act" wide>
          {unsubscribe.button}
        </Button>
      </form>
      <p className="small muted gap">{say.nothingElse}</p>
    </>
  );
}

/** Says the same whether or not anything changed. */
function NoticesDone() {
  const { unsubscribe } = useWords();
  const { notices: say } = unsubscribe;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{say.doneTitle}</h1>
      <p className="standfirst">{say.done}</p>
      <p className="small muted gap">
        {unsubscribe.again} <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
    </>
  );
}

type AboutPledge = { company: string; year: number; fund: boolean };

/** Asks to stop a pledge's reminders, by one button. */
function AskReminders({ company, year, fund }: AboutPledge) {
  const { stop, told } = useWords().pledgeSummary;
  return (
    <>
      <h1>{stop.title}</h1>
      <p className="standfirst">{stop.ask(told.meetingOf(company, year))}</p>
      <form method="post">
        <Button variant="act" wide>
          {stop.button}
        </Button>
      </form>
      <p className="small muted gap">{stop.nothingElse}</p>
      <Disclosures company={company} fund={fund} />
    </>
  );
}

/** Says the same whether or not anything changed. */
function RemindersDone({ company, fund }: AboutPledge) {
  const { pledgeSummary, unsubscribe } = useWords();
  const { stop } = pledgeSummary;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{stop.doneTitle}</h1>
      <p className="standfirst">{stop.done}</p>
      <p className="gap">{stop.doneElse}</p>
      <p className="small muted gap">
        {unsubscribe.again} <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
      <Disclosures company={company} fund={fund} />
    </>
  );
}

/** Asks to stop updates, by one button. */
function Ask({ about, isTest }: { about: string; isTest: boolean }) {
  const { unsubscribe } = useWords();
  return (
    <>
      <h1>{unsubscribe.askTitle}</h1>
      <p className="standfirst">{unsubscribe.ask(about)}</p>
      {isTest && <p className="gap">{unsubscribe.test}</p>}
      <form method="post">
        <Button variant="act" wide>
          {unsubscribe.button}
        </Button>
      </form>
      <p className="small muted gap">{unsubscribe.nothingElse}</p>
    </>
  );
}

/** Says the same whether they unsubscribed now, before, or were never stored. */
function Done() {
  const { unsubscribe } = useWords();
  return (
    <>
      <h1>{unsubscribe.doneTitle}</h1>
      <p className="standfirst">{unsubscribe.done}</p>
      <p className="gap">{unsubscribe.doneElse}</p>
      <p className="small muted gap">
        {unsubscribe.again} <ManageLink />
      </p>
    </>
  );
}

function ManageLink() {
  const { unsubscribe } = useWords();
  const to = useLocalizedPath();
  return <a href={to("/manage")}>{unsubscribe.toManage}</a>;
}
