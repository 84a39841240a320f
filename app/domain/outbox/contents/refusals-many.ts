import { sql } from "drizzle-orm";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";

const warning: Subject<{ wrong: number; locked: number; refused: number }> = {
  joins: sql`join refusal_warnings warning on warning.id = d.refusal_warning_id`,
  columns: sql`warning.wrong, warning.locked, warning.refused`,
};

/** Warns owners of many refusals, with the count at the time of the warning. */
export const refusalsMany = content({
  name: "refusals-many",
  kind: "organizer",
  to: "organizer",
  about: warning,
  write({ name, wrong, locked, refused, slug }, { common, url }) {
    const audit = url(`/organize/c/${slug}/audit`);
    return {
      props: {
        ...common,
        name,
        wrong,
        locked,
        refused,
        signInsUrl: `${audit}?scope=site&kind=refusals`,
        pagesUrl: `${audit}?kind=refusals`,
      },
    };
  },
});
