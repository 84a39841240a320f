import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import type { PetitionPage } from "./load.server.ts";

/** Shows the text people sign now. */
export function InForce({ page: { inForce } }: { page: PetitionPage }) {
  const { petition: say } = useWords().editing;
  return (
    <section className="edit-part" aria-labelledby="in-force">
      <h2 id="in-force">{say.inForce}</h2>
      {inForce === null ? (
        <p className="muted">{say.none}</p>
      ) : (
        <>
          <p className="small muted">
            {say.version(inForce.version, writeMoment(inForce.publishedAt))}; {say.signed(inForce.signatures)}
          </p>
          <p className="standfirst">{inForce.summary}</p>
          <details className="asked">
            <summary>{say.body}</summary>
            <div>
              <PetitionText body={inForce.body} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
