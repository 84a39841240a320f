import { type ChecklistLine, checklistOf } from "#app/domain/campaign/checklist.ts";
import type { Opening } from "#app/domain/campaign/open-campaign.server.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { useChecklistWords } from "#app/ui/editing/checklist-words.ts";
import { useWords } from "#app/ui/locale.tsx";

type NotOpenYetProps = { opening: Opening; slug: string; localMode: boolean; mayManage: boolean };

/** Links to the claims whose sources nobody has checked. */
export function Unlinked({ slug }: { slug: string }) {
  const { unlinked: say } = useWords().editing.overview;
  return (
    <p>
      <a href={`/organize/c/${slug}/edit/claims/verify`}>{say.open}</a>
    </p>
  );
}

/** Lists what an unpublished campaign needs before it opens, with links. */
export function NotOpenYet({ opening, slug, localMode, mayManage }: NotOpenYetProps) {
  const { checklist: say } = useWords().editing.overview;
  const { textOf, whyOf } = useChecklistWords(opening);
  const lines = checklistOf(opening, localMode);
  const isReady = lines.every(({ isDone, blocks }) => isDone || !blocks);
  const state = (line: ChecklistLine) =>
    line.isDone ? "kind k-good" : line.blocks ? "kind k-stop" : "kind k-wait";
  return (
    <section className="edit-part" aria-labelledby="not-open">
      <h2 id="not-open">{say.draft}</h2>
      <p>{say.draftText}</p>
      <ul className="needs">
        {lines.map((line) => (
          <li key={`${line.name} ${line.page}`}>
            <a href={`/organize/c/${slug}/${line.page}`}>{textOf(line)}</a>{" "}
            <span className={state(line)}>{line.isDone ? say.done : whyOf(line)}</span>
          </li>
        ))}
      </ul>
      {isReady && mayManage && (
        <AskedOnce
          intent="open"
          variant="act"
          summary={say.openButton}
          text={say.openText}
          button={say.openButton}
        />
      )}
    </section>
  );
}
