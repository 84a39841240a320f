import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { z } from "zod";
import { refuseLetter } from "#app/domain/moderation/moderate-letter.server.ts";
import { letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import type { OpenedLetter } from "#app/domain/outgoing/dispatches/drafting/open-letters.server.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { LetterStateLabel } from "#app/ui/console/entry-state.tsx";
import { LetterViewers } from "#app/ui/console/letter-viewers.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { PageLinks } from "#app/ui/console/page-links.tsx";
import { RefuseLetter } from "#app/ui/console/refuse-letter.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData, useLocation, useNavigate } from "#app/ui/remix.ts";
import { pageAddress, readCursor } from "./address.ts";
import { type LettersPage, load } from "./load.server.ts";

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
  const dispatch = orNotFound(await findDispatch(db, campaign.id, args.params.dispatch ?? ""));
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
      <LetterViewers openings={page.openings} me={page.me} />
      {page.letters.length === 0 ? (
        <Blank title={say.none.title} text={say.none.text} />
      ) : (
        <>
          <p className="small muted">{say.keys}</p>
          <ol className="queue list major" ref={list} onKeyDown={onKeyDown}>
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

type LetterToReadProps = {
  letter: OpenedLetter;
  page: LettersPage;
  /** Why this letter's last button did nothing. */
  failed: string | null;
};

/** Shows a letter in full, with what screening finds in it marked, and the way out of the dispatch. */
function LetterToRead({ letter, page, failed }: LetterToReadProps) {
  const { letterConsole, lettersPublic } = useWords();
  const { letters: say } = letterConsole.dispatches;
  const { heldReasons } = lettersPublic.moderation;
  const { publicId, name, place, found, isOnHold, heldReason, releasedAt, releasedBy } = letter;
  const id = `letter-${publicId}`;
  const flagged = found ?? (isOnHold ? heldReason : null);
  return (
    <li>
      <article aria-labelledby={id} tabIndex={-1}>
        <header className="cluster queue-head mb-3">
          <h2 id={id}>
            {say.place(place, page.openings.letters)}{" "}
            <Link to={`/organize/c/${page.slug}/letters/${publicId}`}>{lettersPublic.read.of(name)}</Link>
          </h2>
          {flagged && <p className="kind k-stop">{heldReasons[flagged]}</p>}
        </header>
        <div className="cols">
          <div className="quote" lang={letter.locale} dir="auto">
            <Marked letter={letter} />
          </div>
          <div>
            <p>
              <LetterStateLabel state={letter.state} />
            </p>
            {isOnHold && <p className="small muted">{say.held}</p>}
            {releasedAt && (
              <p className="small muted">
                {say.released(releasedBy, writeMoment(releasedAt), heldReason && heldReasons[heldReason])}
              </p>
            )}
            {letter.tellsShares && <p className="small muted">{say.shares}</p>}
            {page.mayRefuse && !letter.handedOver && <TakeOut letter={letter} page={page} failed={failed} />}
          </div>
        </div>
      </article>
    </li>
  );
}

function Marked({ letter: { text, passage } }: Pick<LetterToReadProps, "letter">) {
  const sheet = text.trimEnd();
  if (!passage) return sheet;
  return (
    <>
      {sheet.slice(0, passage.start)}
      <mark>{sheet.slice(passage.start, passage.end)}</mark>
      {sheet.slice(passage.end)}
    </>
  );
}

function TakeOut({ letter: { publicId, seen }, page, failed }: LetterToReadProps) {
  const { letterConsole, lettersPublic } = useWords();
  const { letters: say } = letterConsole.dispatches;
  const { moderation } = lettersPublic;
  return (
    <Form method="post" action={page.at} className="block stack gap" preventScrollReset key={seen}>
      <input type="hidden" name="letter" value={publicId} />
      <input type="hidden" name="seen" value={seen} />
      <RefuseLetter
        id={publicId}
        field="refusal"
        reasons={letterRefusalReasons.map((reason) => [reason, moderation.refusals[reason]])}
        button={{ label: say.takeOut }}
        means={say.takeOutMeans}
        error={failed === "reason-missing" ? moderation.reasonMissing : null}
      />
    </Form>
  );
}

type PagesProps = { before: string | null; after: string | null };

function Pages({ before, after }: PagesProps) {
  const { letters: say } = useWords().letterConsole.dispatches;
  if (before === null && after === null) return null;
  return (
    <PageLinks
      label={say.pages}
      sides={[
        { label: say.before, to: before && pageAddress({ side: "before", than: before }), rel: "prev" },
        { label: say.after, to: after && pageAddress({ side: "after", than: after }), rel: "next" },
      ]}
    />
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };

/**
 * Handles keys while the focus is in a list of letters: j and right arrow go to the next letter, k and left
 * arrow to the previous one, at the ends to the next or previous page. In a field, keys work as usual.
 */
function useLetterKeys(list: RefObject<HTMLElement | null>) {
  const navigate = useNavigate();
  const { key, state } = useLocation();
  const focused = (state as { focus?: "first" | "last" } | null)?.focus;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that keys led to begins at its end
  useEffect(() => {
    if (!focused) return;
    const articles = lettersIn(list.current);
    articles.at(focused === "first" ? 0 : -1)?.focus();
  }, [key]);

  return (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
    const articles = lettersIn(list.current);
    const here = articles.findIndex((one) => one.contains(document.activeElement));
    const next = articles[here + step];
    event.preventDefault();
    if (next) return next.focus();
    const link = document.querySelector<HTMLAnchorElement>(`.pager a[rel="${step === 1 ? "next" : "prev"}"]`);
    const to = link?.getAttribute("href");
    if (to) navigate(to, { state: { focus: step === 1 ? "first" : "last" } });
  };
}

const lettersIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("article") ?? [])];
const isTyped = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("textarea, select, input, summary");
