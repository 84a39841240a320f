import { z } from "zod";
import { anyCompany, lettersPath, listedAt } from "#app/domain/campaign/company/campaign-companies.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listPublicDispatches } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import {
  listPublishedLetters,
  searchPublishedLetters,
} from "#app/domain/entries/letters/published/list-published.server.ts";
import {
  countedLetters,
  type PublicDispatch,
  type PublicMail,
} from "#app/domain/entries/letters/published/public-letter.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { formatDate, localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CompanyLinks } from "#app/ui/company-links.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { type Companies, nameAmong } from "#app/ui/letters/letter-list.tsx";
import { Replies } from "#app/ui/letters/replies.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/letters.css?url";
import { Ledger, Reading } from "./reading.tsx";

/** Keeps search results out of caches. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : peoplesPage;

/** Loads the sums of a campaign's letters, their dispatches and replies, and published letters. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const listed = orNotFound(listedAt(await context.findCampaign(params.campaign ?? ""), params.company));
  const { campaign, companyId } = listed;
  const [counts, dispatches, page] = await Promise.all([
    countLetters(db, campaign.id, companyId),
    listPublicDispatches(db, campaign.id, companyId),
    listPublishedLetters(db, { campaignId: campaign.id, companyId }),
  ]);
  const path = lettersPath(campaign.slug, params.company);
  return {
    campaign,
    path,
    isOfCompany: companyId !== undefined,
    counts,
    dispatches,
    page,
    locale,
    sum: countedLetters(counts),
    examples: env.localMode,
    url: env.appUrl + localizedPath(locale, path),
    today: new Date().toISOString().slice(0, 10),
  };
}

const SearchFields = z.object({ find: z.string().max(300) });

/** Searches published letters. A POST, so that no cache or log stores the query. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const listed = orNotFound(listedAt(await context.findCampaign(params.campaign ?? ""), params.company));
  const of = { campaignId: listed.campaign.id, companyId: listed.companyId };
  const form = await parseForm(request, SearchFields);
  const typed = form.ok ? form.value.find : "";
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  const seconds = await context.limits.spend("find", context.clientAddress);
  if (seconds > 0) {
    const wait = { ...headers, "Retry-After": String(seconds) };
    return data({ typed, found: null, tooMany: true }, { status: 429, headers: wait });
  }
  const found = await searchPublishedLetters(context.db, of, typed);
  return data({ typed, found, tooMany: false }, { status: found ? 200 : 422, headers });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { lettersPublic: say } = words(page.locale);
  const title = say.titleOf(page.campaign.title);
  const description = say.description(anyCompany(page.campaign, page.locale));
  const { campaign, url } = page;
  const shared = { title, description, url, type: "website", campaign } as const;
  return [...shareMeta(shared, page.locale), { name: "robots", content: "noindex" }];
};

export default function Letters() {
  const { campaign, counts, dispatches, examples, isOfCompany, page, path, sum, today } =
    useLoaderData<typeof loader>();
  const search = useActionData<typeof action>();
  const { lettersPublic: say } = useWords();
  const to = useLocalizedPath();
  const { slug, company, companies } = campaign;
  const links = companies.map((one) => ({
    name: one.name,
    href: to(lettersPath(slug, one.slug)),
    current: lettersPath(slug, one.slug) === path,
  }));
  const of = { slug, path, companies: isOfCompany ? [] : companies };
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">
        <a href={to(`/c/${slug}`)} lang={campaign.language}>
          {campaign.title}
        </a>{" "}
        <InLanguage language={campaign.language} />
      </p>
      <h1>{say.title(company)}</h1>
      <CompanyLinks links={links} />
      {isOfCompany && (
        <p>
          <a href={to(lettersPath(slug))}>{say.read.all}</a>
        </p>
      )}
      {search ? (
        <Reading {...of} page={page} search={search} />
      ) : (
        <>
          <p className="standfirst">{say.standfirst(sum)}</p>
          {campaign.status === "open" && (
            <p className="gap">
              <ButtonLink variant="act" href={to(`/c/${slug}/letter`)}>
                {say.write}
              </ButtonLink>
            </p>
          )}
          <Ledger counts={counts} sum={sum} today={today} />
          <Dispatches dispatches={dispatches} companies={of.companies} />
          <Reading {...of} page={page} search={null} />
          <p className="small muted gap">
            <a href={to(`/c/${slug}/letters.json`)}>{say.json}</a>
          </p>
        </>
      )}
    </Page>
  );
}

type DispatchesProps = { dispatches: readonly PublicDispatch[]; companies: Companies };

/** Lists dispatches that have begun, newest first. */
function Dispatches({ dispatches, companies }: DispatchesProps) {
  const { dispatches: say } = useWords().lettersPublic;
  return (
    <section>
      <h2>{say.heading}</h2>
      {dispatches.length === 0 && <p>{say.none}</p>}
      <ol className="dispatches">
        {dispatches.map((dispatch) => (
          <Dispatch
            key={dispatch.number}
            dispatch={dispatch}
            company={nameAmong(companies, dispatch.companyId)}
          />
        ))}
      </ol>
    </section>
  );
}

