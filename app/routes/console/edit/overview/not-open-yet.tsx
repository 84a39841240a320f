import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type NotOpenYetProps = {
  opening: { hasPetition: boolean; missing: readonly string[]; claims: number };
  mayManage: boolean;
};

/** What a campaign that nobody sees yet needs before it opens. */
export function NotOpenYet({ opening: { hasPetition, missing, claims }, mayManage }: NotOpenYetProps) {
  const { notOpen: say } = useWords().editing.overview;
  const rows = [
    { what: say.petition, there: hasPetition },
    { what: say.imprint, there: missing.length === 0 },
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
      {ready && mayManage && (
        <AskedOnce intent="open" summary={say.open} text={say.openText} button={say.open} />
      )}
    </section>
  );
}
