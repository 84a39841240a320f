import { sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Lists a claim's sources without a link, and what an organizer noted of them. */
export function Candidates({ slug, claim }: { slug: string; claim: EditedClaim }) {
  const { candidates: say, pass } = useWords().editing.claims;
  const waiting = sourcesToOpen([claim]).filter(({ waits }) => waits);
  if (waiting.length === 0) return null;
  return (
    <section className="block" aria-labelledby="candidates">
      <h3 id="candidates">{say.heading}</h3>
      <ul className="list">
        {waiting.map(({ key, candidate: { publisher, title, note } }) => (
          <li key={key}>
            <p>
              <b>{publisher}</b>
              {title && <span className="small"> {title}</span>}
            </p>
            {note && (
              <p className="small">
                {pass.noted}: {note}
              </p>
            )}
            <p>
              <a href={`/organize/c/${slug}/edit/claims/verify?source=${key}`}>
                {pass.title}
                <span className="vh"> {publisher}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
