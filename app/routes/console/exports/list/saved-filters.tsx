import { Form, Link } from "#app/ui/remix.ts";
import { useExportWords } from "./use-export-words.ts";

type SavedFiltersProps = { filters: readonly { publicId: string; name: string }[]; chosen: string | null };

/** Links the campaign's repeated exports: each fills the form in. */
export function SavedFilters({ filters, chosen }: SavedFiltersProps) {
  const { saved: say } = useExportWords();
  return (
    <section className="saved" aria-labelledby="saved">
      <h2 id="saved">{say.heading}</h2>
      {filters.length === 0 && <p className="muted small">{say.none}</p>}
      <ul>
        {filters.map(({ publicId, name }) => (
          <li key={publicId}>
            <Link to={`?filter=${publicId}`} aria-current={name === chosen ? "true" : undefined}>
              {name}
            </Link>
            <Form method="post" reloadDocument>
              <input type="hidden" name="subject" value={publicId} />
              <button
                type="submit"
                name="intent"
                value="forget"
                className="text-button small"
                aria-label={say.forget(name)}
              >
                ×
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {chosen && (
        <p role="status" className="small">
          {say.using(chosen)}
        </p>
      )}
    </section>
  );
}
