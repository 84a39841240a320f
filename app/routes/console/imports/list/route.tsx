import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { isAtWork } from "#app/domain/entries/imports/import.ts";
import { listImports } from "#app/domain/entries/imports/queries.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-exchange.css?url";
import { type Answer, act } from "./act.server.ts";
import { PastImports } from "./past-imports.tsx";
import { UploadForm } from "./upload-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const [imports, frozen, { imported, onPaper }] = await Promise.all([
    listImports(db, campaign.id),
    isFrozen(db, campaign.id),
    readCounts(db, campaign.id),
  ]);
  return {
    slug: campaign.slug,
    frozen,
    apart: { imported, onPaper },
    done: new URL(args.request.url).searchParams.get("done"),
    imports: imports.map(({ publicId, number, format, state, by, createdAt, added, known, refused }) => ({
      publicId,
      number,
      format,
      state,
      by,
      added,
      known,
      refused,
      at: writeMoment(createdAt),
    })),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Imports · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Imports() {
  const { slug, frozen, done, imports, apart } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { imports: say } = useWords();
  useWatch(imports.some(({ state }) => isAtWork(state)));
  const problem = answer?.problem === "frozen" ? say.frozen : wordOf(say.problems, answer?.problem);
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={wordOf(say.done, done)} refused={frozen ? say.frozen : undefined} />
      {!frozen && <UploadForm format={answer?.format ?? null} problem={problem} />}
      <PastImports slug={slug} imports={imports} apart={apart} />
    </>
  );
}
