import { type OrganizerRight, type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { useWords } from "#app/ui/locale.tsx";

type RightsInShortProps = { role: OrganizerRole; rights: readonly OrganizerRight[] };

/** Names a role and sums up its rights. */
export function RightsInShort({ role, rights }: RightsInShortProps) {
  const { organize, team: say } = useWords();
  const isChanged = role !== "owner" && [...rights].sort().join() !== [...rightsOf[role]].sort().join();
  const words =
    role === "owner" ? say.everything : rights.map((right) => say.rightsInShort[right]).join(", ");
  return (
    <>
      <b className="inline-block first-letter:uppercase">{organize.roles[role]}</b>
      {isChanged && <span className="small muted"> {say.changed}</span>}
      <span className="small muted beneath">{words || say.nothing}</span>
    </>
  );
}
