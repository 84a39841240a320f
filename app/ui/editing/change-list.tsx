import type { Change } from "#app/domain/campaign/wording.ts";
import { Moment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import { ChangedFields } from "./changed-fields.tsx";

type ChangeListProps = { slug: string; changes: readonly Change[]; mayWrite: boolean };

/** Edits, newest first: who wrote or published what, when, and what it changed. */
export function ChangeList({ slug, changes, mayWrite }: ChangeListProps) {
  const { history: say } = useWords().editing;
  if (changes.length === 0) return <p className="muted">{say.empty}</p>;
  return (
    <ol className="list">
      {changes.map((change) => (
        <li key={change.id}>
          <p>
            <b>{change.by ?? say.operator}</b> {change.stage === "draft" ? say.drafted : say.published}{" "}
            <Thing slug={slug} change={change} /> <Moment at={change.at} />
          </p>
          <ChangedFields fields={change.fields} />
          {mayWrite && isRestorable(change) && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="change" value={change.id} />
              <button type="submit" className="text-button">
                {say.restore}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}

/** It replaced words that can be restored. */
const isRestorable = ({ thing, fields }: Change) =>
  (thing === "campaign" || thing === "claim" || thing === "petition") &&
  fields.some(({ field, before }) => before !== null && !notWords.has(field));
const notWords = new Set([
  "position",
  "place",
  "published",
  "status",
  "slug",
  "operator",
  "postalAddress",
  "contactEmail",
  "privacyContact",
  "fundingLine",
  "senderName",
  "senderAddress",
  "replyTo",
]);

function Thing({ slug, change: { thing, thingId } }: { slug: string; change: Change }) {
  const { things } = useWords().editing.history;
  const base = `/organize/c/${slug}/edit`;
  if (thing === "claim") return <a href={`${base}/claims/${thingId}`}>{things.claim(thingId ?? 0)}</a>;
  if (thing === "petition") return <a href={`${base}/petition`}>{things.petition}</a>;
  return <>{things[thing]}</>;
}
