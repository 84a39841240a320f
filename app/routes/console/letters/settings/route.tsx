import { z } from "zod";
import { saveSettings } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import { saveTemplate } from "#app/domain/entries/letters/settings/save-template.server.ts";
import {
  SettingsForm,
  settingsOfForm,
  TemplateForm,
} from "#app/domain/entries/letters/settings/settings-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf, typedOnce } from "#app/ui/meetings/form-state.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, load } from "./load.server.ts";
import { TemplatePart } from "./template-part.tsx";
import { WhenPart } from "./when-part.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);

const Peek = z.object({ intent: z.string().optional(), locale: z.string().optional() });

/** Stores when letters go, or what is asked in one language; what cannot be stored comes back. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "write");
  const { db } = args.context;
  const peeked = await parseForm(args.request.clone(), Peek);
  const isTemplate = peeked.values.intent === "template";
  const part = isTemplate ? String(peeked.values.locale ?? "") : "settings";
  const form = isTemplate
    ? await parseForm(args.request, TemplateForm)
    : await parseForm(args.request, SettingsForm);
  const values = typedOnce(form.values);
  const refuse = (answer: Partial<Answer>, status: number) =>
    data<Answer>({ part, values, errors: [], refused: null, ...answer }, { status });
  if (!form.ok) return refuse({ errors: form.errors }, 422);

  const { outcome } =
    "ask" in form.value
      ? await saveTemplate(db, { scope, ...form.value })
      : await saveSettings(db, { scope, values: settingsOfForm(form.value), seen: form.value.seen });
  if (outcome === "gone") throw notFound();
  if (outcome === "stale") return refuse({ refused: outcome }, 409);
  const page = `/organize/c/${campaign.slug}/letters/settings`;
  return redirect(`${page}?done=${isTemplate ? "template" : "settings"}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Settings of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Settings() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { settings: say, summary, errors } = useWords().letterConsole;
  const of = (part: string) => (answer?.part === part ? answer : undefined);
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors).map((error) => ({
          ...error,
          field: error.field === "ask" ? `ask_${answer?.part}` : error.field,
        }))}
      />
      {!page.mayWrite && <p className="muted small">{say.noWrite}</p>}
      <WhenPart page={page} answer={of("settings")} />
      {page.templates.map((template) => (
        <TemplatePart key={template.locale} page={page} template={template} answer={of(template.locale)} />
      ))}
    </>
  );
}
