import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { correctionKinds } from "#app/domain/campaign/campaign.ts";
import { addCorrection } from "#app/domain/campaign/corrections/add-correction.server.ts";
import { editCorrection } from "#app/domain/campaign/corrections/edit-correction.server.ts";
import { dayOfCampaign } from "#app/domain/campaign/day-of-campaign.server.ts";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { CorrectionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { listCorrections } from "#app/domain/campaign/read-edit.server.ts";
import { readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { type FieldError, parseForm, readTyped } from "#app/http/form.server.ts";
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
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { CorrectionLanguages } from "#app/ui/editing/correction-languages.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select, TextInput } from "#app/ui/field.tsx";
import { messagesOf, typedOnce, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { CorrectionLine } from "./correction-line.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const others = await readOtherLanguages(db, campaign.id);
  return {
    slug: campaign.slug,
    corrections: await listCorrections(db, campaign.id),
    otherLanguages: others.map(({ locale, written }) => ({ locale, written })),
    today: await dayOfCampaign(db, campaign.id, new Date()),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

type Answer = {
  /** Id of the line to reword; none for a new one. */
  id?: number;
  values: Record<string, string>;
  errors: FieldError[];
  refused?: string;
};

const Edit = CorrectionForm.extend({ id: z.string().regex(/^\d{1,15}$/), version: versionField });

/** Adds a line to the public log, or rewords one. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const { intent } = await readTyped(args.request);
  if (intent === "edit") return edit(args, { slug: campaign.slug, on });
  const form = await parseForm(args.request, CorrectionForm);
  const values = typedOnce(form.values);
  if (!form.ok) return data<Answer>({ values, errors: form.errors }, { status: 422 });
  const { kind, corrected_on, text } = form.value;
  const added = unlessGone(
    await addCorrection(args.context.db, {
      ...on,
      correction: { kind, correctedOn: corrected_on ?? "", text, claimId: null },
    }),
  );
  if (added.outcome === "future") {
    const errors = [{ field: "corrected_on", code: "correction-future" }];
    return data<Answer>({ values, errors }, { status: 422 });
  }
  return redirect(`/organize/c/${campaign.slug}/edit/corrections?done=correction`, 303);
}

async function edit(
  { request, context }: ActionFunctionArgs,
  { slug, on }: { slug: string; on: OnCampaign },
) {
  const form = await parseForm(request, Edit);
  const values = typedOnce(form.values);
  const id = Number(values.id);
  if (!form.ok) return data<Answer>({ id, values, errors: form.errors }, { status: 422 });
  const { kind, corrected_on, text, version } = form.value;
  const edited = unlessGone(
    await editCorrection(context.db, {
      ...on,
      id,
      version,
      words: { kind, correctedOn: corrected_on ?? "", text },
    }),
  );
  switch (edited.outcome) {
    case "future":
      return data<Answer>(
        { id, values, errors: [{ field: "corrected_on", code: "correction-future" }] },
        { status: 422 },
      );
    case "stale":
      return data<Answer>({ values: {}, errors: [], refused: "correction-stale" }, { status: 409 });
    case "edited":
      return redirect(`/organize/c/${slug}/edit/corrections?done=correction-edited`, 303);
  }
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.corrections} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Corrections() {
  const { slug, corrections, otherLanguages, today, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing, case: caseWords } = useWords();
  const { corrections: say } = editing;
  const own = answer && answer.id === undefined && !answer.refused ? answer : undefined;
  const form = { values: own?.values ?? { corrected_on: today }, errors: own?.errors ?? [] };
  const wire = wireFields(form, editing.errors);
  const { kinds } = caseWords.corrections;
  return (
    <>
      <AnswerNote say={editing} done={done} answer={answer} />
      <ErrorSummary heading={editing.summary} errors={messagesOf(form, editing.errors)} />
      <p className="muted">{say.text}</p>
      {corrections.length === 0 ? (
        <p className="gap">{say.empty}</p>
      ) : (
        <ol className="list measure" aria-label={say.caption}>
          {corrections.map((line) => (
            <CorrectionLine
              key={line.id}
              line={line}
              mayManage={mayManage}
              languages={<CorrectionLanguages languages={otherLanguages} slug={slug} />}
              answer={answer?.id === line.id ? answer : undefined}
            />
          ))}
        </ol>
      )}
      {mayManage ? (
        <section className="block" aria-labelledby="add">
          <h2 id="add">{say.add}</h2>
          <Form method="post" noValidate className="keep-form" key={answer ? "answered" : corrections.length}>
            <div className="pair">
              <Select {...wire("kind", say.kind)}>
                {["", ...correctionKinds].map((kind) => (
                  <option key={kind} value={kind}>
                    {kind === "" ? editing.claims.precisions[""] : kinds[kind as "figure"]}
                  </option>
                ))}
              </Select>
              <TextInput {...wire("corrected_on", say.day)} type="date" />
            </div>
            <CountedArea {...wire("text", say.what, say.whatHint)} most={atMost.correction} rows={4} />
            <CorrectionLanguages languages={otherLanguages} slug={slug} />
            <p className="act-row">
              <Button variant="act">{say.button}</Button>
            </p>
          </Form>
        </section>
      ) : (
        <p className="muted small gap">{editing.noManage}</p>
      )}
    </>
  );
}
