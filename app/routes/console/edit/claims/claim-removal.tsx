import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

/** Id of the form that the list's checkboxes belong to. */
export const chosenIn = "to-remove";

/** Leads from the chosen claims to the page that shows the effect. Choosing all needs JavaScript. */
export function RemoveBar({ slug }: { slug: string }) {
  const { removal: say } = useWords().editing.claims;
  const [hasScript, setScript] = useState(false);
  useEffect(() => setScript(true), []);
  const chooseAll = (form: HTMLFormElement | null, checked: boolean) => {
    for (const box of form?.elements ?? [])
      if (box instanceof HTMLInputElement && box.name === "claim") box.checked = checked;
  };
  return (
    <Form id={chosenIn} method="get" action={`/organize/c/${slug}/edit/claims/remove`} className="remove-bar">
      {hasScript && (
        <label className="choose">
          <input
            type="checkbox"
            onChange={({ currentTarget }) => chooseAll(currentTarget.form, currentTarget.checked)}
          />
          {say.chooseAll}
        </label>
      )}
      <Button>{say.button}</Button>
    </Form>
  );
}

type RemovedNoteProps = {
  /** The last removal, from the address: `at` is null once it can no longer be undone. */
  last: { done: string | null; count: number; at: string | null; edited: number[] };
};

/** Says how many claims were removed, with the button to undo it. */
export function RemovedNote({ last: { done, count, at, edited } }: RemovedNoteProps) {
  const { editing, decisions } = useWords();
  const { removal: say } = editing.claims;
  if (done === "undone")
    return (
      <p className="banner" role="status">
        {say.undone(count)} {edited.length > 0 && say.stayed(edited)}
      </p>
    );
  if (done !== "removed") return null;
  return (
    <div className="banner decided" role="status">
      <p>{count > 0 ? say.done(count) : editing.done.removed}</p>
      {at !== null && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="at" value={at} />
          <button type="submit" name="intent" value="undo" className="text-button">
            {decisions.undo}
          </button>{" "}
          <span className="small">{decisions.undoHint}</span>
        </Form>
      )}
    </div>
  );
}
