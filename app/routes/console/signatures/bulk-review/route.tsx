import { z } from "zod";
import type { ApprovalState } from "#app/domain/access/approving.ts";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { fillNote } from "#app/domain/review/bulk/bulk.ts";
import { bulkApproval } from "#app/domain/review/bulk/bulk-approval.ts";
import { previewBulk } from "#app/domain/review/bulk/bulk-matching.server.ts";
import { type ListedBulk, listBulks, listReviewBlocks } from "#app/domain/review/bulk/list-bulks.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApprovals } from "#app/domain/team/read-approvals.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { countryName, type Words } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";
import { Button } from "#app/ui/button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { act } from "./action.server.ts";
import { BulkForm } from "./bulk-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

/** A domain that the overview links to, as a condition that is not requested yet. */
const DomainAsked = z
  .string()
  .regex(/^\.?[a-z0-9.-]{3,253}$/)
  .nullable()
  .catch(null);
const anyCondition = { reason: null, country: null, source: null, block: null, from: null, to: null };

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const [bulks, stateOf, blocks] = await Promise.all([
    listBulks(db, campaign.id),
    readApprovalStates(db, scope, bulkApproval),
    listReviewBlocks(db, campaign.id),
  ]);
  const url = new URL(args.request.url);
  const domain = DomainAsked.parse(url.searchParams.get("domain"));
  const preview = domain ? await previewBulk(db, campaign.id, { ...anyCondition, domain }) : null;
  if (preview) await noteListView(db, scope, { list: "review", rows: preview.sample?.length ?? 0 });
  const me = scope.organizerId;
  const subjects = bulks.map(({ publicId }) => publicId);
  const asked = await readApprovals(db, { campaignId: campaign.id, kind: "bulk", subjects });
  return {
    blocks,
    sentBack: await listSentBack(db, { campaign, organizerId: me, kinds: ["bulk"] }),
    // Named here: browsers may name a country differently.
    countries: countryCodes.map((code) => [code, countryName("en", code)] as const),
    bulks: bulks.map((bulk) => ({
      ...bulk,
      waits: bulk.state === "asked" ? stateOf([bulk.askedById]) : null,
      asked: asked.get(bulk.publicId)?.asked ?? [],
    })),
    now: new Date().toISOString(),
    done: url.searchParams.get("done"),
    of: preview && { values: { domain }, preview },
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Invalidate by conditions · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Bulk() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const say = useWords().review.bulk;
  if (answer && "proof" in answer) return <Reauthenticate asked={answer.proof} />;
  const preview = answer && "preview" in answer ? answer.preview : answer ? null : page.of?.preview;
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        <Link to="../review">{say.back}</Link>
      </PageHead>
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.errors, answer?.error)} />
      <SentBackNotes sentBack={page.sentBack} />
      <BulkForm
        values={answer?.values ?? page.of?.values ?? {}}
        blocks={page.blocks}
        countries={page.countries}
        preview={preview ?? null}
      />
      <div className="block gap-large">
        <h2>{say.asked}</h2>
        {page.bulks.length === 0 && <p>{say.none}</p>}
        {page.bulks.map((bulk) => (
          <BulkEntry key={bulk.number} bulk={bulk} now={page.now} />
        ))}
      </div>
    </>
  );
}

/** True once it no longer invalidates: its note then says how many it did. */
const isOver = (state: ListedBulk["state"]) => !["counting", "asked", "expired", "running"].includes(state);

type BulkEntryProps = {
  bulk: ListedBulk & { waits: ApprovalState | null; asked: AskedApproval["asked"] };
  /** When this page was made. */
  now: string;
};

/** Shows one bulk invalidation: its conditions, its progress and its actions. */
function BulkEntry({ bulk, now }: BulkEntryProps) {
  const say = useWords().review.bulk;
  const { number, state, matched, invalidated } = bulk;
  const progress = matched === null ? say.states.counting : say.progress(invalidated, matched);
  return (
    <section className="block stack bulk" aria-label={say.number(number)}>
      <h3>
        {say.number(number)} {say.states[state]}
      </h3>
      <p>{meant(bulk, say)}</p>
      {matched !== null && (
        <p className="cluster">
          <progress max={Math.max(matched, 1)} value={invalidated} aria-label={progress} /> {progress}
        </p>
      )}
      {bulk.note && (
        <p className="small muted">{say.noted(fillNote(bulk.note, isOver(state) ? invalidated : matched))}</p>
      )}
      <p className="small muted">{say.by(bulk.askedBy, bulk.approvedBy, bulk.approvedAlone)}</p>
      {bulk.undoAskedBy !== null && <p className="small muted">{say.undoBy(bulk.undoAskedBy)}</p>}
      {bulk.waits && (
        <Approval
          state={bulk.waits}
          intent="approve"
          thing={{ kind: "bulk", subject: bulk.publicId }}
          fields={{ number, matched: matched ?? 0 }}
          asked={{ asked: bulk.asked, now }}
          say={{ ...say, own: say.own(bulk.waits.others) }}
        />
      )}
      <Form method="post" className="acts">
        <input type="hidden" name="number" value={number} />
        {(state === "counting" || state === "asked" || state === "running") && (
          <Button name="intent" value="cancel">
            {say.cancel}
          </Button>
        )}
        {(state === "done" || state === "cancelled") && invalidated > 0 && (
          <Button name="intent" value="undo">
            {say.undo}
          </Button>
        )}
      </Form>
    </section>
  );
}

function meant({ conditions }: ListedBulk, say: Words["review"]["bulk"]): string {
  return Object.entries(conditions)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      if (name === "block") return value === "gone" ? say.blockGone : say.blockMeant;
      return `${wordOf(say.names, name)} ${wordOf(say.reasons, value) ?? value}`;
    })
    .join("; ");
}
