import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { restoreChange } from "#app/domain/campaign/history/restore-change.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ChangeList } from "#app/ui/editing/change-list.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";

const things = ["campaign", "claim", "petition", "correction", "translation"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { searchParams } = new URL(args.request.url);
  const thing = things.find((one) => one === searchParams.get("thing")) ?? null;
  const numberOf = (name: string) =>
    /^\d{1,15}$/.test(searchParams.get(name) ?? "") ? Number(searchParams.get(name)) : null;
  const page = { thing, thingId: thing === null ? null : numberOf("id"), before: numberOf("before") };
  return {
    slug: campaign.slug,
    ...page,
    ...(await listChanges(args.context.db, campaign.id, page)),
    mayWrite: mayDo(campaign, "write"),
  };
}

const Restore = z.object({ change: z.string().regex(/^\d{1,15}$/) });

/** Restores the words before an edit, as a draft. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, Restore);
  if (!form.ok) return data({ refused: "unreadable" }, { status: 422 });
  const changeId = Number(form.value.change);
  const restored = unlessGone(await restoreChange(args.context.db, { ...on, changeId }));
  if (restored.outcome !== "restored") return data({ refused: restored.outcome }, { status: 409 });
  const base = `/organize/c/${campaign.slug}/edit`;
  const page =
    restored.thing === "claim"
      ? `claims/${restored.id}`
      : restored.thing === "petition"
        ? "petition"
        : "page";
  return redirect(`${base}/${page}?done=restored`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.history} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function History() {
  const { slug, thing, thingId, changes, next, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refused: string } | undefined;
  const { editing: say } = useWords();
  const base = `/organize/c/${slug}/edit/history`;
  const narrowed = thing === null ? "" : `&thing=${thing}${thingId === null ? "" : `&id=${thingId}`}`;
  return (
    <>
      <DoneNote done={null} refused={wordOf(say.refused, answer?.refused)} />
      <p className="muted">{say.history.text}</p>
      {thing !== null && (
        <p>
          {say.history.of(
            thing === "claim" ? say.history.things.claim(thingId ?? 0) : say.history.things[thing],
          )}{" "}
          <a href={base}>{say.history.allOfIt}</a>
        </p>
      )}
      <ChangeList slug={slug} changes={changes} mayWrite={mayWrite} />
      {next !== null && (
        <p className="gap">
          <a href={`${base}?before=${next}${narrowed}`}>{say.history.older}</a>
        </p>
      )}
    </>
  );
}
