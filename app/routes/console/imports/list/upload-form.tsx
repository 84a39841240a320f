import { importFormats } from "#app/domain/entries/imports/import.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

type UploadFormProps = { format: string | null; problem: string | undefined };

/** Asks for a list's source and file. The browser sends it itself, so that no script reads it. */
export function UploadForm({ format, problem }: UploadFormProps) {
  const { imports } = useWords();
  const { upload: say } = imports;
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument noValidate>
      <ErrorSummary heading={imports.summary} errors={problem ? [{ field: "file", message: problem }] : []} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.format}</h2>
        <div className="choices sources">
          {importFormats.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="format"
                value={each}
                defaultChecked={(format ?? "csv") === each}
                aria-describedby={`format-${each}`}
              />
              <span>
                <b>{imports.formats[each]}</b>
                <span className="hint" id={`format-${each}`}>
                  {imports.formatHints[each]}
                </span>
              </span>
            </label>
          ))}
        </div>
      </section>
      <section className="step">
        <span className="n">2</span>
        <h2>{say.heading}</h2>
        <p>{say.text}</p>
        <TextInput
          type="file"
          name="file"
          label={say.file}
          hint={say.fileHint}
          error={problem}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          required
        />
        <LearnMore about={say.aboutFile}>{say.fileMore}</LearnMore>
        <div className="act-row">
          <Button variant="act">{say.button}</Button>
        </div>
        <p className="gap">
          {say.paperText} <Link to="paper">{say.paper}</Link>.
        </p>
      </section>
    </Form>
  );
}
