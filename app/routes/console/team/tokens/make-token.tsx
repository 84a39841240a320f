import { exportTokenDaysAtMost, tokenDays } from "#app/domain/access/tokens/api-token.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { TokensPage } from "./load.server.ts";

type MakeTokenProps = {
  page: TokensPage;
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
};

/** Asks for a new token's name, scopes and lifetime. */
export function MakeToken({ page: { scopes, mayExport }, errors, values }: MakeTokenProps) {
  const { tokens: say } = useWords();
  const { make } = say;
  const messages = errors.map(({ field, code }) => ({
    field,
    message: say.problems[code] ?? say.problems["not-text"] ?? "",
  }));
  const chosen = [values.scope ?? []].flat();
  const wrongScope = messageFor(messages, "scope");
  return (
    <section aria-labelledby="make" className="sheet">
      <h2 id="make">{make.title}</h2>
      <ErrorSummary heading={say.summary} errors={messages} />
      <Form method="post" className="make-token" noValidate>
        <TextInput
          name="name"
          label={make.name}
          hint={make.nameHint}
          error={messageFor(messages, "name")}
          defaultValue={String(values.name ?? "")}
          maxLength={80}
          autoComplete="off"
          required
        />
        <fieldset
          id="scope"
          className={wrongScope ? "field bad" : "field"}
          aria-describedby={wrongScope ? "scope-error" : undefined}
        >
          <legend>{make.scopes}</legend>
          <ErrorText name="scope" error={wrongScope} />
          {scopes.map((scope) => (
            <div className="check" key={scope}>
              <input
                type="checkbox"
                name="scope"
                id={`scope-${scope}`}
                value={scope}
                defaultChecked={chosen.includes(scope)}
                aria-describedby={`scope-${scope}-hint`}
              />
              <label htmlFor={`scope-${scope}`}>{say.scopes[scope]?.label}</label>
              <p className="hint" id={`scope-${scope}-hint`}>
                {say.scopes[scope]?.hint}
              </p>
            </div>
          ))}
        </fieldset>
        <Select
          name="days"
          label={make.days}
          hint={mayExport ? make.daysHint(exportTokenDaysAtMost) : undefined}
          error={messageFor(messages, "days")}
          defaultValue={String(values.days ?? 90)}
        >
          {tokenDays.map((days) => (
            <option key={days} value={days}>
              {make.dayNames(days)}
            </option>
          ))}
        </Select>
        <Button variant="act" name="intent" value="make">
          {make.button}
        </Button>
      </Form>
    </section>
  );
}
