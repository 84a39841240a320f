import { expect, test } from "vitest";
import { pageOf } from "#app/http/note-refusal.server.ts";
import { createRefusalNotes } from "#app/http/refusal-notes.ts";

const nobody = { organizerId: null, campaign: null, page: null };

test("refusals are summed by what tells them apart, and taken once", () => {
  const notes = createRefusalNotes();
  for (const network of ["a", "b", "a"]) notes.note({ why: "token", ...nobody, network });
  expect(notes.take().map(({ network, n }) => [network, n])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(notes.take()).toEqual([]);
});

test("a flood takes the memory of a few hundred rows, and every try counts", () => {
  const notes = createRefusalNotes();
  for (let n = 0; n < 5000; n++) notes.note({ why: "over", ...nobody, network: `net ${n}` });
  const taken = notes.take();
  expect(taken.length).toBeLessThan(50);
  expect(taken.reduce((sum, { n }) => sum + n, 0)).toBe(5000);
  notes.keep(taken);
  notes.keep(taken);
  expect(notes.take().reduce((sum, { n }) => sum + n, 0)).toBe(10_000);
});

test("strangers who flood hide no organizer's refusals", () => {
  const notes = createRefusalNotes();
  for (let n = 0; n < 500; n++)
    notes.note({ why: "token", ...nobody, campaign: `c-${n}`, network: `net ${n}` });
  for (let n = 0; n < 500; n++)
    notes.note({ why: "right", organizerId: "ada", campaign: 1, page: `p-${n}`, network: null });
  notes.note({ why: "code", organizerId: "ben", campaign: null, page: null, network: "net 1" });
  const taken = notes.take();
  expect(taken.length).toBeLessThan(150);
  const of = (who: string | null) =>
    taken.filter(({ organizerId }) => organizerId === who).reduce((sum, { n }) => sum + n, 0);
  expect([of(null), of("ada"), of("ben")]).toEqual([500, 500, 1]);
});

test("of a page of the console its first part is noted, and nothing that somebody typed", () => {
  const id = "3f0c2f7a-0000-4000-8000-000000000000";
  expect(pageOf(`/organize/c/microsoft-ice/updates/${id}`)).toBe("updates");
  expect(pageOf("/organize/c/microsoft-ice/overview.json")).toBe("overview");
  expect(pageOf("/organize/c/microsoft-ice/team.data")).toBe("team");
  expect(pageOf("/organize/c/microsoft-ice")).toBe("overview");
  expect(pageOf("/organize/new")).toBe("new");
  expect(pageOf("/organize/c/microsoft-ice/ada@example.org")).toBe("overview");
});