function Dispatch({ dispatch, company }: { dispatch: PublicDispatch; company: string | null }) {
  const { dispatches: say } = useWords().lettersPublic;
  const locale = useLocale();
  const { number, kind, state, recipient, startedOn, letters, names, mails, back, replies } = dispatch;
  const { filed } = dispatch;
  const what = say.kinds[kind](letters + filed.letters, names + filed.names);
  return (
    <li id={`letter-${number}`}>
      <h3>{say.title(number)}</h3>
      <p className="dated">
        <time dateTime={startedOn}>{formatDate(locale, startedOn)}</time>. {say.to(recipient)}
        {company && `, ${company}`}: {what}.
      </p>
      <p>
        {mails.length === 0
          ? say.noMail
          : `${sentence(byState(mails).map(([became, n]) => say.mailsBy(n, say.mailStates[became])))}.`}{" "}
        {say.states[state]} {dispatch.approvedAlone && say.approvedAlone}
      </p>
      {filed.mails > 0 && (
        <p>
          {state === "filed"
            ? say.filedAll
            : say.filed(say.kinds[kind](filed.letters, filed.names), say.kinds[kind](letters, names))}
        </p>
      )}
      {back.letters + back.names > 0 && <p>{say.back(back.letters, back.names)}</p>}
      {replies.length > 0 ? <Replies replies={replies} /> : <p className="muted">{say.noReply}</p>}
      {mails.length > 0 && <Hashes mails={mails} />}
    </li>
  );
}

const sentence = (parts: readonly string[]) => parts.join("; ");

function byState(mails: readonly PublicMail[]) {
  const counts = new Map<PublicMail["state"], number>();
  for (const { state } of mails) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts];
}

/** Hashes printed of one dispatch at most: with letters sent separately it has hundreds of emails. */
const printedAtMost = 12;

function Hashes({ mails }: { mails: readonly PublicMail[] }) {
  const { dispatches: say } = useWords().lettersPublic;
  return (
    <details>
      <summary>{say.hashes}</summary>
      <dl className="hashes">
        {mails.slice(0, printedAtMost).flatMap(({ part, sha256, fileSha256s }) => [
          <div key={part}>
            <dt>{say.mail(part)}</dt>
            <dd>{sha256}</dd>
          </div>,
          ...fileSha256s.map((file, n) => (
            <div key={`${part} ${file}`} className="of-mail">
              <dt>{say.file(n + 1)}</dt>
              <dd>{file}</dd>
            </div>
          )),
        ])}
      </dl>
      {mails.length > printedAtMost && (
        <p className="small muted">{say.moreHashes(mails.length - printedAtMost)}</p>
      )}
    </details>
  );
}
