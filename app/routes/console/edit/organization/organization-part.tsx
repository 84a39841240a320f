import { Button } from "#app/ui/button.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import type { Answer } from "./act.server.ts";
import type { ImprintPage } from "./load.server.ts";

/** Shows who runs the campaign, as printed everywhere. */
export function OrganizationPart({ page, answer }: { page: ImprintPage; answer: Answer | undefined }) {
  const { editing, sign } = useWords();
  const { imprint: say } = editing;
  const { imprint, missing, mayManage, version } = page;
  const stored = {
    operator: imprint.operator ?? "",
    postal_address: imprint.postalAddress ?? "",
    contact_email: imprint.contactEmail ?? "",
    privacy_contact: imprint.privacyContact ?? "",
    funding_line: imprint.fundingLine ?? "",
  };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, editing.errors);
  const mail = { type: "email", autoCapitalize: "none", spellCheck: false, maxLength: 300 } as const;
  const fields = [
    { ...wire("operator", say.operator, say.operatorHint), maxLength: 300 },
    { ...wire("postal_address", say.postalAddress, say.postalAddressHint), maxLength: 300, rows: 3 },
    { ...wire("contact_email", say.contactEmail, say.contactEmailHint), ...mail },
    { ...wire("privacy_contact", say.privacyContact, say.privacyContactHint), ...mail },
    { ...wire("funding_line", say.fundingLine, say.fundingLineHint), maxLength: 300 },
  ];
  return (
    <section className="edit-part" aria-labelledby="who">
      <h2 id="who">{say.heading}</h2>
      <p className="muted">{say.text}</p>
      <p>
        {missing.length === 0
          ? say.complete
          : `${say.missing} ${missing.map((what) => sign.form.notOpen.missing[what]).join(", ")}.`}
      </p>
      {mayManage ? (
        <EditForm key={answer ? "answered" : version}>
          <input type="hidden" name="version" value={version} />
          {fields.map((field) =>
            "rows" in field ? (
              <TextArea key={field.name} {...field} />
            ) : (
              <TextInput key={field.name} {...field} />
            ),
          )}
          <p className="act-row">
            <Button name="intent" value="imprint">
              {say.save}
            </Button>
          </p>
        </EditForm>
      ) : (
        <ValueList rows={fields.map(({ label, defaultValue }) => [label, defaultValue])} />
      )}
    </section>
  );
}

/** Lists values to those who may not change them. */
export function ValueList({ rows }: { rows: readonly (readonly [string, string])[] }) {
  const { imprint: say } = useWords().editing;
  return (
    <dl className="changed">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <span className="muted">{say.none}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
