import { useState } from "react";
import { pictureAtMost } from "#app/domain/campaign/picture/picture.ts";
import { pictureTextAtMost } from "#app/domain/campaign/picture/picture-form.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import { locales } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { CountedArea, CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { ErrorText, type FieldMessage, messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useNavigation } from "#app/ui/remix.ts";
import type { PicturePage } from "./load.server.ts";

type PictureFormProps = { page: PicturePage; values: TypedValues; messages: readonly FieldMessage[] };

/** Asks for the file, what it shows in each language, its maker, its license, and who is on it. */
export function PictureForm({ page, values, messages }: PictureFormProps) {
  const { editing } = useWords();
  const { picture: say } = editing;
  const [isLarge, setLarge] = useState(false);
  const isSending = useNavigation().formMethod === "POST";
  const wire = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: messageFor(messages, name),
    defaultValue: String(values[name] ?? ""),
  });
  return (
    <EditForm encType="multipart/form-data">
      <input type="hidden" name="version" value={page.version} />
      <section>
        <h2>{page.isUploaded ? say.change : say.add}</h2>
        <TextInput
          type="file"
          name="picture"
          label={say.file}
          hint={page.isUploaded ? say.fileReplaces : say.fileHint}
          error={isLarge ? editing.errors["picture-large"] : messageFor(messages, "picture")}
          accept="image/jpeg,image/png,image/webp,image/avif"
          optional={page.isUploaded}
          onChange={({ currentTarget }) => setLarge((currentTarget.files?.[0]?.size ?? 0) > pictureAtMost)}
        />
        {locales.map((locale) => (
          <CountedArea
            key={locale}
            {...wire(`alt_${locale}`, say.altIn(editing.page.languageNames[locale] ?? locale), say.altHint)}
            most={pictureTextAtMost.alt}
            rows={2}
            lang={locale}
          />
        ))}
        <CountedInput {...wire("credit", say.credit, say.creditHint)} most={pictureTextAtMost.credit} />
        <CountedInput {...wire("licence", say.licence, say.licenceHint)} most={pictureTextAtMost.licence} />
      </section>
      <section>
        <h2>{say.people}</h2>
        <fieldset className={messageFor(messages, "people") ? "field bad" : "field"} id="people">
          <legend className="hint">{say.peopleHint}</legend>
          <ErrorText name="people" error={messageFor(messages, "people")} />
          {(["none", "consented"] as const).map((each) => (
            <div className="choice" key={each}>
              <input
                type="radio"
                id={`people_${each}`}
                name="people"
                value={each}
                defaultChecked={values.people === each}
              />
              <label htmlFor={`people_${each}`}>{say.peopleChoices[each]}</label>
              {each === "consented" && (
                <CountedInput
                  {...wire("consent_kept", say.consentKept, say.consentKeptHint)}
                  most={pictureTextAtMost.consentKept}
                />
              )}
            </div>
          ))}
        </fieldset>
      </section>
      <p className="act-row">
        <Button variant="act" disabled={isSending}>
          {isSending ? say.sending : editing.save}
        </Button>
        <span role="status" className="muted small">
          {isSending && say.sendingText}
        </span>
      </p>
    </EditForm>
  );
}
