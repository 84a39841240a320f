import { z } from "zod";
import {
  countModeration,
  listModeration,
  type QueueCursor,
} from "#app/domain/moderation/list-moderation.server.ts";
import {
  hideLetter,
  publishLetter,
  refuseLetter,
  releaseLetter,
} from "#app/domain/moderation/moderate-letter.server.ts";
import {
  hidingReasons,
  letterRefusalReasons,
  type ModerationKind,
  moderationKinds,
} from "#app/domain/moderation/moderation.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { PageLinks } from "#app/ui/console/page-links.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { WaitingLetterPart } from "./waiting-letter.tsx";

/** Loads one kind of what waits; by default the first that has any. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const place = readPlace(args.request.url);
  const counts = await countModeration(db, scope);
  const kind = place.kind ?? moderationKinds.find((each) => counts[each] > 0) ?? "held";
  const page = await listModeration(db, scope, kind, place.cursor);
  const view = { rows: page.letters.length, filter: { state: kind }, paged: place.cursor !== null };
  await noteListView(db, scope, { list: "moderation", ...view });
  return { slug: campaign.slug, counts, kind, cursor: place.cursor, done: place.done, ...page };
}

/** Does what the button says to one letter, and leads back to where the organizer was in the queue. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const form = await parseForm(args.request, Fields);
  if (!form.ok) return undo("form", null, 422);
  const { letter: publicId, seen, decision, refusal, hiding } = form.value;
  const { db, env, wakeMail } = args.context;
  const reviewed = { scope, publicId, seen };

  const decide = async () => {
    switch (decision) {
      case "release":
        return releaseLetter(db, env.keys, reviewed);
      case "publish":
        return publishLetter(db, env.keys, reviewed);
      case "refuse":
        return refusal ? refuseLetter(db, env.keys, { ...reviewed, reason: refusal }) : null;
      case "hide":
        return hiding ? hideLetter(db, env.keys, { ...reviewed, reason: hiding }) : null;
    }
  };
  const decided = await decide();
  if (!decided) return undo("reason-missing", publicId, 422);
  if (decided.outcome === "changed") return undo("changed", publicId, 409);
  wakeMail();
  const place = { ...readPlace(args.request.url), done: decided.outcome };
  return redirect(`/organize/c/${campaign.slug}/letters/moderation${placeAddress(place)}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Moderation · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Moderation() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { moderation: say } = useWords().lettersPublic;
  const { kind, letters, slug } = page;
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.undone, answer?.undone)} />
      <Kinds counts={page.counts} kind={kind} />
      <p className="gap measure">{say.means[kind]}</p>
      {letters.length === 0 ? (
        <Nothing kind={kind} paged={page.cursor !== null} />
      ) : (
        <>
          <ol className="queue list major">
            {letters.map((letter) => (
              <WaitingLetterPart
                key={letter.publicId}
                slug={slug}
                letter={letter}
                at={placeAddress({ kind, cursor: page.cursor })}
                failed={answer?.letter === letter.publicId ? answer.undone : null}
              />
            ))}
          </ol>
          <p className="small muted measure">{say.sharedMeans}</p>
        </>
      )}
      <Pages before={page.before} after={page.after} kind={kind} />
    </>
  );
}

type KindsProps = { counts: Record<ModerationKind, number>; kind: ModerationKind };

function Kinds({ counts, kind }: KindsProps) {
  const { moderation: say } = useWords().lettersPublic;
  const locale = useLocale();
  return (
    <nav className="tabs" aria-label={say.kindsLabel}>
      {moderationKinds.map((each) => (
        <Link key={each} to={placeAddress({ kind: each })} aria-current={each === kind ? "page" : undefined}>
          {say.kinds[each]}
          <span className="num">{formatNumber(locale, counts[each])}</span>
        </Link>
      ))}
    </nav>
  );
}

function Nothing({ kind, paged }: { kind: ModerationKind; paged: boolean }) {
  const { empty } = useWords().lettersPublic.moderation;
  return (
    <Blank title={empty[kind].title} text={paged ? empty.page : empty[kind].text}>
      {paged && <Link to={placeAddress({ kind })}>{empty.first}</Link>}
    </Blank>
  );
}

type PagesProps = { before: string | null; after: string | null; kind: ModerationKind };

function Pages({ before, after, kind }: PagesProps) {
  const { moderation: say } = useWords().lettersPublic;
  if (before === null && after === null) return null;
  const pageOn = (side: "before" | "after", than: string) => placeAddress({ kind, cursor: { side, than } });
  return (
    <PageLinks
      label={say.pages}
      sides={[
        { label: say.before, to: before && pageOn("before", before), rel: "prev" },
        { label: say.after, to: after && pageOn("after", after), rel: "next" },
      ]}
    />
  );
}

const Fields = z.object({
  letter: z.uuid(),
  seen: z.string().max(100),
  decision: z.enum(["release", "refuse", "publish", "hide"]),
  refusal: z.enum(letterRefusalReasons).or(z.literal("")).optional(),
  hiding: z.enum(hidingReasons).or(z.literal("")).optional(),
});

/** `letter`: the one whose button was pressed. `undone`: a key of `lettersPublic.moderation.undone`. */
type Undone = { undone: string; letter: string | null };
const undo = (undone: string, letter: string | null, status: number) =>
  data<Undone>({ undone, letter }, { status });

/** The queue's address: a kind, the position in it, and what the last button did. */
type Place = { kind: ModerationKind | null; cursor: QueueCursor | null; done: string | null };

/** Reads an address's place. Unreadable values count as not given. */
function readPlace(url: string): Place {
  const { searchParams: search } = new URL(url);
  const side = search.has("before") ? "before" : "after";
  const than = search.get(side) ?? "";
  return {
    kind: moderationKinds.find((kind) => kind === search.get("kind")) ?? null,
    cursor: isUuid(than) ? { side, than } : null,
    done: search.get("done"),
  };
}

function placeAddress({ kind = null, cursor = null, done = null }: Partial<Place>): string {
  const search = new URLSearchParams();
  if (kind) search.set("kind", kind);
  if (cursor) search.set(cursor.side, cursor.than);
  if (done) search.set("done", done);
  return `?${search}`;
}
