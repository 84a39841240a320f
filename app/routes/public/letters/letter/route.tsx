import { companyAad } from "#app/domain/campaign/company/campaign-companies.ts";
import { listRepliesTo } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import { findPublishedLetter } from "#app/domain/entries/letters/published/list-published.server.ts";
import { publicState } from "#app/domain/entries/letters/published/public-letter.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { countryName, formatDate, words } from "#app/i18n/index.ts";
import { Replies } from "#app/ui/letters/replies.tsx";
import { ReportForm } from "#app/ui/letters/report-form.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/letters.css?url";
import { Cross } from "#app/ui/wordmark.tsx";

export const headers = () => peoplesPage;

/** Shows a published letter, with what became of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const whole = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const letter = orNotFound(await findPublishedLetter(db, whole.id, params.letter ?? ""));
  const company = whole.companies.find(({ id }) => id === letter.companyId);
  const campaign = company ? companyAad(whole, company) : whole;
  const replies = letter.dispatch === null ? [] : await listRepliesTo(db, campaign.id, letter.dispatch);
  return { campaign, letter, replies, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page
      ? `${words(page.locale).lettersPublic.title(page.campaign.company)} · Undersigned`
      : "Undersigned",
  },
  { name: "robots", content: "noindex" },
];

export default function Letter() {
  const { campaign, letter, replies, examples } = useLoaderData<typeof loader>();
  const { lettersPublic: say } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  const { publicId, name, country, body, confirmedOn } = letter;
  const all = `/c/${campaign.slug}/letters`;
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">
        <a href={to(all)}>{say.title(campaign.company)}</a>
      </p>
      <h1>{say.read.of(name)}</h1>
      <article className="letter-sheet">
        <p className="letter-words" lang={letter.locale} dir="auto">
          {body.trim()}
        </p>
        <p className="line">
          <Cross />
          <bdi>{name}</bdi>
        </p>
        <p className="under">
          <span>{countryName(locale, country)}</span>
          <time dateTime={confirmedOn}>{say.one.confirmed(formatDate(locale, confirmedOn))}</time>
        </p>
      </article>
      <Became letter={letter} all={to(all)} />
      {replies.length > 0 && (
        <section>
          <h2>{say.one.replies}</h2>
          <p className="small muted">{say.one.repliesMean}</p>
          <Replies replies={replies} />
        </section>
      )}
      <details className="gap">
        <summary>{say.report.open}</summary>
        <ReportForm action={`${all}/${publicId}/report`} />
      </details>
    </Page>
  );
}

type BecameProps = { letter: ReturnType<typeof useLoaderData<typeof loader>>["letter"]; all: string };

/** Its state in words, the dispatch it was sent with, and the hash of what was sent. */
function Became({ letter, all }: BecameProps) {
  const { one: say, states } = useWords().lettersPublic;
  const locale = useLocale();
  const { dispatch, handedOverOn, sentSha256 } = letter;
  const isFiled = letter.state === "filed";
  return (
    <dl className="became">
      <div>
        <dt>{say.state}</dt>
        <dd>
          {states[publicState(letter)]}.{" "}
          {dispatch !== null && handedOverOn && (
            <>
              <a href={`${all}#letter-${dispatch}`}>{say.with(dispatch, formatDate(locale, handedOverOn))}</a>
              .{!isFiled && ` ${say.final}`}
            </>
          )}
          {dispatch === null && handedOverOn && say.final}
        </dd>
      </div>
      {sentSha256 && (
        <div>
          <dt>{say.hash}</dt>
          <dd>
            <code>{sentSha256}</code>{" "}
            <span className="small muted">{isFiled ? say.hashFiled : say.hashMeans}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}
