import { fieldsOfItem } from "#app/domain/campaign/meetings/fields.ts";
import { ballotItemForm, ballotItemOfForm } from "#app/domain/campaign/meetings/items/ballot-item-form.ts";
import { saveBallotItem, seenOfItem } from "#app/domain/campaign/meetings/items/save-ballot-item.server.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { type BallotItemOnPage, showItem } from "#app/domain/campaign/meetings/page-facts.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { words } from "#app/i18n/index.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { ItemResult } from "#app/ui/meetings/item-result.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { ItemForm } from "./item-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

/** The address's meeting and proposal; `id` null for a new one. */
function itemOf({ year, item }: { year?: string | undefined; item?: string | undefined }) {
  if (!/^\d{4}$/.test(year ?? "") || !/^(new|[1-9]\d{0,8})$/.test(item ?? "")) throw notFound();
  return { year: Number(year), id: item === "new" ? null : Number(item) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { year, id } = itemOf(args.params);
  const right = id === null ? "keep-meetings" : "view";
  const { campaign, company, scope } = await requireCompany(args, right);
  const meetings = await listMeetings(args.context.db, campaign.id, company.id);
  const meeting = meetings.find((one) => one.year === year);
  const item = meeting?.items.find((one) => one.id === id) ?? null;
  if (!meeting || (id !== null && !item)) throw notFound();
  return {
    slug: campaign.slug,
    year,
    keeping: await findCompanyEditing(args.context.db, scope),
    item: item && showItem(item, new Date(), meeting.zone),
    fields: item ? fieldsOfItem(item) : {},
    seen: item ? seenOfItem(item) : "",
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Stores the proposal; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { year, id } = itemOf(args.params);
  const { scope, at } = await requireCompany(args, "keep-meetings");
  return saveForm(args, {
    form: ballotItemForm(new Date()),
    save: ({ seen = "", ...form }) =>
      saveBallotItem(args.context.db, {
        scope,
        year,
        item: id === null ? null : { id, seen },
        values: ballotItemOfForm(form),
        checked: form.checked,
      }),
    done: { saved: (saved) => at(`meetings/${year}/items/${saved.id}`, { done: "saved" }) },
    fieldOf: {
      "number-taken": "number",
      "title-taken": "title",
      "not-held": "status",
      "votes-published": "votes_for",
    },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item?.title ?? words("en").meetings.item.newTitle} · Undersigned` },
];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Item() {
  const { slug, year, keeping, item, fields, seen, doneCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { nav, item: say, refused } = useWords().meetings;
  const { at } = useCompanies();
  const base = `/organize/c/${slug}/meetings`;
  const form = { values: answer?.values ?? fields, errors: answer?.errors ?? [] };
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <a href={at(base)}>{nav.meetings}</a> / <a href={at(`${base}/${year}`)}>{say.crumb(year)}</a>
          </p>
          <CompanyName />
          <h1>{item?.title ?? say.newTitle}</h1>
        </div>
        {item && <span className="kind">{say.statuses[item.status]}</span>}
      </div>
      <FormOutcome
        done={!answer && doneCode === "saved" ? say.saved : null}
        refused={answer?.refused && refused[answer.refused]}
        form={form}
      />
      {item && <ItemFacts item={item} />}
      {keeping === "keeps" || answer ? (
        <ItemForm
          isNew={item === null}
          seen={answer && answer.refused !== "stale" ? (answer.values.seen ?? "") : seen}
          form={form}
        />
      ) : (
        <KeepNote keeping={keeping} />
      )}
    </>
  );
}

/** Lists what is known of a proposal, and its source. */
function ItemFacts({ item }: { item: BallotItemOnPage }) {
  const { item: say, source } = useWords().meetings;
  const locale = useLocale();
  const votes = (["for", "against", "abstain", "brokerNonVotes"] as const).filter(
    (kind) => item.votes[kind] !== null,
  );
  const facts = [
    [say.number, item.number],
    [say.proponent, item.proponent],
    [say.board, item.board && say.recommendations[item.board]],
    [say.campaign, item.campaign && say.recommendations[item.campaign]],
  ] as const;
  return (
    <div className="cols ruled">
      <section aria-labelledby="facts">
        <h2 id="facts">{say.facts}</h2>
        <dl className="facts ruled">
          {facts.map(([term, detail]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail ?? <span className="muted">{say.notKnown}</span>}</dd>
            </div>
          ))}
          {votes.map((kind) => (
            <div key={kind}>
              <dt>{say.votes[kind]}</dt>
              <dd className="time">{formatVotes(locale, item.votes[kind])}</dd>
            </div>
          ))}
          {item.status === "voted" && (
            <div>
              <dt>{say.result}</dt>
              <dd>
                <ItemResult result={item.result} />
                {item.result.kind === "exact" && <span className="muted small"> {say.resultHow}</span>}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={item.source} />
      </section>
    </div>
  );
}
