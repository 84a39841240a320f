import { useWords } from "#app/ui/locale.tsx";
import type { Trouble } from "./ask-site.ts";

type EditNoteProps = { trouble: Trouble | undefined; isStale: boolean };

/** Says why a text cannot be saved, visible from every field. */
export function EditNote({ trouble, isStale }: EditNoteProps) {
  const { stale, trouble: say } = useWords().updates;
  return (
    <div className="edit-note">
      {isStale && (
        <p role="alert">
          {stale.title}. <a href="#stale">{stale.look}</a>
        </p>
      )}
      <div role="status">
        {!isStale && trouble && (
          <p>
            {say.save[trouble]}{" "}
            {trouble === "signed-out" && (
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {say.signIn}
              </a>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
