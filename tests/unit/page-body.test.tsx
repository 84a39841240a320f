import { text } from "node:stream/consumers";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { createPageBody } from "#app/entry.server.tsx";

test("a streamed page has every character and no zero between them", async () => {
  for (const before of ["", "a", "aa", "aaa"]) {
    const words = Array.from({ length: 2000 }, () => "Año €");
    const page = <p>{[before, ...words].map((one) => [one, " "])}</p>;
    const body = createPageBody();
    renderToPipeableStream(page).pipe(body);
    expect((await text(body)).replaceAll("<!-- -->", "")).toBe(renderToStaticMarkup(page));
  }
});
