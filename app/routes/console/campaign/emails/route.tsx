import { mayDo } from "#app/domain/access/organizer.ts";
import { failedStates, mailKindNames } from "#app/domain/outbox/failed-email.ts";
import {
  type FailedEmail,
  type FailedEmailFilter,
  listFailedEmails,
} from "#app/domain/outbox/outcomes/list-failed-emails.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatDate, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { clockTime } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Pager } from "#app/ui/console/page-links.tsx";
import { Select } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useLoaderData } from "#app/ui/remix.ts";

/** Loads failed emails for the whole team; recipients only for those who may see names, which is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view");
  const { db } = args.context;
  const filter = readFilter(new URL(args.request.url).searchParams);
  const names = mayDo(campaign, "view-names");
  const page = await listFailedEmails(db, { campaignId: campaign.id, names }, filter);
  const rows = page.mails.filter(({ person }) => person !== null).length;
  if (rows > 0) {
    const { state, kind, cursor } = filter;
    await noteListView(db, scope, {
      list: "deliveries",
      rows,
      filter: { state, kind },
      paged: cursor !== null,
    });
  }
  return { ...page, filter, names, base: `/organize/c/${campaign.slug}` };
}

export const meta: MetaFunction = () => [{ title: words("en").failedEmails.meta }];

export { ConsoleError as ErrorBoundary };

export default function FailedEmails() {
  const { mails, filter, names, base, newer, older } = useLoaderData<typeof loader>();
  const { failedEmails: say } = useWords();
  const narrowed = filter.state !== null || filter.kind !== null;
  return (
    <>
      <PageHead
        title={say.title}
        text={
          <>
            {say.text} {!names && say.noNames}
          </>
        }
      />
      {(mails.length > 0 || narrowed) && <FilterForm filter={filter} narrowed={narrowed} />}
      {mails.length === 0 ? (
        <Blank title={say.empty.title} text={narrowed || filter.cursor ? say.empty.text : say.empty.none} />
      ) : (
        <>
          <MailTable mails={mails} base={base} />
          <Pager
            newer={newer === null ? null : String(newer)}
            older={older === null ? null : String(older)}
            rows={mails.length}
            addressOf={(side, than) =>
              failedEmailsAddress({ ...filter, cursor: { side, than: Number(than) } })
            }
          />
          <p className="small muted">{say.settle}</p>
        </>
      )}
    </>
  );
}

/** Filters the list; the filter is in the address. */
function FilterForm({ filter, narrowed }: { filter: FailedEmailFilter; narrowed: boolean }) {
  const { filter: say, states, kinds } = useWords().failedEmails;
  return (
    <Form method="get" className="filters fields compact" key={failedEmailsAddress(filter)}>
      <Select name="state" label={say.state} defaultValue={filter.state ?? ""}>
        <option value="">{say.all}</option>
        {failedStates.map((state) => (
          <option key={state} value={state}>
            {states[state]}
          </option>
        ))}
      </Select>
      <Select name="kind" label={say.kind} defaultValue={filter.kind ?? ""}>
        <option value="">{say.all}</option>
        {mailKindNames.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </Select>
      <div className="acts">
        <Button>{say.apply}</Button>
        {narrowed && (
          <Link to="." className="clear">
            {say.clear}
          </Link>
        )}
      </div>
    </Form>
  );
}

type MailTableProps = { mails: readonly FailedEmail[]; base: string };

/** Lists emails by the day they failed, newest first. */
function MailTable({ mails, base }: MailTableProps) {
  const { failedEmails: say } = useWords();
  const locale = useLocale();
  const days = new Map<string, FailedEmail[]>();
  for (const mail of mails) {
    const day = mail.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), mail]);
  }
  return (
    <table className="audit-log">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-24">
            {say.columns.at}
          </th>
          <th scope="col">{say.columns.became}</th>
        </tr>
      </thead>
      {[...days].map(([day, of]) => (
        <tbody key={day}>
          <tr className="day">
            <th scope="rowgroup" colSpan={2}>
              <time dateTime={day}>{formatDate(locale, day)}</time>
            </th>
          </tr>
          {of.map((mail) => (
            <MailRow key={mail.id} mail={mail} base={base} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** One failed email: what it was, what happened and why, and its recipient if the reader may see them. */
function MailRow({ mail, base }: { mail: FailedEmail; base: string }) {
  const { failedEmails: say, updates } = useWords();
  const { state, problem, attempts, tag, role, person, at } = mail;
  const known: Record<string, string> = updates.problems.codes;
  const why = problem === null ? null : (known[problem] ?? say.unknownCode(problem));
  return (
    <tr>
      <td className="time">
        <time dateTime={at}>{clockTime(at)}</time>
      </td>
      <td>
        <p>
          <b>{say.states[state]}</b> · <About mail={mail} base={base} />
        </p>
        {why && <p className="small">{why}</p>}
        <ul className="cluster small muted">
          {person ? (
            <li>
              {person.name}, <span>{person.address}</span>
            </li>
          ) : (
            role && <li>{role}</li>
          )}
          {attempts > 1 && <li>{say.attempts(attempts)}</li>}
          {state === "unknown" && (
            <li>
              {say.tag} <span>{tag}</span>
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}

function About({ mail: { kind, about }, base }: { mail: FailedEmail; base: string }) {
  const { failedEmails: say } = useWords();
  if (about && kind === "update")
    return <Link to={`${base}/updates/${about.publicId}`}>{say.update(about.number)}</Link>;
  if (about && kind === "company")
    return <Link to={`${base}/letters/dispatches/${about.publicId}`}>{say.dispatch(about.number)}</Link>;
  return say.kinds[kind];
}

/** Reads the filter in the address; ignores what it does not know. */
function readFilter(search: URLSearchParams): FailedEmailFilter {
  const cursor = (["newer", "older"] as const).flatMap((side) => {
    const than = search.get(side);
    return than !== null && /^[1-9]\d{0,14}$/.test(than) ? [{ side, than: Number(than) }] : [];
  })[0];
  return {
    state: failedStates.find((one) => one === search.get("state")) ?? null,
    kind: mailKindNames.find((one) => one === search.get("kind")) ?? null,
    cursor: cursor ?? null,
  };
}

/** Returns the address of a list page. */
function failedEmailsAddress({ state, kind, cursor }: FailedEmailFilter): string {
  const search = new URLSearchParams({
    ...(state && { state }),
    ...(kind && { kind }),
    ...(cursor && { [cursor.side]: String(cursor.than) }),
  });
  return search.size === 0 ? "." : `?${search}`;
}
