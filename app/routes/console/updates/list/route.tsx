import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import {
  type After,
  daysAtMost,
  type SeriesAct,
  seriesActs,
} from "#app/domain/outgoing/updates/audience/acts.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { type AudienceSize, roundAudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { type ListedUpdate, listUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { Moment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { StageLabel } from "#app/ui/console/stage-label.tsx";
import { Select } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, useLoaderData } from "#app/ui/remix.ts";
import updateStyles from "#app/ui/styles/console-updates.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: updateStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const updates = await listUpdates(args.context.db, campaign.id);
  const maySeeNames = mayDo(campaign, "view-names");
  return {
    slug: campaign.slug,
    updates: updates.map(({ audienceSize: size, ...update }) => ({
      ...update,
      reached:
        size === null ? null : roundAudienceSize(size, { ...everyone, after: update.after }, maySeeNames),
    })),
    mayWrite: mayDo(campaign, "write"),
    /** Id of the draft that the button makes, so that pressing twice makes one. */
    draftId: randomUUID(),
  };
}

/** `after`: begins an email that goes by itself, `days` after that act. */
const NewDraft = z.object({
  draft: z.uuid(),
  after: z.enum(seriesActs).optional(),
  days: z.coerce.number().int().min(1).max(daysAtMost).catch(3),
});

/** Begins a draft and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, actor } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, NewDraft);
  if (!form.ok) throw new Response("Unprocessable", { status: 422 });
  const { draft: publicId, after: act, days } = form.value;
  const after = act ? { act, days, unless: null } : null;
  unlessGone(await createDraft(args.context.db, { campaignId: campaign.id, publicId, actor, after }));
  return redirect(`/organize/c/${campaign.slug}/updates/${publicId}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Updates · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Updates() {
  const { slug, updates, mayWrite, draftId } = useLoaderData<typeof loader>();
  const { list: say } = useWords().updates;
  const once = updates.filter(({ after }) => after === null);
  const write = mayWrite && (
    <Form method="post">
      <input type="hidden" name="draft" value={draftId} />
      <Button variant="act">{say.write}</Button>
    </Form>
  );
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        {updates.length > 0 && write && <div className="acts">{write}</div>}
      </PageHead>
      {once.length > 0 && <UpdateTable slug={slug} updates={once} />}
      {updates.length === 0 && (
        <div className="blank">
          <h2>{say.empty.title}</h2>
          <p>{say.empty.text}</p>
          {write ? <div className="acts">{write}</div> : <p>{say.empty.read}</p>}
        </div>
      )}
      <Series slug={slug} updates={updates} draftId={mayWrite ? draftId : null} />
    </>
  );
}

type Listed = Omit<ListedUpdate, "audienceSize"> & { reached: AudienceSize | null };
type SeriesProps = {
  slug: string;
  updates: readonly Listed[];
  /** Id of the draft that its form begins; null for who may not write. */
  draftId: string | null;
};

/** Lists emails that go by themselves: a table for each act, in the order they go, those that ended last. */
function Series({ slug, updates, draftId }: SeriesProps) {
  const { byItself: say } = useWords().updates;
  const steps = updates.flatMap(({ after, ...update }) => (after ? [{ ...update, after }] : []));
  if (steps.length === 0 && draftId === null) return null;
  const isOver = ({ stage }: Listed) => Number(stage === "sent" || stage === "cancelled");
  return (
    <section className="mt-10" aria-labelledby="series">
      <h2 id="series">{say.series}</h2>
      <p className="muted">{say.text}</p>
      {seriesActs.map((act) => {
        const ofAct = steps
          .filter(({ after }) => after.act === act)
          .sort((a, b) => isOver(a) - isOver(b) || a.after.days - b.after.days || a.number - b.number);
        return ofAct.length > 0 && <StepTable key={act} act={act} slug={slug} steps={ofAct} />;
      })}
      {draftId !== null && (
        <Form method="post" className="stack mt-6">
          <input type="hidden" name="draft" value={draftId} />
          <Select name="after" label={say.beginAfter}>
            {seriesActs.map((act) => (
              <option key={act} value={act}>
                {say.acts[act].someone}
              </option>
            ))}
          </Select>
          <Button>{say.begin}</Button>
        </Form>
      )}
    </section>
  );
}

type StepTableProps = { act: SeriesAct; slug: string; steps: readonly (Listed & { after: After })[] };

function StepTable({ act, slug, steps }: StepTableProps) {
  const { byItself: say, list } = useWords().updates;
  return (
    <>
      <h3 className="mt-6">{say.heading(act)}</h3>
      <table className="stick update-list">
        <caption className="vh">{say.caption(act)}</caption>
        <thead>
          <tr>
            <th className="wide w-70">{say.columns.when}</th>
            <th>{say.columns.subject}</th>
            <th className="state min-[760px]:w-42">{say.columns.state}</th>
            <th className="num min-[760px]:w-26">{say.columns.people}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ after, publicId, subject, stage, reached }) => (
            <tr key={publicId}>
              <td className="wide">{say.short(after)}</td>
              <td>
                <a href={`/organize/c/${slug}/updates/${publicId}`}>{subject || list.noSubject}</a>
                <span className="narrow small muted">{say.short(after)}</span>
              </td>
              <td className="state">
                <StageLabel stage={reached && stage === "cancelled" ? "sent" : stage} byItself />
              </td>
              <td className="num">
                <Reached reached={reached} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Counts its people, as exactly as this organizer may know. */
function Reached({ reached }: Pick<Listed, "reached">) {
  const { list: say, byItself } = useWords().updates;
  const locale = useLocale();
  if (reached) {
    const number = formatNumber(locale, reached.people);
    return <>{reached.isRounded ? byItself.brought.rounded(reached.people, number) : number}</>;
  }
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="vh">{say.notFixed}</span>
    </span>
  );
}

/** Lists the campaign's updates with state, newest first. */
function UpdateTable({ slug, updates }: { slug: string; updates: readonly Listed[] }) {
  const { list: say } = useWords().updates;
  const { columns } = say;
  return (
    <table className="stick update-list">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="wide w-14">{columns.number}</th>
          <th>{columns.subject}</th>
          <th className="state min-[760px]:w-42">{columns.state}</th>
          <th className="num min-[760px]:w-26">{columns.people}</th>
          <th className="wide w-42">{columns.when}</th>
          <th className="wide w-40">{columns.who}</th>
        </tr>
      </thead>
      <tbody>
        {updates.map((update) => (
          <tr key={update.publicId}>
            <td className="wide muted">{update.number}</td>
            <td>
              <a href={`/organize/c/${slug}/updates/${update.publicId}`}>{update.subject || say.noSubject}</a>
              <span className="narrow small muted">
                <Moment at={update.at} />
              </span>
            </td>
            <td className="state">
              <StageLabel stage={update.stage} byItself={false} />
            </td>
            <td className="num">
              <Reached reached={update.reached} />
            </td>
            <td className="wide">
              <Moment at={update.at} />
            </td>
            <td className="wide">{update.author ?? <span className="muted">{say.operator}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
