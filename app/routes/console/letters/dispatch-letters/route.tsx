import { useRef } from "react";
import { z } from "zod";
import { letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import { refuseLetter } from "#app/domain/moderation/refuse-letter.server.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { Openings } from "#app/ui/console/openings.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-moderation.css?url";
import { LetterToRead } from "./letter-to-read.tsx";
import { load } from "./load.server.ts";
import { Pages } from "./pages.tsx";
import { pageAddress, readCursor } from "./place.ts";
import { useLetterKeys } from "./use-letter-keys.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = (args: LoaderFunctionArgs) => load(args);

const Refusal = z.object({
  letter: z.uuid(),
  seen: z.string().max(100),
  refusal: z.enum(letterRefusalReasons).or(z.literal("")),
});

/** `letter`: the one whose button was pressed. `undone`: a key of `lettersPublic.moderation.undone`. */
type Undone = { undone: string; letter: string | null };
const undo = (undone: string, letter: string | null, status: number) =>
  data<Undone>({ undone, letter }, { status });

/** Takes one letter out of the dispatch: it is not delivered at all, and its writer learns why. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db, env, wakeMail } = args.context;
  const dispatch = await findDispatch(db, campaign.id, args.params.dispatch ?? "");
  if (!dispatch) throw notFound();
  const form = await parseForm(args.request, Refusal);
  if (!form.ok) return undo("form", null, 422);
  const { letter: publicId, seen, refusal: reason } = form.value;
  if (reason === "") return undo("reason-missing", publicId, 422);
  const { outcome } = await refuseLetter(db, env.keys, { scope, publicId, seen, reason });
  if (outcome === "changed") return undo(outcome, publicId, 409);
  wakeMail();
  const page = `/organize/c/${campaign.slug}/letters/dispatches/${dispatch.publicId}/letters`;
  return redirect(page + pageAddress(readCursor(args.request.url), outcome), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { letters } = words("en").letterConsole.dispatches;
  return [{ title: data ? `${letters.title(data.number)} · Undersigned` : "Undersigned" }];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Letters() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { letterConsole, lettersPublic } = useWords();
  const { letters: say, crumb } = letterConsole.dispatches;
  const { undone } = lettersPublic.moderation;
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = useLetterKeys(list);
  const dispatches = `/organize/c/${page.slug}/letters/dispatches`;
  return (
    <>
      <p className="crumb">
        <Link to={dispatches}>{crumb}</Link> /{" "}
        <Link to={`${dispatches}/${page.publicId}`}>{page.number}</Link> / {say.crumb}
      </p>
      <PageHead title={say.title(page.number)} text={say.text} />
      <DoneNote done={answer ? null : wordOf(say.done, page.done)} refused={wordOf(undone, answer?.undone)} />
      <Openings openings={page.openings} me={page.me} />
      {page.letters.length === 0 ? (
        <Blank title={say.none.title} text={say.none.text} />
      ) : (
        <>
          <p className="small muted queue-keys">{say.keys}</p>
          <ol className="queue" ref={list} onKeyDown={onKeyDown}>
            {page.letters.map((letter) => (
              <LetterToRead
                key={letter.publicId}
                letter={letter}
                page={page}
                failed={answer?.letter === letter.publicId ? answer.undone : null}
              />
            ))}
          </ol>
        </>
      )}
      <Pages before={page.before} after={page.after} />
    </>
  );
}
