import { useWords } from "#app/ui/locale.tsx";
import { writeMoment } from "./moment.tsx";

/** Warns that something unsent may have been sent before the database was restored; `at`: when that was. */
export function MaybeSent({ at }: { at: string | null }) {
  const { resume: say } = useWords().dashboard;
  return at && <p className="banner banner-warning">{say.maybeSent(writeMoment(at))}</p>;
}
