import { maxNoteLength } from "#app/domain/review/bulk/bulk.ts";
import type { BulkPreview } from "#app/domain/review/bulk/bulk-matching.server.ts";
import type { ReviewBlock } from "#app/domain/review/bulk/list-bulks.server.ts";
import { reviewReasons } from "#app/domain/review/scoring/signal.ts";
import { Button } from "#app/ui/button.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type BulkFormProps = {
  values: Readonly<Record<string, unknown>>;
  blocks: readonly ReviewBlock[];
  countries: readonly (readonly [code: string, name: string])[];
  preview: BulkPreview | null;
};

/** Asks for conditions that all must meet, shows who meets them, and asks for the public note. */
export function BulkForm({ values, blocks, countries, preview }: BulkFormProps) {
  const say = useWords().review.bulk;
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const field = (name: string) => ({ name, defaultValue: typed(name) });
  return (
    <Form method="post" className="sheet" noValidate>
      <div className="columns">
        <Select {...field("reason")} label={say.reason}>
          <option value="">{say.any}</option>
          {reviewReasons.map((reason) => (
            <option key={reason} value={reason}>
              {wordOf(say.reasons, reason)}
            </option>
          ))}
        </Select>
        {blocks.length > 0 && (
          <Select {...field("block")} label={say.block} hint={say.blockHint}>
            <option value="">{say.anyNetwork}</option>
            {blocks.map(({ hash, day, held }) => (
              <option key={hash} value={hash}>
                {say.blockOf(day, held)}
              </option>
            ))}
          </Select>
        )}
        <TextInput {...field("domain")} label={say.fields.domain} autoComplete="off" />
        <Select {...field("country")} label={say.fields.country}>
          <option value="">{say.anyCountry}</option>
          {countries.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <TextInput {...field("source")} label={say.fields.source} autoComplete="off" />
        <TextInput {...field("from")} type="date" label={say.fields.from} />
        <TextInput {...field("to")} type="date" label={say.fields.to} />
      </div>
      <TextArea
        name="note"
        label={say.note}
        hint={say.noteHint}
        maxLength={maxNoteLength}
        defaultValue={values.note === undefined ? say.noteDefault : typed("note")}
      />
      {preview && <Preview preview={preview} />}
      <div className="acts">
        <Button name="intent" value="preview" variant={preview ? "plain" : "act"}>
          {say.preview}
        </Button>
        {preview && preview.matched !== 0 && (
          <Button name="intent" value="ask" variant="act">
            {preview.matched === null ? say.askMany : say.ask(preview.matched)}
          </Button>
        )}
      </div>
    </Form>
  );
}

function Preview({ preview: { matched, sample } }: { preview: BulkPreview }) {
  const say = useWords().review.bulk;
  return (
    <section className="warn gap plain-text" aria-live="polite">
      <p>
        <b>{matched === null ? say.matchedMany : say.matched(matched)}</b>{" "}
        {sample === null ? say.noSample : sample.length > 0 ? say.newest : null}
      </p>
      {sample && sample.length > 0 && (
        <ul>
          {sample.map(({ name, email, country }) => (
            <li key={email}>
              <bdi>{name}</bdi>, <bdi>{email}</bdi>, {country}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
