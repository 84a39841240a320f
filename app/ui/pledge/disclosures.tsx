import { useWords } from "#app/ui/locale.tsx";

type DisclosuresProps = { company: string; fund?: boolean; heading?: string };

/** Shown at once; the others are behind one tap, and printed. */
const open = 3;

/**
 * Shows what every page of the pledge flow must say; the last line links to organization details. `fund`: for
 * holders of a fund. `heading`: on pages with other content.
 */
export function Disclosures({ company, fund, heading }: DisclosuresProps) {
  const { pledge } = useWords();
  const lines = pledge.disclosures(company, fund);
  const items = lines.map((line, index) => (
    <li key={line}>{index === lines.length - 1 ? <a href="#foot-who">{line}</a> : line}</li>
  ));
  return (
    <aside className="disclosures" aria-labelledby="disclosures">
      <h2 id="disclosures">{heading ?? pledge.disclosuresHeading}</h2>
      <ul>{items.slice(0, open)}</ul>
      <details>
        <summary>{pledge.disclosuresMore(items.length - open)}</summary>
        <ul>{items.slice(open)}</ul>
      </details>
    </aside>
  );
}
