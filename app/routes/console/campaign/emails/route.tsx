import { mayDo } from "#app/domain/access/organizer.ts";
import { listTroubles, type TroubleFilter } from "#app/domain/outbox/outcomes/list-troubles.server.ts";
import { mailKindNames, troubles } from "#app/domain/outbox/trouble.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Pager } from "#app/ui/console/pager.tsx";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-audit.css?url";
import { MailTable } from "./mail-table.tsx";
import { readFilter, troublesAddress } from "./read-filter.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Loads failed emails for the whole team; recipients only for those who may see names, which is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view");
  const { db } = args.context;
  const filter = readFilter(new URL(args.request.url).searchParams);
  const names = mayDo(campaign, "view-names");
  const page = await listTroubles(db, { campaignId: campaign.id, names }, filter);
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
            addressOf={(side, than) => troublesAddress({ ...filter, cursor: { side, than: Number(than) } })}
          />
          <p className="small muted">{say.settle}</p>
        </>
      )}
    </>
  );
}

/** Filters the list; the filter is in the address. */
function FilterForm({ filter, narrowed }: { filter: TroubleFilter; narrowed: boolean }) {
  const { filter: say, states, kinds } = useWords().failedEmails;
  return (
    <Form method="get" className="audit-filter" key={troublesAddress(filter)}>
      <Select name="state" label={say.state} defaultValue={filter.state ?? ""}>
        <option value="">{say.all}</option>
        {troubles.map((state) => (
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
