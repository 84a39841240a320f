import { Form } from "@remix-run/react";
import { nameDecisions } from "#app/domain/weeding/name-review.ts";
import { useWords } from "#app/ui/locale.tsx";
import { type NameFilter, namesAddress } from "./read-filter.ts";

type DoneProps = {
  done: { what: string | null; names: number; notAsked: number; at: string | null };
  filter: NameFilter;
};

/** What was just done, and the button that takes it back. */
export function Done({ done: { what, names, notAsked, at }, filter }: DoneProps) {
  const { names: say } = useWords().packs;
  const decision = nameDecisions.find((one) => one === what);
  if (what === "watched" || what === "unwatched") {
    return (
      <p className="said" role="status">
        {what === "watched" ? say.watch.added : say.watch.removed}
      </p>
    );
  }
  if (what === "undone") {
    return (
      <p className={names > 0 ? "said" : "said said-no"} role="status">
        {names > 0 ? say.undone(names) : say.tooLate}
      </p>
    );
  }
  if (!decision) return null;
  return (
    <div className="said decided" role="status">
      <p>{names > 0 ? say.done(names, decision) : say.doneNone}</p>
      {notAsked > 0 && <p>{say.notAsked(notAsked)}</p>}
      {names > 0 && at && (
        <Form method="post" action={namesAddress(filter)}>
          <input type="hidden" name="at" value={at} />
          <button type="submit" name="intent" value="undo" className="text-button">
            {say.undo}
          </button>{" "}
          <span className="small">{say.undoHint}</span>
        </Form>
      )}
    </div>
  );
}
