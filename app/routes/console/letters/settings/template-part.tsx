import { askAtMost } from "#app/domain/entries/letters/settings/settings.ts";
import { Button } from "#app/ui/button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { Form } from "#app/ui/remix.ts";
import { TextBox } from "#app/ui/text-box.tsx";
import type { Answer, SettingsPage } from "./load.server.ts";

type TemplatePartProps = {
  page: SettingsPage;
  template: SettingsPage["templates"][number];
  answer: Answer | undefined;
};

/** Edits what the campaign asks in one language, and how a writer finds it. */
export function TemplatePart({ page, template, answer }: TemplatePartProps) {
  const { settings: say, languages, errors } = useWords().letterConsole;
  const { locale, ask, edited } = template;
  const language = languages[locale] ?? locale;
  const problem = messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors)[0]?.message;
  return (
    <section className="letter-part" aria-labelledby={`asks-${locale}`}>
      <h2 id={`asks-${locale}`}>{say.askIn(language)}</h2>
      <p className="reads">{say.askText}</p>
      <div className="template-cols">
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
                  maxLength={askAtMost}
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
