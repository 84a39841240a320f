import {
  findUndoable,
  type Undoable,
  type UndoneKind,
  undoEntry,
} from "#app/domain/upkeep/undo-entry.server.ts";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { limitRate, notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { openToken } from "#app/lib/token.server.ts";
import { Button } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import personal from "#app/ui/styles/personal.css?url";

const kinds: readonly UndoneKind[] = ["signature", "pledge", "letter"];

/** The entry that a link undoes; 404 if there is none, or after seven days. */
function openUndo({ env }: AppLoadContext, token: string | undefined) {
  for (const kind of kinds) {
    const opened = openToken(env.keys, `undo-${kind}`, token ?? "", new Date());
    if (opened.outcome === "valid") return { kind, publicId: opened.subject };
  }
  throw notFound();
}

/** Asks before anything changes, since email scanners open links. Shows nothing of what is held. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const entry = openUndo(context, params.token);
  const found = await findUndoable(context.db, context.env.keys, entry, new Date());
  const what = found && whatOf(found, entry.kind);
  const { undo } = words(context.locale).personal;
  const title = what ? undo.ask[what].title : undo.nothing[entry.kind];
  return { what, title, examples: context.env.localMode };
}

export async function action({ params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const entry = openUndo(context, params.token);
  const undone = await undoEntry(context.db, context.env.keys, entry, new Date());
  return { undone: undone && whatOf(undone, entry.kind) };
}

const whatOf = (undone: Undoable, kind: UndoneKind) => (undone === "change" ? undone : kind);

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Undo() {
  const { what, title, examples } = useLoaderData<typeof loader>();
  const undone = useActionData<typeof action>()?.undone ?? null;
  const { undo, manage } = useWords().personal;
  const to = useLocalizedPath();
  return (
    <Page campaign={null} examples={examples}>
      <h1>{undone ? undo.done[undone] : title}</h1>
      {what && !undone && (
        <>
          <p className="standfirst">{undo.ask[what].text}</p>
          <form method="post" className="gap">
            <Button variant="act">{undo.ask[what].button}</Button>
          </form>
        </>
      )}
      {undone && (
        <>
          <p className="standfirst">{undone === "change" ? undo.doneChange : undo.doneText}</p>
          <p className="gap">
            <a href={to("/manage")}>{manage.askTitle}</a>
          </p>
        </>
      )}
    </Page>
  );
}
