import { atMost } from "#app/domain/campaign/wording.ts";
import type { FieldError, TypedValues } from "#app/http/form.server.ts";
import { locales } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { CountedArea, CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";

type PageFormProps = { version: number; values: TypedValues; errors: readonly FieldError[] };

/** Asks for title, standfirst, goals, languages and share texts. */
export function PageForm({ version, values, errors }: PageFormProps) {
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
