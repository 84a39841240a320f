import { z } from "zod";
import type { Petition } from "#app/domain/campaign/campaign.ts";
import { findNotified } from "#app/domain/campaign/notices/find-notified.server.ts";
import { type NoticeAnswer, noticeChoices } from "#app/domain/campaign/notices/notice.ts";
import { findCampaign, listPetitions } from "#app/domain/campaign/queries.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { answerNotice } from "#app/domain/entries/signatures/answer-notice.server.ts";
import { areLinksEnded } from "#app/domain/supporters/person.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, limitRate, notFound } from "#app/http/respond.server.ts";
import { formatDate, words } from "#app/i18n/index.ts";
import { withMarks } from "#app/lib/placeholders.ts";
import { openToken } from "#app/lib/token.server.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import personal from "#app/ui/styles/personal.css?url";

/** Loads what somebody signed and the current petition. Changes nothing: email scanners open links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const opened = await openNotice(context, params.token);
  const page = opened.outcome === "valid" ? await load(context, opened) : null;
  if (page && (page.outcome !== "gone" || page.campaign || afterPost(request))) return page;
  throw notFound();
}

/** Opens the link of an email about a new petition. It expires with its reader's other links. */
async function openNotice({ db, env }: AppLoadContext, token = "") {
  const opened = openToken(env.keys, "notice", token, new Date());
  if (opened.outcome !== "valid") return { outcome: "gone" as const };
  const notified = await findNotified(db, opened.subject);
  if (notified && (await areLinksEnded(db, notified.supporterPublicId, opened.issuedAt)))
    return { outcome: "gone" as const };
  return { outcome: "valid" as const, email: opened.subject, notified };
}

type Notice = Extract<Awaited<ReturnType<typeof openNotice>>, { outcome: "valid" }>;

async function load({ db, env, locale }: AppLoadContext, { notified }: Notice) {
  const w = words(locale).personal.signed;
  const campaign = notified && (await findCampaign(db, notified.campaign, locale));
  const page = { campaign, examples: env.localMode };
  if (!notified || !campaign) return { ...page, outcome: "gone" as const, title: w.goneTitle };
  const petitions = await listPetitions(db, campaign.id, locale);
  const signed = petitions.find(({ version }) => version === notified.signed.version);
  const usable = notified.stands && signed !== undefined;
  if (!notified.counts && notified.answer === "withdrawn")
    return { ...page, outcome: "withdrawn" as const, title: w.done.withdrawn };
  if (!usable) return { ...page, outcome: "gone" as const, title: w.goneTitle };
  const other = await readTranslations(db, campaign.id, locale);
  const translated = other?.known.get(notified.change) ?? notified.change;
  const change = env.localMode ? withMarks(translated, words(locale).common.footer.exampleMark) : translated;
  const view = { ...page, title: w.title, about: campaign.title, answer: notified.answer, change };
  return { ...view, outcome: "decide" as const, signed, inForce: campaign.petition };
}

const SignedForm = z.object({ deed: z.enum(noticeChoices, "missing") });

/** Stores the owner's decision about the signature. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const opened = await openNotice(context, params.token);
  if (opened.outcome !== "valid" || !opened.notified) throw notFound();
  const form = await parseForm(request, SignedForm);
  if (!form.ok) return data({ outcome: "unclear" as const }, { status: 422 });
  const { outcome } = await answerNotice(context.db, { email: opened.email, choice: form.value.deed });
  return data({ outcome }, { status: outcome === "gone" ? 410 : 200 });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Signed() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>()?.outcome;
  const done = acted === "kept" || acted === "moved" || acted === "withdrawn" ? acted : null;
  const slug = page.campaign?.slug ?? null;
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {done && slug ? (
        <Decided answer={done} slug={slug} />
      ) : page.outcome === "withdrawn" && slug ? (
        <Decided answer="withdrawn" slug={slug} />
      ) : page.outcome === "decide" && acted !== "gone" ? (
        <Decide {...page} unclear={acted === "unclear"} />
      ) : (
        <Nothing slug={slug} />
      )}
    </Page>
  );
}

type DecideProps = {
  /** The campaign's title. */
  about: string;
  change: string;
  signed: Petition;
  inForce: Petition;
  /** The earlier answer. */
  answer: NoticeAnswer | null;
  unclear: boolean;
};

/** Shows both texts, and asks about the signature: the two choices that keep it look equal. */
function Decide({ about, change, signed, inForce, answer, unclear }: DecideProps) {
  const { signed: say } = useWords().personal;
  return (
    <>
      <ErrorSummary
        heading={say.errorTitle}
        errors={unclear ? [{ field: "decide", message: say.unclear }] : []}
      />
      <p className="eyebrow">{about}</p>
      <h1>{say.title}</h1>
      <p className="standfirst">{change}</p>
      {answer && <p className="notice">{say.answered[answer]}</p>}
      <Text heading={say.was} petition={signed} />
      <Text heading={say.now} petition={inForce} />
      <section className="own-section" aria-labelledby="decide-heading">
        <h2 id="decide-heading">{say.decide}</h2>
        <form method="post" id="decide" className="outcomes">
          <Button name="deed" value="move" wide>
            {say.move}
          </Button>
          <Button name="deed" value="keep" wide>
            {say.keep}
          </Button>
        </form>
        <p className="gap">{say.nothing}</p>
        <details className="gap">
          <summary>{say.withdraw}</summary>
          <p className="small">{say.withdrawText}</p>
          <form method="post">
            <Button name="deed" value="withdraw">
              {say.withdrawButton}
            </Button>
          </form>
        </details>
      </section>
    </>
  );
}

function Text({ heading, petition }: { heading: string; petition: Petition }) {
  const { petition: say } = useWords().case;
  const locale = useLocale();
  const { version, body, publishedAt, language } = petition;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <div className="signed-text">
        <InLanguage language={language} />
        <div lang={language}>
          <PetitionText body={body} />
        </div>
        <p className="small muted gap">{say.version(version, formatDate(locale, publishedAt))}</p>
      </div>
    </section>
  );
}

/** Says what the decision did, and where to go. */
function Decided({ answer, slug }: { answer: NoticeAnswer; slug: string }) {
  const { signed: say } = useWords().personal;
  const to = useLocalizedPath();
  useAnswerTitle({ says: say.done[answer] });
  return (
    <>
      <h1>{say.done[answer]}</h1>
      <p className="standfirst" role="status">
        {say.doneText[answer]}
      </p>
      <p className="gap">
        <ButtonLink href={to(`/c/${slug}`)}>{say.toPage}</ButtonLink>
      </p>
    </>
  );
}

/** Says that the link is incomplete or expired, or that there is nothing left to decide. */
function Nothing({ slug }: { slug: string | null }) {
  const { personal, unsubscribe } = useWords();
  const { signed: say } = personal;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{say.goneTitle}</h1>
      <p className="standfirst">{say.gone}</p>
      <p className="gap">
        <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
      {slug && (
        <p>
          <a href={to(`/c/${slug}/petition`)}>{say.toTexts}</a>
        </p>
      )}
    </>
  );
}
