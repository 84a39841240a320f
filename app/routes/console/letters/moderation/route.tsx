import { countModeration, listModeration } from "#app/domain/moderation/list-moderation.server.ts";
import { type ModerationKind, moderationKinds } from "#app/domain/moderation/moderation.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { PageLinks } from "#app/ui/console/page-links.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-moderation.css?url";
import { act } from "./act.server.ts";
import { placeAddress, readPlace } from "./place.ts";
import { WaitingLetterPart } from "./waiting-letter.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

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

export const action = (args: ActionFunctionArgs) => act(args);

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
      <p className="queue-means">{say.means[kind]}</p>
      {letters.length === 0 ? (
        <Nothing kind={kind} paged={page.cursor !== null} />
      ) : (
        <>
          <ol className="queue">
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
          <p className="small muted queue-means">{say.sharedMeans}</p>
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
