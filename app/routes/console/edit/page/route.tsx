import { mayDo } from "#app/domain/access/organizer.ts";
import { fieldsOfWords, WordsForm, wordsOfForm } from "#app/domain/campaign/forms/words-form.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { atMost, type PageWords } from "#app/domain/campaign/wording.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound, unlessGone } from "#app/http/respond.server.ts";
import { locales, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { CountedArea, CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { StaleNote } from "#app/ui/editing/stale-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const edited = orNotFound(await readEditedWords(args.context.db, campaign.id));
  const { version, live, draft } = edited;
  return {
    version,
    fields: fieldsOfWords(draft ?? live),
    isDraft: draft !== null,
    mayWrite: mayDo(campaign, "write"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

type Answer = {
  values: TypedValues;
  errors: FieldError[];
  refused: string | null;
  /** If somebody else saved in between: both versions, and the one that the next save is based on. */
  stale: { mine: PageWords; theirs: Partial<PageWords>; version: number } | null;
};

/** Stores a draft; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, WordsForm, ["languages"]);
  const refuse = (answer: Partial<Answer>, status: number) =>
    data<Answer>({ values: form.values, errors: [], refused: null, stale: null, ...answer }, { status });
  if (!form.ok) return refuse({ errors: form.errors }, 422);

  const mine = wordsOfForm(form.value);
  const { version } = form.value;
  const saved = unlessGone(await saveWords(args.context.db, { ...on, version, words: mine }));
  if (saved.outcome === "stale")
    return refuse({ refused: "stale", stale: { mine, theirs: saved.theirs, version: saved.version } }, 409);
  return redirect(`/organize/c/${campaign.slug}/edit/page?done=saved`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.page} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function EditPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const values = answer?.values ?? page.fields;
  const errors = answer?.errors ?? [];
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {answer?.stale && <StaleNote {...answer.stale} />}
      {page.mayWrite || answer ? (
        <PageForm
          key={answer ? "answered" : page.version}
          version={answer?.stale?.version ?? page.version}
          values={values}
          errors={errors}
        />
      ) : (
        <ReadPage fields={page.fields} />
      )}
    </>
  );
}

function ReadPage({ fields }: { fields: ReturnType<typeof fieldsOfWords> }) {
  const { editing: say } = useWords();
  return (
    <>
      <p className="muted small">{say.noWrite}</p>
      <dl className="facts ruled">
        {(["title", "eyebrow", "standfirst", "goal_steps"] as const).map((field) => (
          <div key={field}>
            <dt>{say.history.fields[field === "goal_steps" ? "goalSteps" : field]}</dt>
            <dd>{fields[field]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type PageFormProps = { version: number; values: TypedValues; errors: readonly FieldError[] };

/** Asks for title, standfirst, goals, languages and share texts. */
function PageForm({ version, values, errors }: PageFormProps) {
  const { page: say, save, errors: words } = useWords().editing;
  const messages = messagesOf({ values: {}, errors }, words);
  const typed = (name: string) => String(values[name] ?? "");
  const wire = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: messageFor(messages, name),
    defaultValue: typed(name),
  });
  const on = [values.languages ?? []].flat();
  return (
    <EditForm>
      <input type="hidden" name="version" value={version} />
      <section>
        <h2>{say.heading}</h2>
        <CountedInput {...wire("title", say.title, say.titleHint)} most={atMost.title} />
        <CountedInput {...wire("eyebrow", say.eyebrow, say.eyebrowHint)} most={atMost.eyebrow} />
        <CountedArea
          {...wire("standfirst", say.standfirst, say.standfirstHint)}
          most={atMost.standfirst}
          rows={4}
        />
        <CountedArea {...wire("method", say.method, say.methodHint)} most={atMost.method} rows={4} optional />
        <CountedArea {...wire("care", say.care, say.careHint)} most={atMost.care} rows={2} optional />
      </section>
      <section>
        <h2>{say.goals}</h2>
        <TextInput {...wire("goal_steps", say.goalSteps, say.goalHint)} inputMode="numeric" />
        <TextInput {...wire("handover_on", say.handoverOn, say.handoverHint)} type="date" optional />
      </section>
      <section>
        <h2>{say.languages}</h2>
        <fieldset className={messageFor(messages, "languages") ? "field bad" : "field"} id="languages">
          <legend className="hint">{say.languagesHint}</legend>
          <ErrorText name="languages" error={messageFor(messages, "languages")} />
          {locales.map((locale) => (
            <div className="check" key={locale}>
              <input
                type="checkbox"
                id={`languages_${locale}`}
                name="languages"
                value={locale}
                defaultChecked={on.includes(locale)}
              />
              <label htmlFor={`languages_${locale}`}>{say.languageNames[locale]}</label>
            </div>
          ))}
        </fieldset>
        <Select {...wire("first_language", say.first, say.firstHint)}>
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {say.languageNames[locale]}
            </option>
          ))}
        </Select>
      </section>
      <section>
        <h2>{say.share}</h2>
        {locales.map((locale) => (
          <CountedArea
            key={locale}
            {...wire(`share_${locale}`, say.shareIn(say.languageNames[locale] ?? locale), say.shareHint)}
            most={atMost.shareText}
            rows={2}
            lang={locale}
            optional
          />
        ))}
      </section>
      <p className="act-row">
        <Button variant="act">{save}</Button>
      </p>
    </EditForm>
  );
}
