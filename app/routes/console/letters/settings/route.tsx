import { mayDo } from "#app/domain/access/organizer.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { saveSettings } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import { saveTemplate } from "#app/domain/entries/letters/settings/save-template.server.ts";
import {
  maxAskLength,
  SettingsForm,
  settingsOfForm,
  TemplateForm,
} from "#app/domain/entries/letters/settings/settings-form.ts";
import { readTyped } from "#app/http/form.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, TextInput } from "#app/ui/field.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { TextBox } from "#app/ui/text-box.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  return {
    ...(await findSettingsAndTemplates(args.context.db, campaign.id)),
    mayWrite: mayDo(campaign, "write"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Stores when letters go, or what is asked in one language; what cannot be stored comes back. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "write");
  const { db } = args.context;
  const page = `/organize/c/${campaign.slug}/letters/settings`;
  const { intent } = await readTyped(args.request);
  if (intent === "template")
    return saveForm(args, {
      form: TemplateForm,
      save: (given) => saveTemplate(db, { scope, ...given }),
      done: { saved: () => `${page}?done=template` },
    });
  return saveForm(args, {
    form: SettingsForm,
    save: (given) => saveSettings(db, { scope, values: settingsOfForm(given), seen: given.seen }),
    done: { saved: () => `${page}?done=settings` },
  });
}

export const meta: MetaFunction = () => [{ title: "Settings of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Settings() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const answeredPart = answer && (answer.values.locale ?? "settings");
  const { settings: say, summary, errors } = useWords().letterConsole;
  const of = (part: string) => (answeredPart === part ? answer : undefined);
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors).map((error) => ({
          ...error,
          field: error.field === "ask" ? `ask_${answeredPart}` : error.field,
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

type TemplatePartProps = {
  page: SettingsPage;
  template: SettingsPage["templates"][number];
  answer: Answer | undefined;
};

/** Edits what the campaign asks in one language, and how a writer finds it. */
function TemplatePart({ page, template, answer }: TemplatePartProps) {
  const { settings: say, languages, errors } = useWords().letterConsole;
  const { locale, ask, edited } = template;
  const language = languages[locale] ?? locale;
  const problem = messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors)[0]?.message;
  return (
    <section className="block" aria-labelledby={`asks-${locale}`}>
      <h2 id={`asks-${locale}`}>{say.askIn(language)}</h2>
      <p>{say.askText}</p>
      <div className="cols even serif-areas">
        {page.mayWrite && (
          <Form method="post" noValidate key={edited?.at}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="seen" value={edited?.at ?? ""} />
            <Field name={`ask_${locale}`} label={say.ask} hint={say.askHint} error={problem}>
              {(wiring) => (
                <TextBox
                  {...wiring}
                  name="ask"
                  lang={locale}
                  rows={8}
                  maxLength={maxAskLength}
                  defaultValue={answer?.values.ask ?? ask}
                />
              )}
            </Field>
            <div className="act-row">
              <Button name="intent" value="template">
                {say.saveAsk(language)}
              </Button>
            </div>
          </Form>
        )}
        <div>
          <h3>{say.reads}</h3>
          <p className="hint">{say.readsText}</p>
          <div className="letter-sheet small-sheet" lang={locale}>
            {say.prompts.map((prompt) => (
              <p key={prompt} className="muted" lang="en">
                {prompt}
              </p>
            ))}
            <p className={ask ? "plain-text" : "muted"}>{ask || say.notWritten}</p>
          </div>
        </div>
      </div>
      {edited !== null && (
        <p className="small muted">
          {edited.by === null
            ? say.shipped(writeMoment(edited.at))
            : say.edited(edited.by, writeMoment(edited.at))}
        </p>
      )}
    </section>
  );
}

/** Sets when the next consolidated letter is drafted. */
function WhenPart({ page, answer }: { page: SettingsPage; answer: Answer | undefined }) {
  const { settings: say, list, errors } = useWords().letterConsole;
  const { settings, edited, mayWrite } = page;
  const stored = { every_days: String(settings.everyDays), milestone: String(settings.milestone ?? "") };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, errors);
  return (
    <section className="block" aria-labelledby="when">
      <h2 id="when">{say.when}</h2>
      <p>{say.whenText}</p>
      {!mayWrite && <p>{list.rhythm(settings.everyDays, settings.milestone)}</p>}
      {mayWrite && (
        <Form method="post" noValidate key={edited?.at}>
          <input type="hidden" name="seen" value={edited?.at ?? ""} />
          <div className="fields">
            <TextInput
              {...wire("every_days", say.everyDays, say.everyDaysHint)}
              inputMode="numeric"
              maxLength={2}
              required
            />
            <TextInput
              {...wire("milestone", say.milestone, say.milestoneHint)}
              inputMode="numeric"
              maxLength={7}
            />
            <Button name="intent" value="settings">
              {say.save}
            </Button>
          </div>
        </Form>
      )}
      {answer?.refused === "stale" && (
        <p className="small">
          <b>{say.standsNow}:</b> {list.rhythm(settings.everyDays, settings.milestone)}
        </p>
      )}
      <p className="small muted">
        {edited === null ? say.usual : say.edited(edited.by ?? "", writeMoment(edited.at))}
      </p>
    </section>
  );
}

/** The answer to a post that stored nothing. */
type Answer = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

type SettingsPage = ReturnType<typeof useLoaderData<typeof loader>>;
