import { mayDo } from "#app/domain/access/organizer.ts";
import { auditScopes } from "#app/domain/record/audit.ts";
import {
  type AuditFilter,
  findNewestSeal,
  type ListedEntry,
  listActors,
  listEntries,
} from "#app/domain/record/list-entries.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatAction, formatActor, formatDetails } from "#app/i18n/format-audit-entry.ts";
import { words } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { writeClock, writeDay, writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Pager } from "#app/ui/console/page-links.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { FilterForm } from "./filter-form.tsx";
import { auditAddress, readFilter } from "./read-filter.ts";

/** Loads the log: all of it for managers of the campaign, their own acts for others. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view");
  const { db } = args.context;
  const search = new URL(args.request.url).searchParams;
  const { filter, bad } = readFilter(search);
  const all = mayDo(campaign, "manage");
  const reader = { campaignId: campaign.id, organizerId: all ? null : scope.organizerId };
  const [page, actors, seal] = await Promise.all([
    listEntries(db, reader, filter),
    all ? listActors(db, campaign.id) : [],
    findNewestSeal(db),
  ]);
  return { slug: campaign.slug, all, filter, bad, actors, seal, proved: search.has("proved"), ...page };
}

/** Leads to the file, after reauthentication. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const asked = await reauthenticate(args, organizer, { kind: "export", campaignId: campaign.id });
  if (asked) return asked;
  return redirect(`/organize/c/${campaign.slug}/audit?proved#take`, 303);
}

export const meta: MetaFunction = () => [{ title: words("en").audit.meta }];

export { ConsoleError as ErrorBoundary };

export default function Audit() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { audit: say } = useWords();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const { filter, entries, all, actors, bad } = page;
  const narrowed = [filter.who, filter.kind, filter.from, filter.to, filter.subject].some(
    (each) => each !== null,
  );
  return (
    <>
      <PageHead title={say.title} text={all ? say.text : say.ownOnly} />
      <nav className="tabs" aria-label={say.scopesLabel}>
        {auditScopes.map((scope) => (
          <Link
            key={scope}
            to={auditAddress({ scope })}
            aria-current={scope === filter.scope ? "page" : undefined}
          >
            {say.scopes[scope]}
          </Link>
        ))}
      </nav>
      <FilterForm filter={filter} actors={actors} narrowed={narrowed} all={all} />
      {bad && <p className="problem">{say.filter.problem}</p>}
      {entries.length === 0 ? (
        <Blank title={say.empty.title} text={narrowed || filter.cursor ? say.empty.text : say.empty.none} />
      ) : (
        <>
          <EntryTable entries={entries} filter={filter} />
          <Pager
            newer={page.newer === null ? null : String(page.newer)}
            older={page.older === null ? null : String(page.older)}
            rows={entries.length}
            addressOf={(side, than) => auditAddress({ ...filter, cursor: { side, than: Number(than) } })}
          />
        </>
      )}
      <div className="cols even gap-large">
        <SealPart seal={page.seal} />
        {all && <TakePart slug={page.slug} proved={page.proved} />}
      </div>
    </>
  );
}

type Seal = ReturnType<typeof useLoaderData<typeof loader>>["seal"];

function SealPart({ seal }: { seal: Seal }) {
  const { seal: say } = useWords().audit;
  return (
    <section>
      <h2>{say.heading}</h2>
      {seal === null ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p>
            {say.newest(seal.id, writeMoment(seal.sealedAt))} {seal.waiting && say.waiting}
          </p>
          <ShortHash sha256={seal.sha256} />
        </>
      )}
      <p className="small muted gap">{say.text}</p>
    </section>
  );
}

function TakePart({ slug, proved }: { slug: string; proved: boolean }) {
  const { exporting: say, seal } = useWords().audit;
  return (
    <section id="take">
      <h2>{say.heading}</h2>
      <p>{say.text}</p>
      {proved ? (
        <>
          <p role="status">{say.confirm}</p>
          <p className="acts">
            <ButtonLink variant="act" href={`/organize/c/${slug}/audit/log.csv`}>
              {say.button}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Form method="post" action="?" className="acts">
          <Button name="intent" value="export">
            {say.button}
          </Button>
        </Form>
      )}
      <p className="small muted gap">{seal.check}</p>
    </section>
  );
}

/** Lists events by day, newest first. */
function EntryTable({ entries, filter }: { entries: readonly ListedEntry[]; filter: AuditFilter }) {
  const { audit: say } = useWords();
  const days = new Map<string, ListedEntry[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <table className="audit-log">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-24">
            {say.columns.at}
          </th>
          <th scope="col">{say.columns.what}</th>
          <th scope="col" className="wide">
            {say.columns.from}
          </th>
          <th scope="col" className="wide">
            {say.columns.seal}
          </th>
        </tr>
      </thead>
      {[...days].map(([day, of]) => (
        <tbody key={day}>
          <tr className="day">
            <th scope="rowgroup" colSpan={4}>
              <time dateTime={day}>{writeDay(day)}</time>
            </th>
          </tr>
          {of.map((entry) => (
            <EntryRow key={entry.id} entry={entry} filter={filter} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function EntryRow({ entry, filter }: { entry: ListedEntry; filter: AuditFilter }) {
  const { audit: say } = useWords();
  const { at, actor, name, action, detail, subject, from, sealed } = entry;
  const who = formatActor(say, actor, name);
  return (
    <tr>
      <td className="time">
        <time dateTime={at}>{writeClock(at)}</time>
      </td>
      <td>
        <p>
          <b>{who}</b> {formatAction(say, action, detail)}.
        </p>
        <Details detail={detail} />
        {subject && subject !== filter.subject && (
          <p className="small">
            <Link to={auditAddress({ scope: filter.scope, subject })}>{say.showSubject}</Link>
          </p>
        )}
      </td>
      <td className="wide">
        {from ? (
          <span className="hash" title={say.fromTitle}>
            {from.slice(0, 8)}
          </span>
        ) : (
          <span className="muted small">{say.noFrom}</span>
        )}
      </td>
      <td className="wide small muted">{sealed ? say.sealed : say.waiting}</td>
    </tr>
  );
}

/** What the entry's sentence leaves out. */
function Details({ detail }: { detail: Record<string, unknown> }) {
  const facts = formatDetails(useWords().audit, useLocale(), detail);
  if (facts.length === 0) return null;
  return (
    <ul className="cluster loose small muted">
      {facts.map(({ name, value }) => (
        <li key={name}>
          {name}: <span>{value}</span>
        </li>
      ))}
    </ul>
  );
}
