import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type NotOpenYetProps = {
  opening: { hasPetition: boolean; missing: readonly string[]; claims: number; unlinked: number };
  slug: string;
  localMode: boolean;
  mayManage: boolean;
};

/** The way to the statements whose sources nobody has opened. */
export function Unlinked({ slug }: { slug: string }) {
  const { unlinked: say } = useWords().editing.overview;
  return (
    <p>
      <a href={`/organize/c/${slug}/edit/claims`}>{say.open}</a>
    </p>
  );
}

/** What a campaign that nobody sees yet needs before it opens. */
export function NotOpenYet({
  opening: { hasPetition, missing, claims, unlinked },
  slug,
  localMode,
  mayManage,
}: NotOpenYetProps) {
  const { notOpen: say } = useWords().editing.overview;
  const rows = [
    { what: say.petition, there: hasPetition },
    { what: say.imprint, there: missing.length === 0 },
    ...(localMode ? [] : [{ what: say.linked(unlinked), there: unlinked === 0 }]),
  ];
  const ready = rows.every(({ there }) => there);
  return (
    <section className="edit-part" aria-labelledby="not-open">
      <h2 id="not-open">{say.heading}</h2>
      <p>{say.text}</p>
      <ul className="needs">
        {rows.map(({ what, there }) => (
          <li key={what}>
            {what}{" "}
            <span className={there ? "kind k-good" : "kind k-stop"}>{there ? say.done : say.missing}</span>
          </li>
        ))}
        <li>{say.claims(claims)}</li>
      </ul>
      {unlinked > 0 && <Unlinked slug={slug} />}
      {ready && mayManage && (
        <AskedOnce intent="open" summary={say.open} text={say.openText} button={say.open} />
      )}
    </section>
  );
}
