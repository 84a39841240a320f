import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listAnswerable, listReplies } from "#app/domain/letters/list-replies.server.ts";
import { recordReply } from "#app/domain/letters/record-reply.server.ts";
import { removeReply } from "#app/domain/letters/remove-reply.server.ts";
import { ReplyForm } from "#app/domain/letters/reply-form.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import styles from "#app/ui/styles/console-moderation.css?url";
import { RecordForm } from "./record-form.tsx";
import { Recorded } from "./recorded.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** What the company answered. `dispatch` in the address chooses the letter that the form begins with. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const search = new URL(args.request.url).searchParams;
  const [replies, dispatches] = await Promise.all([
    listReplies(db, campaign.id),
    listAnswerable(db, campaign.id),
  ]);
  return {
    ...{ slug: campaign.slug, replies, dispatches, done: search.get("done") },
    chosen: search.get("dispatch") ?? "",
    mayWrite: mayDo(campaign, "write"),
    today: new Date().toISOString().slice(0, 10),
  };
}

const Removal = z.object({ remove: z.uuid() });

type Answer = { errors: FieldError[]; values: TypedValues; undone: string | null };
const again = (answer: Partial<Answer>, status: number) =>
  data<Answer>({ errors: [], values: {}, undone: null, ...answer }, { status });

/** Records an answer, or takes one back (`remove`). */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "write");
  const { db, wakeMail } = args.context;
  const page = `/organize/c/${campaign.slug}/letters/replies`;
  const removal = await parseForm(args.request.clone(), Removal);
  if (removal.ok) {
    const { outcome } = await removeReply(db, { scope, publicId: removal.value.remove });
    return outcome === "removed" ? redirect(`${page}?done=removed`, 303) : again({ undone: outcome }, 409);
  }
  const form = await parseForm(args.request, ReplyForm);
  if (!form.ok) return again({ errors: form.errors, values: form.values }, 422);
  const recorded = await recordReply(db, scope, form.value);
  if (recorded.outcome === "no-dispatch") return again({ undone: "no-dispatch", values: form.values }, 409);
  if (recorded.outcome === "day-impossible") {
    const errors = [{ field: "received_on", code: "day-impossible" }];
    return again({ errors, values: form.values }, 422);
  }
  wakeMail();
  return redirect(`${page}?done=recorded`, 303);
}

export const meta: MetaFunction = () => [{ title: "Replies · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Replies() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { replies: say } = useWords().lettersPublic;
  const errors = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: wordOf(say.errors, code) ?? say.errors["not-text"] ?? code,
  }));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.undone, answer?.undone)} />
      <ErrorSummary heading={say.summary(errors.length)} errors={errors} />
      {page.dispatches.length === 0 ? (
        <div className="blank">
          <h2>{say.noDispatch.title}</h2>
          <p>{say.noDispatch.text}</p>
          <p className="acts">
            <ButtonLink href={`/organize/c/${page.slug}/letters/dispatches`}>{say.noDispatch.act}</ButtonLink>
          </p>
        </div>
      ) : (
        <div className="reply-cols">
          <Recorded replies={page.replies} slug={page.slug} mayWrite={page.mayWrite} />
          {page.mayWrite && (
            <RecordForm
              dispatches={page.dispatches}
              values={answer?.values ?? { dispatch: page.chosen }}
              errors={errors}
              today={page.today}
            />
          )}
        </div>
      )}
    </>
  );
}
